"""Copying a whole database at one moment while others write, and putting such a copy in an empty one."""

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL, make_url

GEDULD = 60.0
KLEIN = "sqlite"
APART: tuple[str, ...] = ("sleutel",)
"""Tables whose rows never go into a backup: keys that lie beside the text protect nothing (decision 019)."""


class NietGelukt(RuntimeError):
    """Copying or putting back did not work; the message says why."""


def soort_van(url: str) -> str:
    """Return the kind of database of an address."""
    return make_url(url).get_backend_name()


@contextmanager
def kopie(url: str) -> Iterator[BinaryIO]:
    """Give a stream with a copy of the database as it is at this moment; others go on writing."""
    adres = make_url(url)
    if adres.get_backend_name() == KLEIN:
        with _sqlite_kopie(Path(str(adres.database))) as stroom:
            yield stroom
    else:
        with _pg_dump(adres) as stroom:
            yield stroom


@contextmanager
def _sqlite_kopie(bestand: Path) -> Iterator[BinaryIO]:
    """The copy stands beside the database, where the same text stands already, and goes at once."""
    with tempfile.TemporaryDirectory(dir=bestand.parent, prefix=".kopie-") as map_:
        doel = Path(map_) / "kopie.db"
        with closing(sqlite3.connect(bestand, timeout=GEDULD)) as bron:
            bron.execute("VACUUM INTO ?", (str(doel),))
        with closing(sqlite3.connect(doel, isolation_level=None)) as kopie_:
            _laat_weg(kopie_)
            (uitkomst,) = kopie_.execute("PRAGMA integrity_check").fetchone()
        if uitkomst != "ok":
            raise NietGelukt(f"the copy is damaged: {uitkomst}")
        with doel.open("rb") as stroom:
            yield stroom


def _laat_weg(kopie_: sqlite3.Connection) -> None:
    kopie_.execute("PRAGMA secure_delete=ON")
    er_zijn = {naam for (naam,) in kopie_.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for tabel in er_zijn.intersection(APART):
        kopie_.execute(f"DELETE FROM {tabel}")  # noqa: S608 a name of our own
        kopie_.execute("VACUUM")


@contextmanager
def _pg_dump(adres: URL) -> Iterator[BinaryIO]:
    opdracht = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges"]
    opdracht += [f"--exclude-table-data={tabel}" for tabel in APART]
    with _opdracht([*opdracht, f"--dbname={_libpq(adres)}"], adres, stdout=subprocess.PIPE) as proces:
        if proces.stdout is None:
            raise NietGelukt("pg_dump gives no output")
        yield proces.stdout  # type: ignore[misc] # a pipe of bytes


@contextmanager
def _opdracht(woorden: list[str], adres: URL, **anders: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of PostgreSQL; raises NietGelukt with its last line when it fails."""
    with tempfile.TemporaryFile() as fouten:
        try:
            proces = subprocess.Popen(woorden, env=_omgeving(adres), stderr=fouten, **anders)  # type: ignore[call-overload] # noqa: S603 words of our own
        except FileNotFoundError:
            raise NietGelukt(
                f"{woorden[0]} is not on this machine: install the client of PostgreSQL"
            ) from None
        with proces:
            yield proces
        if proces.returncode:
            fouten.seek(0)
            regels = fouten.read().decode(errors="replace").strip().splitlines()
            raise NietGelukt(f"{woorden[0]}: {regels[-1] if regels else proces.returncode}")


def _libpq(adres: URL) -> str:
    """Return the address for programs of PostgreSQL; without the password, which anyone can see there."""
    kaal = URL.create("postgresql", adres.username, None, adres.host, adres.port, adres.database, adres.query)
    return kaal.render_as_string(hide_password=False)


def _omgeving(adres: URL) -> Mapping[str, str]:
    return {**os.environ, **({"PGPASSWORD": str(adres.password)} if adres.password else {})}


def is_leeg(url: str) -> bool:
    """Whether there is nothing in the database yet: only then may a backup be put in it."""
    adres = make_url(url)
    if adres.get_backend_name() == KLEIN:
        bestand = Path(str(adres.database))
        if not bestand.exists() or not bestand.stat().st_size:
            return True
        with closing(sqlite3.connect(bestand)) as verbinding:
            (aantal,) = verbinding.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return int(aantal) == 0
    vraag = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    woorden = ["psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={vraag}"]
    with _opdracht([*woorden, f"--dbname={_libpq(adres)}"], adres, stdout=subprocess.PIPE) as proces:
        uitvoer: bytes = proces.communicate()[0]
    return uitvoer.strip() == b"0"


def zet_terug(url: str, bestand: Path) -> None:
    """Put a copy in the empty database. `bestand` is used up. Raises NietGelukt."""
    adres = make_url(url)
    if adres.get_backend_name() == KLEIN:
        doel = Path(str(adres.database))
        for rest in ("-wal", "-shm"):
            doel.with_name(doel.name + rest).unlink(missing_ok=True)
        with closing(sqlite3.connect(bestand)) as verbinding:
            (uitkomst,) = verbinding.execute("PRAGMA integrity_check").fetchone()
        if uitkomst != "ok":
            raise NietGelukt(f"the backup is damaged: {uitkomst}")
        bestand.replace(doel)
        return
    woorden = ["pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"]
    with _opdracht([*woorden, f"--dbname={_libpq(adres)}", str(bestand)], adres) as proces:
        proces.wait()


def werkmap(url: str) -> Path | None:
    """Return where a copy may stand for a moment: beside the SQLite file; None is the machine's own place."""
    adres = make_url(url)
    return Path(str(adres.database)).parent if adres.get_backend_name() == KLEIN else None
