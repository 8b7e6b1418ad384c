"""schrijver: who types in a text at this moment"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "schrijver",
        sa.Column("tekstveld_id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_schrijver_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tekstveld_id"],
            ["tekstveld.id"],
            name=op.f("fk_schrijver_tekstveld_id_tekstveld"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tekstveld_id", "gebruiker_id", name=op.f("pk_schrijver")),
    )
    op.create_index("ix_schrijver_gebruiker_id", "schrijver", ["gebruiker_id"])
    op.create_index("ix_schrijver_op", "schrijver", ["op"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("schrijver")
