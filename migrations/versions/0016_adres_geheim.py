"""directbetrokkene: whether the address is secret"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Of who is there already nobody said that the address is secret."""
    op.add_column(
        "directbetrokkene",
        sa.Column("adres_geheim", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_column("directbetrokkene", "adres_geheim")
