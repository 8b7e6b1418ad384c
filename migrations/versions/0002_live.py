"""live: numbers and signals of a meeting"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "teller",
        sa.Column("bron_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bron_id", name=op.f("pk_teller")),
    )
    op.create_table(
        "wijziging",
        sa.Column("overleg_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("punt_id", sa.Uuid(), nullable=True),
        sa.Column("delen", sa.JSON(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wijziging")),
        sa.UniqueConstraint("overleg_id", "nummer", name=op.f("uq_wijziging_overleg_id_nummer")),
    )
    op.create_index("ix_wijziging_op", "wijziging", ["op"])


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_wijziging_op", table_name="wijziging")
    op.drop_table("wijziging")
    op.drop_table("teller")
