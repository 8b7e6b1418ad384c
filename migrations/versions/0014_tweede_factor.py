"""tweede factor: what codes are made from, the last one that was accepted, and codes for when it is lost"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Everybody sets up a second factor at the next sign-in."""
    op.add_column("gebruiker", sa.Column("tf_primary_method", sa.String(length=20), nullable=True))
    op.add_column("gebruiker", sa.Column("tf_totp_secret", sa.String(length=500), nullable=True))
    op.add_column("gebruiker", sa.Column("laatste_code", sa.BigInteger(), nullable=True))
    op.add_column(
        "gebruiker", sa.Column("herstelcodes_maken", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_table(
        "herstelcode",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_herstelcode_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_herstelcode")),
        sa.UniqueConstraint("gebruiker_id", "afdruk", name=op.f("uq_herstelcode_gebruiker_id_afdruk")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("herstelcode")
    for kolom in ("herstelcodes_maken", "laatste_code", "tf_totp_secret", "tf_primary_method"):
        op.drop_column("gebruiker", kolom)
