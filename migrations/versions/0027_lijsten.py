"""lijsten: indexes by which the lists of casussen stay as quick with many as with few"""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ERBIJ = {
    "ix_casus_gemaakt": ["gemaakt_op", "id"],
    "ix_casus_tafel_gesloten": ["tafel_id", "status", "gesloten_op"],
    "ix_casus_inbrenger": ["inbrenger_id", "status"],
    "ix_casus_kenmerk": ["kenmerk"],
}


def upgrade() -> None:
    """Apply."""
    op.drop_index("ix_casus_tafel_gemaakt", table_name="casus")
    for naam, kolommen in ERBIJ.items():
        op.create_index(naam, "casus", kolommen)


def downgrade() -> None:
    """Undo."""
    for naam in ERBIJ:
        op.drop_index(naam, table_name="casus")
    op.create_index("ix_casus_tafel_gemaakt", "casus", ["tafel_id", "gemaakt_op", "id"])
