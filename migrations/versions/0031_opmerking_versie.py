"""opmerking_versie: handling a comment names the version it was based on"""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. On SQLite a table with rows takes a column that must hold something only with a default."""
    op.execute("ALTER TABLE verslagopmerking ADD COLUMN versie INTEGER DEFAULT 1 NOT NULL")


def downgrade() -> None:
    """Undo."""
    op.drop_column("verslagopmerking", "versie")
