"""verzoekpersoon: which directbetrokkenen a question names

The unique indexes hold nothing new (an id is unique already): both databases ask for them before a foreign
key may point to the id together with the casus.
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

NAAR = (("informatieverzoek", "verzoek_id"), ("directbetrokkene", "betrokkene_id"))


def upgrade() -> None:
    """Apply. What was asked before named everyone of the casus, and goes on doing so."""
    for tabel, _kolom in NAAR:
        op.create_index(f"uq_{tabel}_id_casus_id", tabel, ["id", "casus_id"], unique=True)
    op.create_table(
        "verzoekpersoon",
        sa.Column("verzoek_id", sa.Uuid(), nullable=False),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [kolom, "casus_id"],
                [f"{tabel}.id", f"{tabel}.casus_id"],
                name=op.f(f"fk_verzoekpersoon_{kolom}_casus_id_{tabel}"),
                ondelete="CASCADE",
            )
            for tabel, kolom in NAAR
        ),
        sa.PrimaryKeyConstraint("verzoek_id", "betrokkene_id", name=op.f("pk_verzoekpersoon")),
    )
    op.create_index("ix_verzoekpersoon_betrokkene_id", "verzoekpersoon", ["betrokkene_id"])
    op.execute(
        "INSERT INTO verzoekpersoon (verzoek_id, betrokkene_id, casus_id) "
        "SELECT v.id, d.id, v.casus_id FROM informatieverzoek v "
        "JOIN directbetrokkene d ON d.casus_id = v.casus_id"
    )


def downgrade() -> None:
    """Undo. Every question then names everyone of its casus again."""
    op.drop_table("verzoekpersoon")
    for tabel, _kolom in reversed(NAAR):
        op.drop_index(f"uq_{tabel}_id_casus_id", table_name=tabel)
