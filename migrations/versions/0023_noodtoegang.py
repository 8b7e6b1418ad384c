"""noodtoegang: reading a casus in an emergency"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "noodtoegang",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("vanaf", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("tot", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("beeindigd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("terecht", sa.Boolean(), nullable=True),
        sa.Column("oordeel", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("beoordeeld_door_id", sa.Uuid(), nullable=True),
        sa.Column("beoordeeld_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_noodtoegang_reden_niet_leeg")),
        sa.CheckConstraint("tot > vanaf", name=op.f("ck_noodtoegang_tot_na_vanaf")),
        sa.CheckConstraint(
            "(beoordeeld_op IS NULL) = (terecht IS NULL)", name=op.f("ck_noodtoegang_oordeel_met_wanneer")
        ),
        sa.CheckConstraint(
            "beoordeeld_op IS NULL OR beoordeeld_door_id IS NOT NULL",
            name=op.f("ck_noodtoegang_oordeel_met_wie"),
        ),
        sa.CheckConstraint(
            "beoordeeld_door_id <> gebruiker_id", name=op.f("ck_noodtoegang_oordeel_van_een_ander")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_noodtoegang_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_noodtoegang_gebruiker_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["beoordeeld_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_noodtoegang_beoordeeld_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_noodtoegang")),
    )
    op.create_index(op.f("ix_noodtoegang_casus_id"), "noodtoegang", ["casus_id"])
    op.create_index(op.f("ix_noodtoegang_gebruiker_id"), "noodtoegang", ["gebruiker_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("noodtoegang")
