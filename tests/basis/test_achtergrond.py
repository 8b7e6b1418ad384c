"""The background loop: each task once, whoever runs it; a failure stops nothing else."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Bericht, Zegel
from models.waarden_post import Berichtsoort
from overleg.basis import achtergrond
from overleg.basis.achtergrond import Lus, Taak
from overleg.basis.config import WORTEL
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.toepassing import GEHEIM, HOOFDSLEUTEL

OCHTEND = datetime(2026, 11, 24, 8, tzinfo=UTC)


def telt(keren: list[str], duur: float = 0.0) -> Callable[[Session], int]:
    """Return work that notes that it ran."""

    def werk(_sessie: Session) -> int:
        time.sleep(duur)
        keren.append("keer")
        return 1

    return werk


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, Taak]:
    """Only the tasks of the test."""
    leeg: dict[str, Taak] = {}
    monkeypatch.setattr(achtergrond, "TAKEN", leeg)
    return leeg


@pytest.mark.parametrize(
    ("dagelijks", "laatst", "aan_de_beurt"),
    [
        (False, None, True),
        (False, timedelta(seconds=30), False),
        (False, timedelta(seconds=60), True),
        (True, None, True),
        (True, timedelta(hours=8), False),
        (True, timedelta(hours=10), True),
    ],
)
def test_taak__aan_de_beurt(dagelijks: bool, laatst: timedelta | None, aan_de_beurt: bool) -> None:
    taak = Taak("proef", lambda _sessie: 0, dagelijks)
    assert taak.is_aan_de_beurt(OCHTEND - laatst if laatst else None, OCHTEND) is aan_de_beurt


def test_taak__zelfde_naam__geweigerd(taken: dict[str, Taak]) -> None:
    achtergrond.taak("proef")(lambda _sessie: 0)
    with pytest.raises(RuntimeError, match="'proef'"):
        achtergrond.taak("proef")(lambda _sessie: 1)
    assert list(taken) == ["proef"]


def test_lus__dagelijkse_taak__een_keer_per_dag(app: Flask, taken: dict[str, Taak]) -> None:
    keren: list[str] = []
    taken["proef"] = Taak("proef", telt(keren), dagelijks=True)
    with time_machine.travel(OCHTEND, tick=False) as klok:
        for _ in range(2):
            assert Lus(app).ronde()
        assert len(keren) == 1
        klok.shift(timedelta(days=1))
        assert Lus(app).ronde()
    assert len(keren) == 2


def test_lus__taak_faalt__teruggedraaid_en_de_rest_gaat_door(
    app: Flask, db_sessie: Session, taken: dict[str, Taak]
) -> None:
    def stuk(sessie: Session) -> int:
        leg_klaar(sessie, Berichtsoort.WERK, "a@voorbeeld.nl", "x", "y")
        raise ValueError

    gedaan: list[str] = []
    taken["stuk"] = Taak("stuk", stuk)
    taken["heel"] = Taak("heel", telt(gedaan))
    lus = Lus(app)
    assert not lus.ronde()
    assert lus.ronde(), "what failed is left alone for a minute"
    assert len(gedaan) == 1
    assert db_sessie.scalar(select(func.count()).select_from(Bericht)) == 0


def test_lussen__tegelijk__taak_een_keer(app: Flask, taken: dict[str, Taak]) -> None:
    keren: list[str] = []
    taken["proef"] = Taak("proef", telt(keren, duur=0.1), dagelijks=True)
    draden = [threading.Thread(target=Lus(app).ronde) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(keren) == 1


def test_lus__verzegelt_het_logboek(app: Flask, db_sessie: Session) -> None:
    schrijf(db_sessie, None, Soort.INLOGGEN_MISLUKT)
    db_sessie.commit()
    assert app.test_cli_runner().invoke(args=["achtergrond", "--eenmalig"]).exit_code == 0
    assert db_sessie.scalar(select(func.count()).select_from(Zegel)) == 1
    assert app.test_cli_runner().invoke(args=["logboek", "controleer"]).exit_code == 0


def wacht_tot_lus_loopt(bestand: Path, proces: subprocess.Popen[bytes]) -> None:
    """Return when the loop of `proces` wrote its first row; fail when it ended or takes half a minute."""
    grens = time.monotonic() + 30
    while time.monotonic() < grens:
        assert proces.poll() is None
        with closing(sqlite3.connect(bestand)) as verbinding:
            if verbinding.execute("SELECT count(*) FROM achtergrondtaak").fetchone()[0]:
                return
        time.sleep(0.1)
    raise AssertionError("the loop did not begin")


def wacht_op_eerste_ronde(bestand: str) -> None:
    """Return once the loop of another process has begun its work on this SQLite file."""
    grens = time.monotonic() + 60
    with closing(sqlite3.connect(bestand)) as kijker:
        while not kijker.execute("SELECT 1 FROM achtergrondtaak").fetchone():
            assert time.monotonic() < grens
            time.sleep(0.05)


@ALLEEN_SQLITE  # it is about the process, not about the database
def test_opdracht__sigterm__eindigt_netjes(database_url: str) -> None:
    eigen = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("OVERLEG_")}
    omgeving = {
        **eigen,
        "OVERLEG_DATABASE_URL": database_url,
        "OVERLEG_SECRET_KEY": GEHEIM,
        "OVERLEG_HOOFDSLEUTEL": HOOFDSLEUTEL,
    }
    regel = [sys.executable, "-m", "flask", "--app", "app", "achtergrond"]
    proces = subprocess.Popen(
        regel, cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    wacht_tot_lus_loopt(Path(database_url.removeprefix("sqlite:///")), proces)
    proces.send_signal(signal.SIGTERM)
    uitvoer = proces.communicate(timeout=20)[0]
    assert proces.returncode == 0, uitvoer
    assert uitvoer == b""
