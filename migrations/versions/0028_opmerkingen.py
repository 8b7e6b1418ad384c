"""opmerkingen: those who were there comment on the draft record

The number of days comes with its CHECK in one statement that both databases know: on SQLite a table that
others point to cannot be made anew while it holds rows.
"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

DAGEN = "ck_overlegtafel_opmerkingen_dagen"


def upgrade() -> None:
    """Apply. Of a meeting of before this nobody was asked: its record is adopted as before."""
    op.execute(
        "ALTER TABLE overlegtafel ADD COLUMN opmerkingen_dagen INTEGER DEFAULT 5 NOT NULL "
        f"CONSTRAINT {DAGEN} CHECK (opmerkingen_dagen BETWEEN 1 AND 60)"
    )
    op.add_column("overleg", sa.Column("opmerkingen_tot", sa.Date(), nullable=True))
    op.create_table(
        "verslagopmerking",
        sa.Column("overleg_id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("tekst", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column(
            "afhandeling",
            sa.Enum(
                "open",
                "overgenomen",
                "niet_overgenomen",
                name="afhandeling",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("antwoord", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("afgehandeld_door_id", sa.Uuid(), nullable=True),
        sa.Column("afgehandeld_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(tekst)) > 0", name=op.f("ck_verslagopmerking_tekst_niet_leeg")),
        sa.CheckConstraint(
            "(afhandeling = 'open') = (afgehandeld_op IS NULL)",
            name=op.f("ck_verslagopmerking_afgehandeld_met_wanneer"),
        ),
        sa.CheckConstraint(
            "(afhandeling = 'open') = (afgehandeld_door_id IS NULL)",
            name=op.f("ck_verslagopmerking_afgehandeld_met_wie"),
        ),
        sa.CheckConstraint(
            "afhandeling <> 'niet_overgenomen' OR length(trim(antwoord)) > 0",
            name=op.f("ck_verslagopmerking_niet_overgenomen_met_antwoord"),
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_verslagopmerking_overleg_id_overleg")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_verslagopmerking_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_verslagopmerking_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_verslagopmerking_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["afgehandeld_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_verslagopmerking_afgehandeld_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verslagopmerking")),
    )
    for kolom in ("overleg_id", "casus_id", "door_id"):
        op.create_index(op.f(f"ix_verslagopmerking_{kolom}"), "verslagopmerking", [kolom])


def downgrade() -> None:
    """Undo."""
    op.drop_table("verslagopmerking")
    with op.batch_alter_table("overleg") as tabel:
        tabel.drop_column("opmerkingen_tot")
    with op.batch_alter_table("overlegtafel") as tabel:
        tabel.drop_constraint(op.f(DAGEN), type_="check")
        tabel.drop_column("opmerkingen_dagen")
