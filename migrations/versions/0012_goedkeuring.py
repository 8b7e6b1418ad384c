"""goedkeuring: what one person asks and a second must approve"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SOORTEN = ("beheerder_geven", "belang_opheffen", "dossier_vernietigen")
STANDEN = ("wacht", "goedgekeurd", "geweigerd", "ingetrokken", "verlopen")


def _keuze(naam: str, waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "goedkeuring",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("soort", _keuze("goedkeuringsoort", SOORTEN), nullable=False),
        sa.Column("doel_id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("onderwerp", sa.String(length=300), nullable=False),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("status", _keuze("goedkeuringstatus", STANDEN), nullable=False),
        sa.Column("gevraagd_door_id", sa.Uuid(), nullable=False),
        sa.Column("gevraagd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("verloopt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("beslist_door_id", sa.Uuid(), nullable=True),
        sa.Column("beslist_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("antwoord", models.basis.Vertrouwelijk(), nullable=False),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_goedkeuring_reden_niet_leeg")),
        sa.CheckConstraint(
            "(status = 'wacht') = (beslist_op IS NULL)", name=op.f("ck_goedkeuring_beslist_wanneer")
        ),
        sa.CheckConstraint(
            "status NOT IN ('goedgekeurd', 'geweigerd') OR "
            "(beslist_door_id IS NOT NULL AND beslist_door_id <> gevraagd_door_id)",
            name=op.f("ck_goedkeuring_door_een_ander"),
        ),
        sa.CheckConstraint(
            "status <> 'geweigerd' OR length(trim(antwoord)) > 0",
            name=op.f("ck_goedkeuring_geweigerd_met_reden"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_goedkeuring_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["gevraagd_door_id"], ["gebruiker.id"], name=op.f("fk_goedkeuring_gevraagd_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["beslist_door_id"], ["gebruiker.id"], name=op.f("fk_goedkeuring_beslist_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goedkeuring")),
    )
    op.create_index("ix_goedkeuring_casus_id", "goedkeuring", ["casus_id"])
    op.create_index("ix_goedkeuring_gevraagd_door_id", "goedkeuring", ["gevraagd_door_id"])
    op.create_index(
        "uq_goedkeuring_een_tegelijk",
        "goedkeuring",
        ["soort", "doel_id"],
        unique=True,
        sqlite_where=sa.text("status = 'wacht'"),
        postgresql_where=sa.text("status = 'wacht'"),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("goedkeuring")
