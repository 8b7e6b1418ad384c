"""verzending: a form that is sent twice is done once"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "verzending",
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("naar", sa.String(length=500), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("afdruk", name=op.f("pk_verzending")),
    )
    op.create_index("ix_verzending_op", "verzending", ["op"])


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_verzending_op", table_name="verzending")
    op.drop_table("verzending")
