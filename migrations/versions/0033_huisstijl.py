"""huisstijl: the Word template of a tafel, and which one a record was adopted with

The column on a record comes with its key in one statement that both databases know: on SQLite a table that
others point to cannot be made anew while it holds rows.
"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

VERWIJZING = "fk_verslag_huisstijl_id_huisstijl"
OP_PROEF = sa.text("in_gebruik_op IS NULL")


def upgrade() -> None:
    """Apply. Records that were adopted before this keep our own house style."""
    op.create_table(
        "huisstijl",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("sjabloon", sa.LargeBinary(), nullable=True),
        sa.Column("controlegetal", sa.String(length=64), nullable=False),
        sa.Column("meldingen", sa.JSON(), nullable=False),
        sa.Column("geladen_door_id", sa.Uuid(), nullable=False),
        sa.Column("geladen_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("in_gebruik_door_id", sa.Uuid(), nullable=True),
        sa.Column("in_gebruik_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(sjabloon IS NULL) = (controlegetal = '')",
            name=op.f("ck_huisstijl_sjabloon_met_controlegetal"),
        ),
        sa.CheckConstraint(
            "(in_gebruik_op IS NULL) = (in_gebruik_door_id IS NULL)",
            name=op.f("ck_huisstijl_in_gebruik_met_wie"),
        ),
        sa.CheckConstraint(
            "sjabloon IS NOT NULL OR in_gebruik_op IS NOT NULL",
            name=op.f("ck_huisstijl_op_proef_met_sjabloon"),
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_huisstijl_tafel_id_overlegtafel")
        ),
        sa.ForeignKeyConstraint(
            ["geladen_door_id"], ["gebruiker.id"], name=op.f("fk_huisstijl_geladen_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["in_gebruik_door_id"], ["gebruiker.id"], name=op.f("fk_huisstijl_in_gebruik_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huisstijl")),
        sa.UniqueConstraint("tafel_id", "nummer", name=op.f("uq_huisstijl_tafel_id_nummer")),
    )
    op.create_index(
        "uq_huisstijl_een_proef",
        "huisstijl",
        ["tafel_id"],
        unique=True,
        sqlite_where=OP_PROEF,
        postgresql_where=OP_PROEF,
    )
    soort = sa.Uuid().compile(dialect=op.get_bind().dialect)
    verwijzing = f"CONSTRAINT {VERWIJZING} REFERENCES huisstijl (id)"
    op.execute(f"ALTER TABLE verslag ADD COLUMN huisstijl_id {soort} {verwijzing}")


def downgrade() -> None:
    """Undo; the key goes with its column."""
    with op.batch_alter_table("verslag") as verslag:
        verslag.drop_column("huisstijl_id")
    op.drop_table("huisstijl")
