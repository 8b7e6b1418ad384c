"""What sealing the texts costs: pages and saves, beside the same application that seals nothing.

The other application is only made here: it gets keys that open and close nothing. Both in this process, by
turns, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Tekstveld
from models.versleuteling import Gemerkt, Kast, zet_kast
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from scripts.bench.regels import Regel
from scripts.bench.vragen import Voorzitter
from scripts.bench.zaal import MEESTE_CASUSSEN
from tests.steun.fabriek import Fabriek
from tests.steun.toepassing import GEHEIM
from tests.steun.vergadering import Vergadering, vergadering

RONDES, KEREN = 15, 4
DOEL = 0.8
TEKST = "Zij belde om half negen; de buurvrouw was bij haar, de kinderen op school. " * 20
"""1,500 signs: a text field that is well filled."""


class Doorzichtig(Kast):
    """Keys that seal nothing."""

    def nieuw(self, wie: str) -> str:  # noqa: ARG002 as the real one
        """Return no key."""
        return "geen"

    def verzegel(self, tekst: Gemerkt, plek: str) -> str:  # noqa: ARG002 as the real one
        """Return the text."""
        return str(tekst)

    def open(self, waarde: str, plek: str) -> str:  # noqa: ARG002 as the real one
        """Return the text."""
        return waarde


def _kamer(url: str, *, verzegeld: bool) -> Voorzitter:
    """Return the voorzitter of a meeting with twelve casussen, in each of whose fields stands a text."""
    app: Flask = create_app(Config(database_url=url, secret_key=GEHEIM, testing=True))
    with app.app_context():
        if not verzegeld:
            zet_kast(db.engine.dialect, Doorzichtig(bytes(32), lambda _wie: ()))
        upgrade(directory=str(WORTEL / "migrations"))
        with Session(db.engine) as sessie:
            fabriek = Fabriek(sessie)
            van: Vergadering = vergadering(fabriek, 1, MEESTE_CASUSSEN)
            for veld in sessie.scalars(select(Tekstveld)):
                veld.waarde = TEKST
            fabriek.klaar()
    return Voorzitter(app, van)


def _halen(wie: Voorzitter, pad: str) -> Callable[[], None]:
    return lambda: wie.haal(pad)


def _verhouding(zonder: Callable[[], object], met: Callable[[], object]) -> float:
    """Return the speed with, as a part of the speed without: the median of turns of a few calls each."""
    uitkomsten = []
    for _ in range(RONDES):
        tijden = []
        for doe in (zonder, met):
            begin = time.perf_counter()
            for _nr in range(KEREN):
                doe()
            tijden.append(time.perf_counter() - begin)
        uitkomsten.append(tijden[0] / tijden[1])
    return statistics.median(uitkomsten)


def kosten(url: str, open_url: str) -> Iterator[Regel]:
    """Measure the page of the meeting, the page of a casus, and saving, in two empty databases."""
    met, zonder = _kamer(url, verzegeld=True), _kamer(open_url, verzegeld=False)
    paden: dict[str, Callable[[Voorzitter], str]] = {
        "page of a meeting with 12 casussen": lambda wie: wie.van.url,
        "page of a casus": lambda wie: f"{wie.van.url}/{wie.van.casussen[0].punt_id}",
    }
    for naam, pad in paden.items():
        deel = _verhouding(_halen(zonder, pad(zonder)), _halen(met, pad(met)))
        yield Regel(f"{naam}, sealed beside not sealed", f"{deel:.0%}", f"≥ {DOEL:.0%}", deel >= DOEL)
    deel = _verhouding(zonder.bewaarder(), met.bewaarder())
    yield Regel("save of a text, sealed beside not sealed", f"{deel:.0%}", f"≥ {DOEL:.0%}", deel >= DOEL)
