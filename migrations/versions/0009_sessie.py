"""sessie: who is signed in is a row that can be ended; passwords of before carry a mark"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MERK = "hmac"
"""Before the hash of a password that was made from an HMAC with the secret key (models/toegang.py)."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "sessie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=True),
        sa.Column("gegevens", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("begonnen_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("laatst_gebruikt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("ingelogd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("manieren", sa.JSON(), nullable=False),
        sa.Column("ip", sa.String(length=45), nullable=False),
        sa.Column("apparaat", sa.String(length=60), nullable=False),
        sa.Column("beeindigd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_sessie_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessie")),
        sa.UniqueConstraint("afdruk", name=op.f("uq_sessie_afdruk")),
    )
    op.create_index("ix_sessie_gebruiker_id", "sessie", ["gebruiker_id"])
    op.create_index("ix_sessie_laatst_gebruikt_op", "sessie", ["laatst_gebruikt_op"])
    gebruiker = sa.table("gebruiker", sa.column("password", sa.String))
    op.execute(
        gebruiker.update()
        .where(gebruiker.c.password.like("$argon2%"))
        .values(password=sa.literal(MERK) + gebruiker.c.password)
    )


def downgrade() -> None:
    """Undo. Who changed a password since must get a new one: what is stored now has no HMAC in it."""
    gebruiker = sa.table("gebruiker", sa.column("password", sa.String))
    op.execute(
        gebruiker.update()
        .where(gebruiker.c.password.like(MERK + "%"))
        .values(password=sa.func.substr(gebruiker.c.password, len(MERK) + 1))
    )
    op.drop_table("sessie")
