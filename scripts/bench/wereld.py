"""What is measured on: a PostgreSQL of its own, meetings of twelve in it, and the two servers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, session
from flask_login import login_user
from flask_wtf.csrf import generate_csrf
from psycopg import sql
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebruiker
from overleg import create_app
from overleg.basis.config import Config
from overleg.basis.database import db
from scripts.bench.lijn import ADRES, BROWSER
from scripts.gemeen import WORTEL
from tests.steun import postgresql
from tests.steun.database import migreer_leeg
from tests.steun.fabriek import Fabriek
from tests.steun.productie import omgeving_voor, vrije_poort
from tests.steun.toepassing import GEHEIM
from tests.steun.vergadering import Vergadering, vergadering

NAAM = "bench"


@dataclass(frozen=True)
class Sessie:
    """What a browser of someone who signed in holds."""

    cookie: str
    token: str


@dataclass
class Server:
    """One server of gunicorn with the settings of production."""

    poort: int
    proces: subprocess.Popen[bytes]

    def geheugen(self) -> int:
        """Return the memory of all workers, in bytes."""
        kinderen = Path(f"/proc/{self.proces.pid}/task/{self.proces.pid}/children").read_text().split()
        tekst = "".join(Path(f"/proc/{kind}/smaps_rollup").read_text() for kind in kinderen)
        return 1024 * sum(int(aantal) for aantal in re.findall(r"^Pss:\s+(\d+)", tekst, re.MULTILINE))


@contextmanager
def database(map_: Path) -> Iterator[str]:
    """Give the address of a migrated database, on a server that keeps what it acknowledged."""
    postgresql.start(map_, os.getpid(), {"max_connections": "200", "synchronous_commit": "on", "fsync": "on"})
    with postgresql.verbind(map_) as eigenaar:
        eigenaar.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAAM)))
    url = postgresql.url(map_, NAAM)
    migreer_leeg(url)
    yield url
    postgresql.stop(map_)


def maak_app(url: str) -> Flask:
    """Return the application in this process, to make rows and sessions with."""
    return create_app(Config(database_url=url, secret_key=GEHEIM, testing=True))


def vul(app: Flask, aantal: int, casussen: int = 1, vanaf: int = 1) -> list[Vergadering]:
    """Make so many meetings of twelve that are on."""
    with app.app_context(), Session(db.engine) as sessie:
        fabriek = Fabriek(sessie)
        for _ in range(10_000 * vanaf if vanaf > 1 else 0):
            next(fabriek._nummer)
        gemaakt = [vergadering(fabriek, vanaf + nummer, casussen) for nummer in range(aantal)]
        fabriek.klaar()
    return gemaakt


def sessies(app: Flask, zaal: Vergadering) -> list[Sessie]:
    """Return a session for each of the twelve, made as signing in makes it but without the password."""
    gemaakt = []
    maker = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    with app.app_context(), Session(db.engine) as eigen:
        mensen = {
            m.email: m for m in eigen.scalars(select(Gebruiker).where(Gebruiker.email.in_(zaal.emails)))
        }
    for email in zaal.emails:
        with app.test_request_context(headers={"User-Agent": BROWSER}, environ_base={"REMOTE_ADDR": ADRES}):
            login_user(mensen[email])
            token = generate_csrf()
            gemaakt.append(Sessie(f"{app.config['SESSION_COOKIE_NAME']}={maker.dumps(dict(session))}", token))
    return gemaakt


@contextmanager
def bedien(url: str, map_: Path, wat: str) -> Iterator[Server]:
    """Serve `wat` as production does, two workers, until the block ends."""
    poort = vrije_poort()
    omgeving = omgeving_voor(url, poort)
    with (map_ / f"{poort}.log").open("wb") as log:
        opdracht = [sys.executable, "-m", "gunicorn", wat]
        proces = subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving, stdout=log, stderr=log)
        try:
            _wacht(poort)
            yield Server(poort, proces)
        finally:
            proces.terminate()
            try:
                proces.wait(20)
            except subprocess.TimeoutExpired:
                proces.kill()


def _wacht(poort: int) -> None:
    import socket  # noqa: PLC0415 - patched by then

    grens = time.monotonic() + 60
    while time.monotonic() < grens:
        try:
            socket.create_connection((ADRES, poort), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(1)
            return
    raise RuntimeError("the server does not answer")
