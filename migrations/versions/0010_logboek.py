"""logboek: for whom, whose data, by which rule, from where; which columns a seal covers

Columns are added and dropped without making the table anew: on SQLite that would lose its guards.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TEKSTEN = {"namens": 200, "regel": 300, "sessie": 64, "ip": 45, "apparaat": 60}
INDEXEN = {
    "ix_gebeurtenis_tafel_tijd": ["tafel_id", "tijd", "id"],
    "ix_gebeurtenis_overleg_tijd": ["overleg_id", "tijd"],
    "ix_gebeurtenis_soort_tijd": ["soort", "tijd"],
}


def upgrade() -> None:
    """Apply. What was sealed before keeps form 1."""
    for naam, lengte in TEKSTEN.items():
        op.add_column(
            "gebeurtenis", sa.Column(naam, sa.String(length=lengte), nullable=False, server_default="")
        )
    op.add_column("gebeurtenis", sa.Column("betrokkenen", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("zegel", sa.Column("vorm", sa.Integer(), nullable=False, server_default="1"))
    for naam, kolommen in INDEXEN.items():
        op.create_index(naam, "gebeurtenis", kolommen)
    op.drop_index(op.f("ix_gebeurtenis_tafel_id"), "gebeurtenis")


def downgrade() -> None:
    """Undo. What was sealed since can then not be checked any more."""
    op.create_index(op.f("ix_gebeurtenis_tafel_id"), "gebeurtenis", ["tafel_id"])
    for naam in INDEXEN:
        op.drop_index(naam, "gebeurtenis")
    op.drop_column("zegel", "vorm")
    for naam in (*TEKSTEN, "betrokkenen"):
        op.drop_column("gebeurtenis", naam)
