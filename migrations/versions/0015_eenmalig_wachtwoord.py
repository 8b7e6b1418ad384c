"""gebruiker: until when a one-time password can be used"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Those that were given before have no end."""
    op.add_column("gebruiker", sa.Column("eenmalig_tot", models.basis.Tijdstip(timezone=True), nullable=True))


def downgrade() -> None:
    """Undo."""
    op.drop_column("gebruiker", "eenmalig_tot")
