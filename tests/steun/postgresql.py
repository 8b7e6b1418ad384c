"""A real PostgreSQL for one run of the tests, in a folder of its own, on a Unix socket only."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import psycopg

from scripts.systeem import postgresql_map

GEBRUIKER = "postgres"
STARTTIJD = 60.0
# Nothing in here outlives the run, so nothing needs to survive a power cut.
INSTELLINGEN = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
}
# What is acknowledged must survive a server that is stopped at once, as in production (the machine stays up).
BEVESTIGD = {"synchronous_commit": "on"}
# Kept, because a process that is forgotten while it runs gives a warning.
_bewakers: dict[Path, subprocess.Popen[bytes]] = {}
# Ends the server when the run is gone, however it went: no process may stay behind.
BEWAKER = """
"$@" &
server=$!
while [ -d "/proc/$TOEZICHT" ] && kill -0 $server 2>/dev/null; do sleep 0.3; done
kill -INT $server 2>/dev/null
wait $server
"""


def datamap(map_: Path) -> Path:
    """Return where the server keeps its data."""
    return map_ / "pg"


def als_gewone_gebruiker() -> list[str]:
    """Return what to put before a command: PostgreSQL refuses to run as root."""
    return ["runuser", "-u", GEBRUIKER, "--"] if os.geteuid() == 0 else []


def programma(naam: str) -> str:
    """Return the path of one of PostgreSQL's programs."""
    gevonden = postgresql_map()
    assert gevonden, "PostgreSQL is not installed: run `make test`, which installs it or says how"
    return str(gevonden / naam)


def start(map_: Path, toezicht: int, anders: Mapping[str, str] | None = None) -> None:
    """Make a cluster in `map_` and start it; it ends with the process `toezicht`; `anders` are settings."""
    data = datamap(map_)
    data.mkdir()
    if os.geteuid() == 0:
        shutil.chown(data, GEBRUIKER)
    initdb = [programma("initdb"), "-D", str(data), "-U", GEBRUIKER, "-A", "trust", "-E", "UTF8"]
    initdb += ["--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    subprocess.run([*als_gewone_gebruiker(), *initdb], cwd=map_, check=True, capture_output=True)
    _serveer(map_, toezicht, anders or {})


def _serveer(map_: Path, toezicht: int, anders: Mapping[str, str]) -> None:
    data = datamap(map_)
    opties = [
        woord for naam, waarde in {**INSTELLINGEN, **anders}.items() for woord in ("-c", f"{naam}={waarde}")
    ]
    server = [programma("postgres"), "-D", str(data), "-k", str(data), *opties]
    with (map_ / "pg.log").open("ab") as log:
        _bewakers[map_] = subprocess.Popen(
            [*als_gewone_gebruiker(), "sh", "-c", BEWAKER, "bewaker", *server],
            cwd=map_,
            env={**os.environ, "TOEZICHT": str(toezicht)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    wacht_tot_bereikbaar(map_)


def herstart(map_: Path, toezicht: int, anders: Mapping[str, str], *, weg: float) -> None:
    """Stop the server at once, as a crash does, and start it again after `weg` seconds."""
    os.kill(_proces(map_), signal.SIGQUIT)
    _bewakers.pop(map_).wait(STARTTIJD)
    time.sleep(weg)
    _serveer(map_, toezicht, anders)


def _proces(map_: Path) -> int:
    return int((datamap(map_) / "postmaster.pid").read_text().splitlines()[0])


def wacht_tot_bereikbaar(map_: Path) -> None:
    """Return once the server accepts connections."""
    grens = time.monotonic() + STARTTIJD
    while True:
        try:
            verbind(map_).close()
        except psycopg.OperationalError:
            if time.monotonic() > grens:
                raise
            time.sleep(0.05)
        else:
            return


def verbind(map_: Path) -> psycopg.Connection[tuple[object, ...]]:
    """Return a connection as the server's owner, outside any transaction."""
    return psycopg.connect(host=str(datamap(map_)), user=GEBRUIKER, dbname="postgres", autocommit=True)


def url(map_: Path, database: str) -> str:
    """Return SQLAlchemy's address of a database on this server."""
    return f"postgresql+psycopg://{GEBRUIKER}@/{database}?host={datamap(map_)}"


def stop(map_: Path) -> None:
    """Stop the server, if there is one, and wait until it is gone."""
    pidbestand = datamap(map_) / "postmaster.pid"
    if not pidbestand.exists():
        return
    os.kill(_proces(map_), signal.SIGINT)
    grens = time.monotonic() + STARTTIJD
    while pidbestand.exists() and time.monotonic() < grens:
        time.sleep(0.02)
    if bewaker := _bewakers.pop(map_, None):
        bewaker.wait(STARTTIJD)
