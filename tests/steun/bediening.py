"""The application served for a browser: in a thread of the test, on a free port of loopback.

In the test's own process, so that a frozen clock (time_machine) holds for the pages too, and coverage
sees the routes.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from overleg import create_app
from overleg.basis.config import Config
from tests.steun.database import verse_sqlite
from tests.steun.toepassing import GEHEIM, los, zuinig

ADRES = "127.0.0.1"
SERVERFOUT = "500"
_vast: dict[str, Flask] = {}


@dataclass(frozen=True)
class Account:
    """A demo account, as `flask demo --toon` prints it."""

    email: str
    wachtwoord: str
    rol: str
    organisatie: str


@dataclass(frozen=True)
class Server:
    """A running application: where it is, itself, and the requests that it answered with 500 and up."""

    url: str
    app: Flask
    fouten: list[str]


class Luisterend(WSGIRequestHandler):
    """Says nothing about requests that went as they should, and keeps the others."""

    fouten: list[str]

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002 the library calls it so
        """Note a failure instead of writing a line."""
        if str(code) >= SERVERFOUT:
            self.fouten.append(f"{code} on {self.requestline}")


def toepassing(bestand: Path, testmap: Path, *, demo: bool) -> Flask:
    """Return a new application on a SQLite file."""
    config = Config(database_url=f"sqlite:///{bestand}", secret_key=GEHEIM, demo=demo, testing=True)
    return zuinig(create_app(config), testmap)


def vaste_toepassing(sjabloon: Path, testmap: Path, werker: str, *, demo: bool) -> Flask:
    """Return the one application of this worker, on a fresh copy of `sjabloon`.

    A new one would have to build every query again, which costs more than most tests do.
    """
    url = verse_sqlite(testmap, sjabloon, f"bediend-{werker}-{'demo' if demo else 'leeg'}")
    if url not in _vast:
        _vast[url] = toepassing(Path(url.removeprefix("sqlite:///")), testmap, demo=demo)
    return _vast[url]


def vul_met_demo(bron: Path, doel: Path, testmap: Path) -> None:
    """Make `doel`: a copy of the migrated file `bron`, filled with the demo data."""
    bezig = doel.with_suffix(".bezig")
    shutil.copyfile(bron, bezig)
    app = toepassing(bezig, testmap, demo=True)
    uitkomst = app.test_cli_runner().invoke(args=["demo"])
    assert uitkomst.exit_code == 0, f"`flask demo` failed: {uitkomst.output} {uitkomst.exception!r}"
    los(app)
    bezig.rename(doel)


def demo_accounts(app: Flask) -> list[Account]:
    """Return the accounts that `flask demo --toon` prints."""
    uitvoer = app.test_cli_runner().invoke(args=["demo", "--toon"]).output
    rijen = [regel.split("\t") for regel in uitvoer.splitlines() if "\t" in regel]
    return [Account(*rij[:4]) for rij in rijen]


@contextmanager
def bedien(app: Flask, poort: int = 0) -> Iterator[Server]:
    """Serve `app` until the block ends, on a free port or on `poort`; raises when it failed at a request."""
    fouten: list[str] = []
    luisterend = type("Luisterend", (Luisterend,), {"fouten": fouten})
    server = make_server(ADRES, poort, app, threaded=True, request_handler=luisterend)
    server.daemon_threads = True  # type: ignore[attr-defined]
    server.block_on_close = False  # type: ignore[attr-defined]
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    draad.start()
    try:
        yield Server(f"http://{ADRES}:{server.server_port}", app, fouten)
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
        los(app)
    assert not fouten, f"the server failed: {fouten}"
