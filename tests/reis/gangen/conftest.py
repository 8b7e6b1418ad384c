"""What every journey stands on: demo data of 25 november 2026, and a clock that can be moved on.

Fixtures: `klok`, `server` (instead of the ordinary one), `maak_toneel`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine

from tests.reis.toneel import BEGIN, Toneel
from tests.steun.bediening import Server, bedien, toepassing, vul_met_demo
from tests.steun.browser import NieuweSessie
from tests.steun.gedeeld import eenmalig

MaakToneel = Callable[..., Toneel]


@pytest.fixture
def klok() -> Iterator[time_machine.Traveller]:
    """Stand in the morning of 25 november 2026; time goes on by itself."""
    with time_machine.travel(BEGIN, tick=True) as klok:
        yield klok


@pytest.fixture(scope="session")
def demo_van_toen(testmap: Path, sqlite_sjabloon: Path) -> Path:
    """Return a SQLite file with the demo data as of the first day, to be copied."""
    bestand = testmap / "demo-reis.db"

    def maak() -> None:
        with time_machine.travel(BEGIN, tick=True):
            vul_met_demo(sqlite_sjabloon, bestand)

    eenmalig(testmap / "demo-reis.klaar", maak)
    return bestand


@pytest.fixture
def server(demo_van_toen: Path, tmp_path: Path, klok: time_machine.Traveller) -> Iterator[Server]:
    """Serve the application with the demo data of the first day, for this test only."""
    klok.move_to(BEGIN)
    with bedien(toepassing(Path(shutil.copy(demo_van_toen, tmp_path / "reis.db")), demo=True)) as bediend:
        yield bediend


@pytest.fixture
def maak_toneel(klok: time_machine.Traveller, nieuwe_sessie: NieuweSessie) -> MaakToneel:
    """Return a maker of the stage; it takes how people work the page, and whether JavaScript runs."""

    def maak(**hoe: object) -> Toneel:
        return Toneel(klok, nieuwe_sessie, **hoe)  # type: ignore[arg-type]

    return maak
