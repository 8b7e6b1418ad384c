"""akkoord: the answer of who is to do an afspraak; who filled in a row; keys on or off

Columns come with their CHECK in one statement that both databases know: on SQLite a table that others point
to cannot be made anew while it holds rows.
"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

AKKOORD = "akkoord IN ('open', 'akkoord', 'geweigerd')"
MET_REDEN = "akkoord <> 'geweigerd' OR length(trim(akkoord_reden)) > 0"
MET_WIE = "akkoord = 'open' OR (akkoord_op IS NOT NULL AND akkoord_wie <> '')"
CHECKS = (
    "ck_afspraak_akkoord",
    "ck_afspraak_niet_akkoord_met_reden",
    "ck_afspraak_akkoord_met_wie_en_wanneer",
)
ERBIJ = "ALTER TABLE afspraak ADD COLUMN {kolom} NOT NULL CONSTRAINT {naam} CHECK ({regel})"


def _erbij(kolom: str, naam: str, regel: str) -> None:
    op.execute(ERBIJ.format(kolom=kolom, naam=naam, regel=regel))


def _gebruiker_erbij(tabel: str, kolom: str) -> None:
    soort = sa.Uuid().compile(dialect=op.get_bind().dialect)
    naam = f"fk_{tabel}_{kolom}_gebruiker"
    op.execute(f"ALTER TABLE {tabel} ADD COLUMN {kolom} {soort} CONSTRAINT {naam} REFERENCES gebruiker (id)")


def upgrade() -> None:
    """Apply. An afspraak of before this was never asked: it is open until its owner answers."""
    _erbij("akkoord VARCHAR(40) DEFAULT 'open'", CHECKS[0], AKKOORD)
    op.add_column("afspraak", sa.Column("akkoord_op", models.basis.Tijdstip(timezone=True), nullable=True))
    _erbij("akkoord_reden TEXT DEFAULT ''", CHECKS[1], MET_REDEN)
    _erbij("akkoord_wie VARCHAR(300) DEFAULT ''", CHECKS[2], MET_WIE)
    _gebruiker_erbij("afspraak", "akkoord_vastgelegd_door_id")
    for tabel in ("informering", "te_informeren_partij"):
        _gebruiker_erbij(tabel, "door_id")
    op.add_column(
        "gebruiker", sa.Column("sneltoetsen", sa.Boolean(), nullable=False, server_default=sa.true())
    )


def downgrade() -> None:
    """Undo; what hangs on a column goes with it."""
    with op.batch_alter_table("gebruiker") as tabel:
        tabel.drop_column("sneltoetsen")
    for naam in ("te_informeren_partij", "informering"):
        with op.batch_alter_table(naam) as tabel:
            tabel.drop_column("door_id")
    with op.batch_alter_table("afspraak") as tabel:
        for regel in reversed(CHECKS):
            tabel.drop_constraint(op.f(regel), type_="check")
        for kolom in ("vastgelegd_door_id", "reden", "op", "wie"):
            tabel.drop_column(f"akkoord_{kolom}")
        tabel.drop_column("akkoord")
