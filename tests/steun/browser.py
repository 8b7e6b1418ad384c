"""A real Chromium, and the application served to it.

Fixtures: `server` (demo data), `lege_server` (migrated, nothing in it), `accounts` (the demo accounts on
`server`), `nieuwe_sessie` (opens a page signed out, in a session of its own; `javascript=False`,
`breedte=320`, `adres` for another name of the same server). Errors on the console, pages that break a rule
of the Content-Security-Policy, missing files and answers of 500 and up make the test fail at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scripts.systeem import chromium
from tests.steun.bediening import Account, Server, bedien, demo_accounts, vaste_toepassing, vul_met_demo
from tests.steun.gedeeld import eenmalig
from tests.steun.waarnemer import Waarnemer

OPTIES = [
    "--no-sandbox",  # Chromium refuses its sandbox when it runs as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
]
WACHTTIJD_MS = 20_000  # nothing waits that long on a machine with room
BREEDTE, HOOGTE = 1280, 900
NieuweSessie = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that opens a browser, so that `-m browser` finds them."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this worker."""
    programma = chromium()
    assert programma, "Chromium is not installed: run `make test`, which installs it or says how"
    expect.set_options(timeout=WACHTTIJD_MS)
    with sync_playwright() as spel:
        chrome = spel.chromium.launch(executable_path=str(programma), args=OPTIES)
        yield chrome
        chrome.close()


@pytest.fixture(scope="session")
def demo_sjabloon(testmap: Path, sqlite_sjabloon: Path) -> Path:
    """Return a SQLite file with the demo data, to be copied."""
    bestand = testmap / "demo.db"
    eenmalig(testmap / "demo.klaar", lambda: vul_met_demo(sqlite_sjabloon, bestand, testmap))
    return bestand


@pytest.fixture
def server(demo_sjabloon: Path, testmap: Path, worker_id: str) -> Iterator[Server]:
    """Serve the application with the demo data, fresh for this test."""
    with bedien(vaste_toepassing(demo_sjabloon, testmap, worker_id, demo=True)) as bediend:
        yield bediend


@pytest.fixture
def lege_server(sqlite_sjabloon: Path, testmap: Path, worker_id: str) -> Iterator[Server]:
    """Serve the application on a migrated database with nothing in it, fresh for this test."""
    with bedien(vaste_toepassing(sqlite_sjabloon, testmap, worker_id, demo=False)) as bediend:
        yield bediend


@pytest.fixture
def accounts(server: Server) -> list[Account]:
    """Return the demo accounts: one for each role and partner."""
    return demo_accounts(server.app)


@pytest.fixture
def waarnemer() -> Iterator[Waarnemer]:
    """Return the collector of what goes wrong in any page of this test; it fails the test at the end."""
    waarnemer = Waarnemer()
    yield waarnemer
    assert not waarnemer.klachten, "the browser complained:\n  " + "\n  ".join(waarnemer.klachten)


@pytest.fixture
def nieuwe_sessie(
    request: pytest.FixtureRequest, browser: Browser, waarnemer: Waarnemer
) -> Iterator[NieuweSessie]:
    """Return a maker of pages, each in a session of its own and signed out; paths start at the server."""
    naam = "lege_server" if "lege_server" in request.fixturenames else "server"
    bediend: Server = request.getfixturevalue(naam)
    contexten: list[BrowserContext] = []

    def maak(*, javascript: bool = True, breedte: int = BREEDTE, adres: str = "") -> Page:
        context = browser.new_context(
            base_url=adres or bediend.url,
            java_script_enabled=javascript,
            viewport={"width": breedte, "height": HOOGTE},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
        )
        context.set_default_timeout(WACHTTIJD_MS)
        contexten.append(context)
        page = context.new_page()
        waarnemer.let_op(page)
        return page

    yield maak
    for context in contexten:
        context.close()
