"""Migration 0006 on a database with rows in it: nothing is lost, and nobody's answer is made up."""

from pathlib import Path
from typing import Any

from flask_migrate import upgrade
from sqlalchemy import Column, Text, column, inspect, select, table, text
from sqlalchemy.types import TypeEngine

from models import Afspraak, Voortgang
from models.basis import Vertrouwelijk
from models.waarden import Akkoord
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from tests.models.goede_rij import Rijen
from tests.models.pogingen import HOOG
from tests.models.test_constraints import TABELLEN
from tests.steun.toepassing import GEHEIM, los

MAP = str(WORTEL / "migrations")
SINDSDIEN_WEG = {"informering": {"uitstel_reden": ""}}
"""Columns with text that a table had then, and no longer has."""


def test_migratie_0006__tabel_met_rijen_en_verwijzingen(tmp_path: Path) -> None:
    app = create_app(Config(database_url=f"sqlite:///{tmp_path / 'oud.db'}", secret_key=GEHEIM, testing=True))
    with app.app_context():
        upgrade(directory=MAP, revision="0005")
        with db.engine.begin() as verbinding:
            _vul_zoals_toen(Rijen(verbinding))
        upgrade(directory=MAP)
        afspraak = db.session.scalars(select(Afspraak)).one()
        assert (afspraak.akkoord, afspraak.akkoord_wie, afspraak.akkoord_op) == (Akkoord.OPEN, "", None)
        assert db.session.scalars(select(Voortgang)).one().afspraak_id == afspraak.id
        assert db.session.execute(text("PRAGMA foreign_key_check")).all() == []
        assert db.session.execute(text("SELECT DISTINCT sneltoetsen FROM gebruiker")).scalars().all() == [1]
    los(app)


def toen_van(kolom: Column[Any]) -> TypeEngine[Any]:
    """Return the type a column had before 0022: texts about people stood there as they are."""
    return Text() if isinstance(kolom.type, Vertrouwelijk) else kolom.type


def _vul_zoals_toen(rijen: Rijen) -> None:
    """Write a good row in every table there was, with the columns it had before."""
    toen_al = inspect(rijen.verbinding)
    for tabel in (tabel for tabel in TABELLEN if toen_al.has_table(tabel.name)):
        rijen.erin[tabel.name] = rij = rijen.maak(tabel)
        kolommen = {kolom["name"] for kolom in toen_al.get_columns(tabel.name)}
        toen = {naam: waarde for naam, waarde in rij.items() if naam in kolommen}
        weg = SINDSDIEN_WEG.get(tabel.name, {})
        oud = (column(naam, Text()) for naam in weg)
        kaal = table(tabel.name, *(column(naam, toen_van(tabel.columns[naam])) for naam in toen), *oud)
        toen |= weg
        rijen.verbinding.execute(kaal.insert().values(toen))
        if tabel.name == "directbetrokkene":
            rijen.verbinding.execute(kaal.insert().values(toen | {"id": HOOG}))
