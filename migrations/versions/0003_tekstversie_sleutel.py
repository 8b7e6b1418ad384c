"""tekstversie: recognise a save that is sent again, and say what was merged"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "tekstversie", sa.Column("samengevoegd", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("tekstversie", sa.Column("sleutel", sa.Uuid(), nullable=True))
    op.create_index(
        "uq_tekstversie_sleutel", "tekstversie", ["tekstveld_id", "door_id", "sleutel"], unique=True
    )


def downgrade() -> None:
    """Undo."""
    op.drop_index("uq_tekstversie_sleutel", table_name="tekstversie")
    with op.batch_alter_table("tekstversie") as tabel:
        tabel.drop_column("sleutel")
        tabel.drop_column("samengevoegd")
