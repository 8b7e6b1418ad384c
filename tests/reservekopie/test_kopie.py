"""The parts of a backup: its form, throwing old ones away, an older schema, what is left out."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from flask_migrate import upgrade
from pyrage import x25519
from sqlalchemy import inspect

from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from overleg.reservekopie.databases import NietGelukt, is_leeg, kopie, zet_terug
from overleg.reservekopie.herstellen import herstel
from overleg.reservekopie.maken import maak, ruim_op
from overleg.reservekopie.sleutels import GeenSleutel, lees_geheim, nieuwe_sleutel, ontvangers
from overleg.reservekopie.vorm import ZONDER_SLEUTELS, Kop, OnleesbareKopie, ontsleutel, versleutel
from tests.steun.toepassing import GEHEIM, los

MOMENT = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
EERDER = "0018"


def config(map_: Path, naam: str, *ontvanger: str) -> Config:
    """Return settings with an SQLite file in `map_`."""
    return Config(
        database_url=f"sqlite:///{map_ / naam}",
        secret_key=GEHEIM,
        testing=True,
        sleutelmap=str(map_ / "sleutelmap"),
        backup_ontvangers=ontvanger,
    )


@pytest.mark.parametrize("inhoud", [b"", b"x", b"regel\nnog een\n" * 20_000])
def test_vorm__heen_en_terug(tmp_path: Path, inhoud: bytes) -> None:
    geheim = x25519.Identity.generate()
    bestand = tmp_path / "een.age"
    with bestand.open("wb") as doel:
        versleutel(Kop("sqlite", MOMENT), io.BytesIO(inhoud), doel, [geheim.to_public()])
    uit = io.BytesIO()
    assert ontsleutel(bestand, uit, [geheim]) == Kop("sqlite", MOMENT)
    assert uit.getvalue() == inhoud


@pytest.mark.parametrize("rommel", [b"", b"geen kop\n", b"x" * 10_000, b"anders 1 sqlite 2026-11-26T12:00\n"])
def test_vorm__iets_anders__geweigerd(tmp_path: Path, rommel: bytes) -> None:
    geheim, bestand = x25519.Identity.generate(), tmp_path / "een.age"
    with bestand.open("wb") as doel:
        from pyrage import encrypt_io  # noqa: PLC0415 past our own form

        encrypt_io(io.BytesIO(rommel), doel, [geheim.to_public()])
    with pytest.raises(OnleesbareKopie):
        ontsleutel(bestand, io.BytesIO(), [geheim])


def test_sleutels__geen_of_onzin__een_zin_die_zegt_wat_te_doen(tmp_path: Path) -> None:
    with pytest.raises(GeenSleutel, match="run `flask backup-sleutel FILE`"):
        ontvangers(config(tmp_path, "een.db"))
    with pytest.raises(GeenSleutel, match="public keys of age"):
        ontvangers(config(tmp_path, "een.db", "age1onzin"))
    bestand = tmp_path / "geheim"
    openbaar = nieuwe_sleutel(bestand)
    assert [str(geheim.to_public()) for geheim in lees_geheim(bestand)] == [openbaar]
    with pytest.raises(FileExistsError):
        nieuwe_sleutel(bestand)


def test_ruim_op__wat_te_oud_is__nooit_de_nieuwste(tmp_path: Path) -> None:
    namen = ["overleg-20260101T000000Z.age", "overleg-20260102T000000Z.age", "anders.age"]
    for naam in namen:
        (tmp_path / naam).touch()
    assert [p.name for p in ruim_op(tmp_path, MOMENT, 30)] == namen[:1]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(namen[1:])
    assert ruim_op(tmp_path, MOMENT, 30) == []
    assert timedelta(days=30) < MOMENT - datetime(2026, 1, 2, tzinfo=UTC)


def test_mislukt__laat_niets_achter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(*_alles: object) -> None:
        raise NietGelukt("vol")

    monkeypatch.setattr("overleg.reservekopie.maken.versleutel", kapot)
    instelling = config(tmp_path, "een.db", nieuwe_sleutel(tmp_path / "geheim"))
    with pytest.raises(NietGelukt):
        maak(instelling, tmp_path / "kopieen", MOMENT)
    assert list((tmp_path / "kopieen").iterdir()) == []


def test_sleutels_van_casussen__gaan_niet_mee(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'een.db'}"
    with closing(sqlite3.connect(tmp_path / "een.db")) as eigen, eigen:
        eigen.execute("CREATE TABLE sleutel (verpakt TEXT)")
        eigen.execute("CREATE TABLE casus (kenmerk TEXT)")
        eigen.execute("INSERT INTO sleutel VALUES ('KANARIE-SLEUTEL')")
        eigen.execute("INSERT INTO casus VALUES ('LW-2026-0001')")
    with kopie(url) as stroom:
        inhoud = stroom.read()
    assert b"KANARIE-SLEUTEL" not in inhoud
    assert b"LW-2026-0001" in inhoud
    assert not list(tmp_path.glob(".kopie-*"))
    assert not is_leeg(url)
    (tmp_path / "kopie").write_bytes(inhoud)
    zet_terug(f"sqlite:///{tmp_path / 'twee.db'}", tmp_path / "kopie")
    with closing(sqlite3.connect(tmp_path / "twee.db")) as terug:
        assert terug.execute("SELECT count(*) FROM sleutel").fetchone() == (0,)


def test_ouder_schema__wordt_bijgewerkt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup of before the texts were sealed says so, and needs no file of keys."""
    monkeypatch.setattr("overleg.reservekopie.maken.Kop", partial(Kop, versie=ZONDER_SLEUTELS))
    openbaar = nieuwe_sleutel(tmp_path / "geheim")
    oud = config(tmp_path, "oud.db", openbaar)
    app = create_app(oud)
    with app.app_context():
        upgrade(directory=str(WORTEL / "migrations"), revision=EERDER)
        assert "bewaartermijn" not in inspect(db.engine).get_table_names()
    los(app)
    bestand = maak(oud, tmp_path / "kopieen", MOMENT)
    nieuw = create_app(config(tmp_path, "nieuw.db"))
    with nieuw.app_context():
        klaar = herstel(nieuw, bestand, tmp_path / "geheim")
        assert "bewaartermijn" in inspect(db.engine).get_table_names()
        assert (klaar.van, klaar.opnieuw, klaar.breuk) == (MOMENT, 0, "")
        with pytest.raises(NietGelukt, match="not empty"):
            herstel(nieuw, bestand, tmp_path / "geheim")
    los(nieuw)
