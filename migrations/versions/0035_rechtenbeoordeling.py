"""rechtenbeoordeling: that somebody looked at who may do what"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "rechtenbeoordeling",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("beoordeeld_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("beoordeeld_door_id", sa.Uuid(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("controlegetal", sa.String(length=64), nullable=False),
        sa.Column("klopt", sa.Boolean(), nullable=False),
        sa.Column("toelichting", sa.String(length=4000), nullable=False),
        sa.CheckConstraint(
            "klopt OR length(trim(toelichting)) > 0",
            name=op.f("ck_rechtenbeoordeling_anders_met_toelichting"),
        ),
        sa.CheckConstraint("aantal >= 0", name=op.f("ck_rechtenbeoordeling_aantal_niet_negatief")),
        sa.ForeignKeyConstraint(
            ["beoordeeld_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_rechtenbeoordeling_beoordeeld_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rechtenbeoordeling")),
    )
    for kolom in ("beoordeeld_op", "beoordeeld_door_id"):
        op.create_index(op.f(f"ix_rechtenbeoordeling_{kolom}"), "rechtenbeoordeling", [kolom])


def downgrade() -> None:
    """Undo: who looked at the rights is forgotten."""
    op.drop_table("rechtenbeoordeling")
