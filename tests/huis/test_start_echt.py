"""`make start` for real: from nothing to a served page, again with the data kept, and gone at the end."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from scripts.gemeen import WORTEL

GEDULD = 60.0
MERK = "Tafel met een nieuwe naam"
AANTALLEN = """SELECT (SELECT count(*) FROM overlegtafel), (SELECT count(*) FROM gebruiker),
    (SELECT count(*) FROM casus), (SELECT count(*) FROM overleg), (SELECT count(*) FROM afspraak)"""


@pytest.fixture
def omgeving(tmp_path: Path) -> dict[str, str]:
    """Return settings for a server of its own, with a word by which its processes can be found."""
    with socket.create_server(("127.0.0.1", 0)) as even:
        poort = even.getsockname()[1]
    eigen = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("OVERLEG_")}
    return {
        **eigen,
        "OVERLEG_DATABASE_URL": f"sqlite:///{tmp_path / 'start.db'}",
        "OVERLEG_PORT": str(poort),
        "OVERLEG_SECRET_KEY": "alleen-voor-deze-proef-en-geen-andere",
    }


@contextmanager
def gestart(omgeving: dict[str, str], uitvoer: Path) -> Iterator[None]:
    """Run the command until the block ends, from when it answers."""
    with uitvoer.open("w") as uit:
        regel = [sys.executable, "-m", "scripts.start"]
        proces = subprocess.Popen(regel, cwd=WORTEL, env=omgeving, stdout=uit, stderr=uit)
        try:
            wacht_op_antwoord(f"http://127.0.0.1:{omgeving['OVERLEG_PORT']}/healthz", proces, uitvoer)
            wacht_op_regel(uitvoer, "Serving on")
            yield
        finally:
            proces.send_signal(signal.SIGTERM)
            code = proces.wait(GEDULD)
    assert code == 0, uitvoer.read_text()


def wacht_op_antwoord(url: str, proces: subprocess.Popen[bytes], uitvoer: Path) -> None:
    """Return once the address answers."""
    grens = time.monotonic() + GEDULD
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - an address on loopback
        except OSError:
            assert proces.poll() is None, uitvoer.read_text()
            assert time.monotonic() < grens, uitvoer.read_text()
            time.sleep(0.02)
        else:
            return


def wacht_op_regel(uitvoer: Path, regel: str) -> None:
    """Return once the output holds this text."""
    grens = time.monotonic() + GEDULD
    while regel not in uitvoer.read_text():
        assert time.monotonic() < grens, uitvoer.read_text()
        time.sleep(0.02)


def processen_met(tekst: str) -> list[str]:
    """Return the command lines of all processes with this text in their environment."""
    gevonden = []
    for plek in Path("/proc").glob("[0-9]*"):
        try:
            if tekst.encode() in (plek / "environ").read_bytes():
                gevonden.append((plek / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return gevonden


def test_start__vult_een_lege_database_en_bewaart_hem(omgeving: dict[str, str], tmp_path: Path) -> None:
    with gestart(omgeving, tmp_path / "een.txt"):
        assert len(processen_met(omgeving["OVERLEG_DATABASE_URL"])) >= 4
    eerste = (tmp_path / "een.txt").read_text()
    assert "e-mail" in eerste
    assert f"Serving on http://127.0.0.1:{omgeving['OVERLEG_PORT']}" in eerste
    assert not processen_met(omgeving["OVERLEG_DATABASE_URL"])

    with closing(sqlite3.connect(tmp_path / "start.db")) as database:
        bewaard = _merk_en_tel(database)
        with gestart(omgeving, tmp_path / "twee.txt"):
            pass
        assert _aantallen(database) == bewaard, "a database that is there is not filled again"
        assert database.execute("SELECT naam FROM overlegtafel ORDER BY id").fetchone() == (MERK,)
    assert (tmp_path / "twee.txt").read_text() == eerste


def _merk_en_tel(database: sqlite3.Connection) -> tuple[int, ...]:
    """Change what a person could have changed; return how many rows there are."""
    database.execute(
        "UPDATE overlegtafel SET naam = ? WHERE id = (SELECT min(id) FROM overlegtafel)", (MERK,)
    )
    database.commit()
    return _aantallen(database)


def _aantallen(database: sqlite3.Connection) -> tuple[int, ...]:
    aantallen: tuple[int, ...] = database.execute(AANTALLEN).fetchone()
    return aantallen


def test_start__poort_bezet__een_zin_en_niets_gestart(omgeving: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", int(omgeving["OVERLEG_PORT"]))):
        regel = [sys.executable, "-m", "scripts.start"]
        klaar = subprocess.run(regel, cwd=WORTEL, env=omgeving, capture_output=True, text=True, check=False)
    assert klaar.returncode == 1
    assert klaar.stdout == ""
    assert klaar.stderr.count("\n") == 1
    assert f"Port {omgeving['OVERLEG_PORT']}" in klaar.stderr
