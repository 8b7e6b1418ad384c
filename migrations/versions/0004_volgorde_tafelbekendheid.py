"""tafelbekendheid: keep the order in which the tafels were typed"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("tafelbekendheid", sa.Column("volgorde", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("tafelbekendheid") as tabel:
        tabel.drop_column("volgorde")
