"""A fresh, migrated database for each test, on SQLite and on PostgreSQL.

Fixture: `database_url` runs the test twice, once on each. A test that holds on one only takes the
mark ALLEEN_SQLITE or ALLEEN_POSTGRESQL, and says why beside it.

The migrations run once per kind. On SQLite a test gets a copy of the file; on PostgreSQL the worker's own
database is a copy of the template, emptied before each test (see `verse_postgresql`).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from overleg import create_app
from overleg.basis.config import Config
from tests.steun import postgresql
from tests.steun.gedeeld import eenmalig
from tests.steun.toepassing import GEHEIM, los, migreer

SOORTEN = ("sqlite", "postgresql")
ALLEEN_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
ALLEEN_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
SJABLOON = "sjabloon"
# Copying files is twice as fast as the standard way of PostgreSQL 15 and up (25 against 55 ms, measured);
# older ones do it by themselves.
KENT_STRATEGIE = 150_000
TABELLEN = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
SCHEMA = """SELECT md5(string_agg(regel, ',' ORDER BY regel)) FROM (
    SELECT relname::text AS regel FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT conname::text || conrelid::regclass::text FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgname::text || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT attrelid::regclass::text || attname::text FROM pg_attribute
    JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
) AS alles"""
_schema: dict[str, tuple[object, ...] | None] = {}


def migreer_leeg(url: str) -> None:
    """Run all migrations on an empty database and let go of it."""
    app = create_app(Config(database_url=url, secret_key=GEHEIM, testing=True))
    migreer(app)
    los(app)


@pytest.fixture(scope="session")
def sqlite_sjabloon(testmap: Path) -> Path:
    """Return a migrated SQLite file, to be copied."""
    bestand = testmap / "sjabloon.db"
    eenmalig(testmap / "sqlite.klaar", lambda: migreer_leeg(f"sqlite:///{bestand}"))
    return bestand


@pytest.fixture(scope="session")
def pg(testmap: Path, toezicht: int) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Return a connection to this run's PostgreSQL, with a migrated template in it."""

    def maak() -> None:
        postgresql.start(testmap, toezicht)
        with postgresql.verbind(testmap) as eigenaar:
            eigenaar.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(SJABLOON)))
        migreer_leeg(postgresql.url(testmap, SJABLOON))

    eenmalig(testmap / "postgresql.klaar", maak)
    with postgresql.verbind(testmap) as verbinding:
        yield verbinding


def verse_sqlite(map_: Path, sjabloon: Path, naam: str) -> str:
    """Put a copy of the migrated file in place; return its address."""
    bestand = map_ / f"{naam}.db"
    for rest in ("", "-wal", "-shm"):  # not written over: who still has the old one open keeps that
        bestand.with_name(bestand.name + rest).unlink(missing_ok=True)
    shutil.copyfile(sjabloon, bestand)
    return f"sqlite:///{bestand}"


def verse_postgresql(map_: Path, verbinding: psycopg.Connection[tuple[object, ...]], naam: str) -> str:
    """Put an empty, migrated database in place; return its address.

    Emptying the worker's own database takes a tenth of the time of copying the template (measured), so that
    is what happens, unless there is none yet or a test left another schema behind.
    """
    url = postgresql.url(map_, naam)
    if not _geleegd(url):
        _gekopieerd(verbinding, naam)
    return url


def _geleegd(url: str) -> bool:
    """Empty every table, passing over the triggers that guard the logboek; False when that will not do."""
    if url not in _schema:
        return False
    with psycopg.connect(_zonder_stuurprogramma(url), autocommit=True) as eigen:
        if _kenmerk(eigen) != _schema[url]:
            return False
        eigen.execute("SET session_replication_role = replica")
        tabellen = [rij[0] for rij in eigen.execute(TABELLEN)]
        eigen.execute(
            sql.SQL("; ").join(sql.SQL("DELETE FROM {}").format(sql.Identifier(t)) for t in tabellen)
        )
    return True


def _gekopieerd(verbinding: psycopg.Connection[tuple[object, ...]], naam: str) -> None:
    doel, bron = sql.Identifier(naam), sql.Identifier(SJABLOON)
    verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(doel))
    manier = sql.SQL("STRATEGY file_copy" if verbinding.info.server_version >= KENT_STRATEGIE else "")
    verbinding.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} {}").format(doel, bron, manier))


def _zonder_stuurprogramma(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def _kenmerk(verbinding: psycopg.Connection[tuple[object, ...]]) -> tuple[object, ...] | None:
    """Return what tells one schema from another: its tables, indexes, constraints and triggers."""
    return verbinding.execute(SCHEMA).fetchone()


@pytest.fixture(params=SOORTEN)
def database_url(request: pytest.FixtureRequest, testmap: Path, worker_id: str) -> str:
    """Return the address of a fresh, migrated database; the same address each time within a worker."""
    if request.param == "sqlite":
        return verse_sqlite(testmap, request.getfixturevalue("sqlite_sjabloon"), worker_id)
    url = verse_postgresql(testmap, request.getfixturevalue("pg"), worker_id)
    if url not in _schema:
        with psycopg.connect(_zonder_stuurprogramma(url)) as eigen:
            _schema[url] = _kenmerk(eigen)
    return url


def schrijf_ernaast(url: str) -> None:
    """Write as another process would, and wait for nobody: fails while a request holds the lock to write."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=0, isolation_level=None)) as ander:
        ander.execute("BEGIN IMMEDIATE")
        ander.execute("ROLLBACK")


def ook_anderen_schrijven(monkeypatch: pytest.MonkeyPatch, url: str, *namen: str) -> list[str]:
    """Let each of these functions write beside the request first; return which were called so far."""
    gedaan: list[str] = []

    def vervang(naam: str) -> None:
        module, _, kort = naam.rpartition(".")
        echt = getattr(import_module(module), kort)

        def met_ander(*args: object, **kw: object) -> object:
            schrijf_ernaast(url)
            gedaan.append(kort)
            return echt(*args, **kw)

        monkeypatch.setattr(naam, met_ander)

    for naam in namen:
        vervang(naam)
    return gedaan
