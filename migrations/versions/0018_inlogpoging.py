"""inlogpoging: how often something was tried lately, to slow down guesses"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "inlogpoging",
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("laatst_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("wacht_tot", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_inlogpoging")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("inlogpoging")
