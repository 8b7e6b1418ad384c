"""passkey: a key in somebody's device, with which one signs in"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "passkey",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("kenmerk", sa.String(length=1400), nullable=False),
        sa.Column("sleutel", sa.String(length=4000), nullable=False),
        sa.Column("teller", sa.BigInteger(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("laatst_gebruikt_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.CheckConstraint("length(trim(naam)) > 0", name=op.f("ck_passkey_naam_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_passkey_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_passkey_kenmerk")),
    )
    op.create_index(op.f("ix_passkey_gebruiker_id"), "passkey", ["gebruiker_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("passkey")
