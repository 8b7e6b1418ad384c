"""A meeting of twelve on the server of production, on SQLite and on PostgreSQL.

Fixture: `zaal`, with everything a test of the live meeting asks of server and database. PostgreSQL is one of
our own, because a test may stop it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask
from psycopg import sql
from sqlalchemy.orm import Session

from overleg import create_app
from overleg.basis.config import Config
from overleg.basis.database import db
from tests.steun import postgresql
from tests.steun.database import SJABLOON, SOORTEN, migreer_leeg, verse_sqlite
from tests.steun.fabriek import Fabriek
from tests.steun.klant import Klant
from tests.steun.productie import Productie, productie
from tests.steun.stromen import Stroom
from tests.steun.toepassing import GEHEIM, los
from tests.steun.vergadering import Vergadering, vergadering

WEG = 1.0
"""Seconds that the database is away when it starts again."""


@dataclass
class Zaal:
    """A meeting that is on, on a running server."""

    soort: str
    map_: Path
    app: Flask
    server: Productie
    vergadering: Vergadering
    herstart_database: Callable[[], None]
    """Take the database away for a moment: PostgreSQL stops at once, SQLite is held by another process."""
    klanten: list[Klant] = field(default_factory=list)
    stromen: list[Stroom] = field(default_factory=list)

    def klant(self, nummer: int) -> Klant:
        """Return one of the twelve, signed in."""
        klant = Klant(self.server.poort).meld_aan(self.vergadering.emails[nummer])
        self.klanten.append(klant)
        return klant

    def allen(self) -> list[Klant]:
        """Return all twelve, signed in."""
        return [self.klant(nummer) for nummer in range(len(self.vergadering.emails))]

    def luister(self, klant: Klant) -> Stroom:
        """Open the page of the meeting for someone."""
        nummer = stand(klant, self.vergadering)
        stroom = Stroom(klant, self.vergadering.stroom, nummer).open()
        self.stromen.append(stroom)
        return stroom

    @contextmanager
    def sessie(self) -> Iterator[Session]:
        """Look into the database beside the server."""
        with self.app.app_context(), Session(db.engine) as eigen:
            yield eigen

    def klaar(self) -> None:
        """Let everyone leave."""
        for stroom in self.stromen:
            stroom.dicht()
        for klant in self.klanten:
            klant.dicht()


def stand(klant: Klant, vergadering: Vergadering) -> int:
    """Return the number of the meeting now, as this person is told."""
    antwoord = klant.get(f"/overleggen/{vergadering.overleg_id}/stand")
    assert antwoord.status == 200, antwoord.tekst
    return int(antwoord.tekst.split('"nummer":')[1].split("}")[0].split(",")[0])


@pytest.fixture(scope="session")
def eigen_postgresql(
    tmp_path_factory: pytest.TempPathFactory, testmap: Path, toezicht: int
) -> Iterator[Path]:
    """Return the folder of a PostgreSQL that keeps what it acknowledged, with a migrated template."""
    map_ = testmap / tmp_path_factory.mktemp("kracht").parent.name / "kracht"
    map_.mkdir(parents=True)
    postgresql.start(map_, toezicht, postgresql.BEVESTIGD)
    with postgresql.verbind(map_) as eigenaar:
        eigenaar.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(SJABLOON)))
    migreer_leeg(postgresql.url(map_, SJABLOON))
    yield map_
    postgresql.stop(map_)


@pytest.fixture(params=SOORTEN)
def zaal(request: pytest.FixtureRequest, tmp_path: Path, toezicht: int) -> Iterator[Zaal]:
    """Return the meeting, once on each database."""
    soort: str = request.param
    if soort == "sqlite":
        url = verse_sqlite(tmp_path, request.getfixturevalue("sqlite_sjabloon"), "zaal")

        def herstart() -> None:
            houd_vast(tmp_path / "zaal.db", 3 * WEG)
    else:
        map_: Path = request.getfixturevalue("eigen_postgresql")
        url = _verse_database(map_)

        def herstart() -> None:
            postgresql.herstart(map_, toezicht, postgresql.BEVESTIGD, weg=WEG)

    app = create_app(Config(database_url=url, secret_key=GEHEIM, testing=True))
    with app.app_context(), Session(db.engine) as sessie:
        fabriek = Fabriek(sessie)
        gemaakt = vergadering(fabriek)
        fabriek.klaar()
    with ExitStack() as stapel:
        stapel.callback(los, app)
        server = stapel.enter_context(productie(url, tmp_path))
        zaal = Zaal(soort, tmp_path, app, server, gemaakt, herstart)
        stapel.callback(zaal.klaar)
        yield zaal


def _verse_database(map_: Path) -> str:
    naam = f"zaal{time.monotonic_ns()}"
    with postgresql.verbind(map_) as eigenaar:
        doel, bron = sql.Identifier(naam), sql.Identifier(SJABLOON)
        eigenaar.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(doel, bron))
    return postgresql.url(map_, naam)


def houd_vast(bestand: Path, seconden: float) -> None:
    """Hold SQLite's write lock from outside for so long."""
    with sqlite3.connect(bestand, timeout=30, isolation_level=None) as ander:
        ander.execute("BEGIN IMMEDIATE")
        time.sleep(seconden)
        ander.execute("ROLLBACK")
    ander.close()
