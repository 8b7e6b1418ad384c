"""koppelvlak: what the own system of a partner is let in with, and what it asked before"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "systeemkoppeling",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=False),
        sa.Column("laatst_gebruikt_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("venster_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("in_venster", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(naam)) > 0", name=op.f("ck_systeemkoppeling_naam_niet_leeg")),
        sa.CheckConstraint("in_venster >= 0", name=op.f("ck_systeemkoppeling_in_venster_niet_negatief")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_systeemkoppeling_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_systeemkoppeling")),
        sa.UniqueConstraint("afdruk", name=op.f("uq_systeemkoppeling_afdruk")),
    )
    op.create_index(op.f("ix_systeemkoppeling_gebruiker_id"), "systeemkoppeling", ["gebruiker_id"])
    op.create_table(
        "koppelverzoek",
        sa.Column("koppeling_id", sa.Uuid(), nullable=False),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["koppeling_id"],
            ["systeemkoppeling.id"],
            name=op.f("fk_koppelverzoek_koppeling_id_systeemkoppeling"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("koppeling_id", "sleutel", name=op.f("pk_koppelverzoek")),
    )
    op.create_index(op.f("ix_koppelverzoek_op"), "koppelverzoek", ["op"])


def downgrade() -> None:
    """Undo: systems of partners are let in no more."""
    op.drop_table("koppelverzoek")
    op.drop_table("systeemkoppeling")
