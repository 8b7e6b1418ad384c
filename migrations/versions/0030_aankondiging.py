"""aankondiging: when the writer of a concept was told that it goes"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Nobody was told yet, so nothing goes at once."""
    op.add_column(
        "casus", sa.Column("verdwijnen_aangekondigd_op", models.basis.Tijdstip(timezone=True), nullable=True)
    )


def downgrade() -> None:
    """Undo."""
    op.drop_column("casus", "verdwijnen_aangekondigd_op")
