"""Run all measurements, and print."""

from __future__ import annotations

import logging
import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from overleg.basis.logregels import VERZOEKEN
from scripts.bench.kosten import kosten
from scripts.bench.lijsten import lijsten
from scripts.bench.opdracht import Antwoord, Groep, Plan, Veld, bezoekers
from scripts.bench.regels import Regel, druk_af, voortgang
from scripts.bench.uitkomst import MENSEN, TRAPPEN, live, tempo
from scripts.bench.verhoudingen import verhoudingen
from scripts.bench.vragen import Voorzitter, vragen
from scripts.bench.word import word
from scripts.bench.zaal import GROOT, OPEN, VERZEGELD, Zaal, database, groep, kale_groep, vul
from tests.steun import postgresql
from tests.steun.productie import Productie, productie

KALE_APP = "scripts.bench.kaal:app"
RONDES, SECONDEN = 3, 5.0


def antwoorden(plan: Plan) -> list[Antwoord]:
    """Let the visitors do a plan, and say how far they are."""
    gekregen = []
    with bezoekers(plan) as lijst:
        for antwoord in lijst:
            voortgang(f"{plan.wat}: { {naam: wat for naam, wat in antwoord.items() if naam != 'tijden'} }")
            gekregen.append(antwoord)
    return gekregen


def meet_live(server: Productie, groepen: list[Groep]) -> list[Antwoord]:
    """Return the measurement at each number of streams."""
    return antwoorden(Plan("live", server.poort, groepen, TRAPPEN, server.werkers))


def in_beurten(
    wat: str, ons: tuple[Productie, Groep], kaal: tuple[Productie, Groep]
) -> list[tuple[float, float]]:
    """Measure ours and the floor by turns: what else the machine does then weighs on both."""

    def beurt(server: Productie, tafel: Groep) -> float:
        tempo_: float = antwoorden(Plan(wat, server.poort, [tafel], seconden=SECONDEN))[0]["tempo"]
        return tempo_

    return [(beurt(*ons), beurt(*kaal)) for _ in range(RONDES)]


def tempi(zaal: Zaal, ons: Productie, kaal: Productie) -> Iterator[Regel]:
    """Return saves and pages per second; the page of the floor is as large as ours."""
    tafel, kale_tafel = groep(zaal.app, zaal.vol), kale_groep(0, MENSEN)
    kale_velden = [Veld("/opslaan", "", "")]
    rondes = in_beurten("schrijven", (ons, tafel), (kaal, replace(kale_tafel, velden=kale_velden)))
    yield tempo("saves of twelve writers", rondes)
    grootte = len(Voorzitter(zaal.app, zaal.vol).client.get(zaal.vol.url).data)
    onze_pagina, kale_pagina = Veld("", zaal.vol.url, ""), Veld("", f"/pagina?bytes={grootte}", "")
    rondes = in_beurten(
        "halen",
        (ons, replace(tafel, velden=[onze_pagina])),
        (kaal, replace(kale_tafel, velden=[kale_pagina])),
    )
    yield tempo(f"page of the meeting with 12 casussen ({grootte / 1000:.0f} kB)", rondes)


def vloer(zaal: Zaal, map_: Path) -> AbstractContextManager[Productie]:
    """Serve the bare application as ours is served."""
    return productie(zaal.kale_url, map_, app=KALE_APP)


def meet(map_: Path) -> None:
    """Measure everything."""
    with database(map_, os.getpid()) as (url, kale_url):
        voortgang("making the meetings")
        zaal = vul(url, kale_url, TRAPPEN[-1])
        for regel in verhoudingen(zaal.app):
            druk_af(regel)
        voortgang("Word files, ours and bare ones by turns")
        for regel in word():
            druk_af(regel)
        voortgang("sealed and not sealed by turns")
        for regel in kosten(postgresql.url(map_, VERZEGELD), postgresql.url(map_, OPEN)):
            druk_af(regel)
        voortgang("lists with few and many casussen")
        for regel in lijsten(postgresql.url(map_, GROOT)):
            druk_af(regel)
        voortgang("saves and pages, ours and the floor by turns")
        with vloer(zaal, map_) as kale_server, productie(url, map_) as server:
            for regel in tempi(zaal, server, kale_server):
                druk_af(regel)
        voortgang("streams, the floor")
        with vloer(zaal, map_) as server:
            kaal = meet_live(server, [kale_groep(nr, MENSEN) for nr in range(TRAPPEN[-1])])
        voortgang("streams, ours")
        with productie(url, map_) as server:
            ons = meet_live(server, [groep(zaal.app, van) for van in zaal.allen])
        for regel in chain(live(ons, kaal), vragen(zaal)):
            druk_af(regel)
        voortgang("done")


def main() -> None:
    """Measure in a folder of its own, with as many open files as the machine allows."""
    _, hoogste = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hoogste, hoogste))
    logging.getLogger(VERZOEKEN).setLevel(logging.WARNING)  # here, only figures are printed
    with tempfile.TemporaryDirectory(prefix="bench-") as map_:
        meet(Path(map_))


if __name__ == "__main__":
    main()
