"""docs/backup.md to the letter: back up while people write, destroy, restore on an empty database."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from psycopg import sql
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from models import Bericht, Casus, Gebruiker, Sessie
from models.waarden import BerichtStatus, CasusStatus
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.hoofdsleutel import lees_tekst, leg_op
from tests.bewaren.test_vernietigen import vernietig
from tests.bewaren.wereld import Wereld, vindplaatsen
from tests.steun import postgresql
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.toepassing import GEHEIM, HOOFDSLEUTEL, los

Als = Callable[[Gebruiker], FlaskClient]
Leeg = tuple[str, dict[str, str]]
BLOK = re.compile(r"^```bash (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GEDULD = 120.0


def blokken() -> dict[str, str]:
    """Return the commands of the docs, by the name of their block."""
    return dict(BLOK.findall((WORTEL / "docs" / "backup.md").read_text(encoding="utf-8")))


class Machine:
    """A shell on a machine with the settings of one installation."""

    def __init__(self, map_: Path, database_url: str, anders: Mapping[str, str]) -> None:
        self.omgeving = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "OVERLEG_SECRET_KEY": GEHEIM,
            "OVERLEG_DATABASE_URL": database_url,
            "OVERLEG_SLEUTELMAP": str(map_ / "sleutelmap"),
            "OVERLEG_HOOFDSLEUTEL": HOOFDSLEUTEL,
            "KOPIEEN": str(map_ / "kopieen"),
            "SLEUTEL": str(map_ / "kluis.sleutel"),
            **anders,
        }

    def doe(self, *namen: str, mag_falen: bool = False) -> subprocess.CompletedProcess[str]:
        """Run these blocks of the docs, one after the other, in one shell that stops at a mistake."""
        alle = blokken()
        klaar = subprocess.run(
            ["bash", "-c", "\n".join(["set -eu", *(alle[naam] for naam in namen)])],
            cwd=WORTEL,
            env=self.omgeving,
            capture_output=True,
            text=True,
            timeout=GEDULD,
            check=False,
        )
        assert mag_falen or klaar.returncode == 0, klaar.stdout + klaar.stderr
        return klaar


class Schrijver(threading.Thread):
    """Someone who goes on writing while the backup is made, and keeps what was acknowledged."""

    def __init__(self, url: str, naam: str) -> None:
        super().__init__(daemon=True)
        opties: dict[str, Any] = {"connect_args": {"timeout": 30}} if url.startswith("sqlite") else {}
        self.motor, self.naam = create_engine(url, **opties), naam
        self.bevestigd: list[tuple[float, str]] = []
        self.stop = threading.Event()

    def run(self) -> None:
        """Write until asked to stop."""
        while not self.stop.is_set():
            onderwerp = f"{self.naam} {len(self.bevestigd)}"
            with Session(self.motor) as sessie, sessie.begin():
                sessie.add(Bericht(aan="a@voorbeeld.nl", onderwerp=onderwerp, tekst="x"))
            self.bevestigd.append((time.monotonic(), onderwerp))
            self.stop.wait(0.02)

    def klaar(self) -> list[tuple[float, str]]:
        """Stop, and return what was acknowledged and when."""
        self.stop.set()
        self.join(GEDULD)
        self.motor.dispose()
        return self.bevestigd


@pytest.fixture
def wereld(fabriek: Fabriek, app: Flask, tmp_path: Path) -> Iterator[Wereld]:
    """Return a tafel with a meeting; its list of what was destroyed is that of the machine."""
    oud: Config = app.extensions["overleg"]
    app.extensions["overleg"] = replace(oud, sleutelmap=str(tmp_path / "sleutelmap"))
    yield Wereld(fabriek)
    app.extensions["overleg"] = oud


@pytest.fixture
def leeg(database_url: str, tmp_path: Path, testmap: Path) -> Iterator[Leeg]:
    """Return the address of a database that is not there yet, and what its settings need besides."""
    if database_url.startswith("sqlite"):
        (tmp_path / "nieuw").mkdir()
        yield f"sqlite:///{tmp_path / 'nieuw' / 'overleg.db'}", {}
        return
    naam = f"hersteld_{database_url.rsplit('/', maxsplit=1)[-1].split('?', maxsplit=1)[0]}".split("?")[0]
    naam = re.sub(r"\W", "_", naam)
    yield (
        postgresql.url(testmap, naam),
        {"DATABASE": naam, "PGHOST": str(postgresql.datamap(testmap)), "PGUSER": postgresql.GEBRUIKER},
    )
    with postgresql.verbind(testmap) as eigenaar:
        eigenaar.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam)))


def maak_kopie(oud: Machine, map_: Path) -> set[str]:
    """Follow steps 1 and 2 while three others write; return what was acknowledged before it began."""
    oud.doe("plaatsen", "sleutel")
    assert (map_ / "kluis.sleutel").stat().st_mode & 0o077 == 0
    schrijvers = [Schrijver(oud.omgeving["OVERLEG_DATABASE_URL"], f"schrijver {n}") for n in range(3)]
    for schrijver in schrijvers:
        schrijver.start()
    time.sleep(0.5)
    begin = time.monotonic()
    oud.doe("plaatsen", "ontvangers", "maken")
    bevestigd = [regel for schrijver in schrijvers for regel in schrijver.klaar()]
    assert len([1 for wanneer, _naam in bevestigd if wanneer > begin]) > 10, "they had to wait"
    (kopie,) = (map_ / "kopieen").glob("*")
    assert kopie.stat().st_mode & 0o077 == 0
    assert not any(merk in kopie.read_bytes() for merk in (b"KANARIE", b"SQLite format", b"PGDMP"))
    return {naam for wanneer, naam in bevestigd if wanneer < begin}


def test_volg_de_woorden__kopie_onder_schrijvers__vernietigen__terug_op_een_lege(
    wereld: Wereld, als: Als, database_url: str, leeg: Leeg, tmp_path: Path
) -> None:
    als(wereld.voorzitter).get("/")
    casus_id = wereld.casus.id
    wereld.sessie.rollback()
    vooraf = maak_kopie(Machine(tmp_path, database_url, {}), tmp_path)
    vernietig(wereld, als)
    wereld.sessie.rollback()

    adres, anders = leeg
    nieuw = Machine(tmp_path, adres, {})
    if anders:
        Machine(tmp_path, adres, anders).doe("leeg-postgresql")
    _eis_sleutels(nieuw, tmp_path / "sleutelmap" / "sleutels.jsonl", casus_id, wereld.ander.id)
    wereld.sessie.rollback()
    klaar = nieuw.doe("plaatsen", "herstellen", "nakijken")
    assert re.match(r"Restored in \d+\.\d s: backup of ", klaar.stdout)
    for zin in ("1 casussen destroyed again", "The logboek is whole", "Het logboek is heel"):
        assert zin in klaar.stdout
    assert "The database is not empty" in nieuw.doe("plaatsen", "herstellen", mag_falen=True).stderr
    nieuw.doe("herhalen")

    _eis_hersteld(adres, casus_id, vooraf)
    if adres.startswith("sqlite"):
        assert b"KANARIE" not in b"".join(p.read_bytes() for p in (tmp_path / "nieuw").iterdir())
    config = Config(
        database_url=adres, secret_key=GEHEIM, testing=True, sleutelmap=str(tmp_path / "sleutelmap")
    )
    app = create_app(config)
    assert app.test_client().get("/inloggen").status_code == 200
    los(app)


def _eis_sleutels(nieuw: Machine, bestand: Path, weg: uuid.UUID, ander: uuid.UUID) -> None:
    """The key of what was destroyed is in no file any more, and without the file nothing is put back."""
    tekst = bestand.read_text(encoding="ascii")
    assert (str(weg) in tekst, str(ander) in tekst) == (False, True)
    assert bestand.stat().st_mode & 0o077 == 0
    bestand.unlink()
    assert "is missing or damaged" in nieuw.doe("plaatsen", "herstellen", mag_falen=True).stderr
    bestand.write_text(tekst, encoding="ascii")


def _eis_hersteld(adres: str, casus_id: uuid.UUID, vooraf: set[str]) -> None:
    motor = create_engine(adres)
    leg_op(motor, lees_tekst(HOOFDSLEUTEL), {})
    with Session(motor) as hersteld:
        assert vindplaatsen(hersteld, "KANARIE") == vindplaatsen(hersteld, f"1:{casus_id.hex}") == {}
        assert len(vindplaatsen(hersteld, "BLIJFTZO")) > 80
        assert vooraf
        assert vooraf <= set(hersteld.scalars(select(Bericht.onderwerp)))
        assert not hersteld.scalars(select(Sessie)).all()
        assert not hersteld.scalars(select(Bericht).where(Bericht.status == BerichtStatus.KLAAR)).all()
        assert hersteld.get_one(Casus, casus_id).status is CasusStatus.VERNIETIGD
    motor.dispose()


@ALLEEN_SQLITE  # the key has nothing to do with the kind of database
def test_zonder_sleutel__niets_geschreven_en_niets_te_openen(
    wereld: Wereld, database_url: str, leeg: Leeg, tmp_path: Path
) -> None:
    wereld.sessie.rollback()
    oud = Machine(tmp_path, database_url, {})
    zonder = oud.doe("plaatsen", "maken", mag_falen=True)
    assert zonder.returncode != 0
    assert "OVERLEG_BACKUP_ONTVANGERS is not set" in zonder.stderr
    assert not (tmp_path / "kopieen").exists()
    oud.doe("plaatsen", "sleutel")
    assert "is there already" in oud.doe("plaatsen", "sleutel", mag_falen=True).stderr
    oud.doe("plaatsen", "ontvangers", "maken")

    adres, anders = leeg
    vreemd = Machine(tmp_path, adres, {"SLEUTEL": str(tmp_path / "ander.sleutel")})
    if anders:
        Machine(tmp_path, adres, anders).doe("leeg-postgresql")
    vreemd.doe("plaatsen", "sleutel")
    assert "This key does not open" in vreemd.doe("plaatsen", "herstellen", mag_falen=True).stderr
    (kopie,) = (tmp_path / "kopieen").glob("*.age")
    kopie.write_bytes(kopie.read_bytes()[:-20])
    eigen = Machine(tmp_path, adres, {}).doe("plaatsen", "herstellen", mag_falen=True)
    assert "This key does not open" in eigen.stderr
    (tmp_path / "kluis.sleutel").write_text("# leeg\n", encoding="utf-8")
    geen = Machine(tmp_path, adres, {}).doe("plaatsen", "herstellen", mag_falen=True)
    assert "holds no secret key" in geen.stderr
