"""grondvraag, wachtontvanger: a ground that is missing, and who waits for it"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

SOORTEN = (
    "veilig_thuis",
    "politie",
    "om",
    "reclassering",
    "rvdk",
    "ggz",
    "gi",
    "zvh",
    "gemeente",
    "crisisdienst",
    "ziekenhuis",
    "overig",
)


def _soort(naam: str) -> sa.Enum:
    return sa.Enum(*SOORTEN, name=naam, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "grondvraag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("gever", _soort("vraaggever"), nullable=False),
        sa.Column("ontvanger", _soort("vraagontvanger"), nullable=False),
        sa.Column("gevraagd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("afgewezen_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("afwijzing", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "(afgewezen_op IS NULL) = (afwijzing = '')", name=op.f("ck_grondvraag_afgewezen_met_reden")
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_grondvraag_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grondvraag")),
        sa.UniqueConstraint(
            "tafel_id", "gever", "ontvanger", name=op.f("uq_grondvraag_tafel_id_gever_ontvanger")
        ),
    )
    op.create_table(
        "wachtontvanger",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("bijdrage_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bijdrage_id"],
            ["informatiebijdrage.id"],
            name=op.f("fk_wachtontvanger_bijdrage_id_informatiebijdrage"),
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_wachtontvanger_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wachtontvanger")),
        sa.UniqueConstraint(
            "bijdrage_id", "organisatie_id", name=op.f("uq_wachtontvanger_bijdrage_id_organisatie_id")
        ),
    )
    op.create_index(op.f("ix_wachtontvanger_organisatie_id"), "wachtontvanger", ["organisatie_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("wachtontvanger")
    op.drop_table("grondvraag")
