"""From sending a change until a second client has fetched the changed fragment, at many open streams."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

import gevent
from gevent.event import Event

from scripts.bench.lijn import Lijn, Stroom
from scripts.bench.wereld import Server, Sessie
from tests.steun.vergadering import Vergadering

Zaal = tuple[Vergadering, list[Sessie]]
TEGELIJK = 12
GROOTTES = (1, 26, 250)
"""Meetings of twelve that are on at once: 12, 312 and 3,000 streams."""
DOEL = {26: 2, 250: 3}
METINGEN, OPWARMEN = 80, 10
PAUZE = 0.15
"""Seconds between two changes: it is the way of one change that is measured, not a queue."""
GEDULD = 30.0


@dataclass
class Tweetal:
    """Someone who changes something and someone who sees it, in one meeting."""

    verander: Callable[[], object]
    haal: Callable[[], object]
    kijker: Stroom

    def meet(self) -> float:
        """Return the seconds of one change until it was fetched."""
        gehoord, klaar = Event(), Event()
        self.kijker.bij_sein = gehoord.set
        begin = time.perf_counter()
        gevent.spawn(lambda: (self.verander(), klaar.set()))
        if not gehoord.wait(GEDULD):
            raise RuntimeError("a change was not told")
        self.haal()
        duur = time.perf_counter() - begin
        klaar.wait(GEDULD)
        return duur


def onze(server: Server, zalen: Sequence[Zaal]) -> tuple[list[Stroom], list[Tweetal]]:
    """Open the streams of these meetings; return them, and who measures in each."""
    stromen, tweetallen = [], []
    for zaal, mensen in zalen:
        eigen = [Stroom(server.poort, f"{zaal.stroom}?na=1000000", mens.cookie) for mens in mensen]
        stromen += eigen
        plek, schrijver, kijker = zaal.casussen[0], mensen[1], mensen[2]
        veld = plek.velden[0]
        heen, terug = Lijn(server.poort, schrijver.cookie), Lijn(server.poort, kijker.cookie)

        verander = _schrijver(heen, plek.tekst(veld), schrijver.token)
        pad = f"{zaal.url}/{plek.punt_id}"
        terug.get(pad)
        haal = _haler(terug, f"{pad}?deel=tekst-{veld}")
        tweetallen.append(Tweetal(verander, haal, eigen[2]))
    return stromen, tweetallen


def _schrijver(lijn: Lijn, pad: str, token: str) -> Callable[[], object]:
    versie = itertools.count(1)

    def schrijf() -> object:
        gegevens = {"versie": next(versie), "waarde": f"Tekst {uuid4()}", "sleutel": uuid4()}
        return lijn.post(pad, gegevens, token)

    return schrijf


def _melder(lijn: Lijn, pad: str) -> Callable[[], object]:
    return lambda: lijn.post(pad, {"wat": "iets"})


def _haler(lijn: Lijn, pad: str) -> Callable[[], object]:
    return lambda: lijn.get(pad)


def kale(server: Server, aantal: int) -> tuple[list[Stroom], list[Tweetal]]:
    """Open as many streams of the bare server; return them, and who measures in each group."""
    stromen, tweetallen = [], []
    for groep in range(aantal):
        eigen = [Stroom(server.poort, f"/stroom/{groep}") for _ in range(TEGELIJK)]
        stromen += eigen
        heen, terug = Lijn(server.poort), Lijn(server.poort)

        tweetallen.append(Tweetal(_melder(heen, f"/meld/{groep}"), _haler(terug, "/stuk"), eigen[2]))
    return stromen, tweetallen


def _meet(tweetallen: list[Tweetal]) -> list[float]:
    for nummer in range(OPWARMEN):
        tweetallen[nummer % len(tweetallen)].meet()
    gemeten = []
    for nummer in range(METINGEN):
        gevent.sleep(PAUZE)
        gemeten.append(tweetallen[nummer % len(tweetallen)].meet())
    return gemeten


def _percentielen(gemeten: list[float]) -> tuple[float, float, float]:
    delen = statistics.quantiles(gemeten, n=100, method="inclusive")
    return delen[49], delen[94], delen[98]


def vergelijk(aantal: int, kaal: Server, ons: Server, zalen: list[Zaal]) -> Iterator[str]:
    """Measure the floor and ours at so many meetings, one after the other; give the lines."""
    stromen, tweetallen = kale(kaal, aantal)
    vloer = _percentielen(_meet(tweetallen))
    for stroom in stromen:
        stroom.dicht()
    voor = ons.geheugen()
    stromen, tweetallen = onze(ons, zalen[:aantal])
    gevent.sleep(2)
    tijden = _percentielen(_meet(tweetallen))
    na = ons.geheugen()
    for stroom in stromen:
        stroom.dicht()
    wat, doel = f"{aantal * TEGELIJK} streams", DOEL.get(aantal)
    for naam, eigen, kale_ in zip(("p50", "p95", "p99"), tijden, vloer, strict=True):
        grens = f"≤ {doel}" if doel and naam == "p95" else "no goal"
        yield f"change until fetched by another / floor, {naam}, {wat}: {eigen / kale_:.1f} ({grens})"
    if aantal == max(GROOTTES):
        yield f"memory per open stream, kB: {(na - voor) / len(stromen) / 1024:.0f} (≤ 40)"
