"""What every journey stands on: demo data of its first day, and a clock that can be moved on.

Fixtures: `begin` (25 november 2026; a journey that starts on another day gives its own), `klok`,
`server` (instead of the ordinary one), `maak_toneel`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine

from tests.reis.toneel import BEGIN, Toneel
from tests.steun.bediening import Server, bedien, vaste_toepassing, vul_met_demo
from tests.steun.browser import NieuweSessie
from tests.steun.gedeeld import eenmalig

MaakToneel = Callable[..., Toneel]


@pytest.fixture
def begin() -> datetime:
    """Return when the journey starts."""
    return BEGIN


@pytest.fixture
def klok(begin: datetime) -> Iterator[time_machine.Traveller]:
    """Stand at the start; time goes on by itself."""
    with time_machine.travel(begin, tick=True) as klok:
        yield klok


@pytest.fixture
def demo_van_toen(begin: datetime, testmap: Path, sqlite_sjabloon: Path) -> Path:
    """Return a SQLite file with the demo data as of the first day, to be copied; made once a day."""
    naam = f"demo-reis-{begin:%Y-%m-%d}"
    bestand = testmap / f"{naam}.db"

    def maak() -> None:
        with time_machine.travel(begin, tick=True):
            vul_met_demo(sqlite_sjabloon, bestand, testmap)

    eenmalig(testmap / f"{naam}.klaar", maak)
    return bestand


@pytest.fixture
def server(
    demo_van_toen: Path, testmap: Path, worker_id: str, begin: datetime, klok: time_machine.Traveller
) -> Iterator[Server]:
    """Serve the application with the demo data of the first day, for this test only."""
    klok.move_to(begin)
    with bedien(vaste_toepassing(demo_van_toen, testmap, worker_id, demo=True)) as bediend:
        yield bediend


@pytest.fixture
def maak_toneel(klok: time_machine.Traveller, nieuwe_sessie: NieuweSessie) -> MaakToneel:
    """Return a maker of the stage; it takes how people work the page, and whether JavaScript runs."""

    def maak(**hoe: object) -> Toneel:
        return Toneel(klok, nieuwe_sessie, **hoe)  # type: ignore[arg-type]

    return maak
