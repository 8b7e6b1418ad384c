"""eenheden: an organisatie can be a unit of another"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. SQLite adds a column with its checks and its reference in one statement."""
    soort = "UUID" if op.get_bind().dialect.name == "postgresql" else "CHAR(32)"
    op.execute(
        f"ALTER TABLE organisatie ADD COLUMN hoort_bij_id {soort} "
        "CONSTRAINT fk_organisatie_hoort_bij_id_organisatie REFERENCES organisatie (id) "
        "CONSTRAINT ck_organisatie_niet_bij_zichzelf CHECK (hoort_bij_id <> id)"
    )
    op.create_index(op.f("ix_organisatie_hoort_bij_id"), "organisatie", ["hoort_bij_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_index(op.f("ix_organisatie_hoort_bij_id"), "organisatie")
    with op.batch_alter_table("organisatie") as tabel:
        tabel.drop_constraint(op.f("ck_organisatie_niet_bij_zichzelf"), type_="check")
        tabel.drop_column("hoort_bij_id")
