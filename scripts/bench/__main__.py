"""Run all measurements, and print."""

from __future__ import annotations

import os
import resource
import tempfile
from dataclasses import replace
from pathlib import Path

from scripts.bench.opdracht import Antwoord, Groep, Plan, Veld, bezoekers
from scripts.bench.regels import druk_af, voortgang
from scripts.bench.uitkomst import MENSEN, TRAPPEN, live, tempo
from scripts.bench.verhoudingen import verhoudingen
from scripts.bench.vragen import Voorzitter, vragen
from scripts.bench.zaal import Zaal, database, groep, kale_groep, vul
from tests.steun.productie import Productie, productie

KALE_APP = "scripts.bench.kaal:app"


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


def meet_tempo(server: Productie, tafel: Groep, pagina: str) -> tuple[float, float]:
    """Return how many saves and how many pages a second."""
    schrijven = antwoorden(Plan("schrijven", server.poort, [tafel]))
    halen = antwoorden(Plan("halen", server.poort, [replace(tafel, velden=[Veld("", pagina, "")])]))
    return schrijven[0]["tempo"], halen[0]["tempo"]


def de_vloer(zaal: Zaal, map_: Path) -> tuple[tuple[float, float], list[Antwoord]]:
    """Measure the bare application; its page is as large as ours."""
    grootte = len(Voorzitter(zaal.app, zaal.vol).client.get(zaal.vol.url).data)
    tafel = replace(kale_groep(0, MENSEN), velden=[Veld("/opslaan", "", "")])
    with productie(zaal.kale_url, map_, app=KALE_APP, achtergrond=False) as server:
        tempi = meet_tempo(server, tafel, f"/pagina?bytes={grootte}")
        return tempi, meet_live(server, [kale_groep(nr, MENSEN) for nr in range(TRAPPEN[-1])])


def meet(map_: Path) -> None:
    """Measure everything."""
    with database(map_, os.getpid()) as (url, kale_url):
        voortgang("making the meetings")
        zaal = vul(url, kale_url, TRAPPEN[-1])
        for regel in verhoudingen(zaal.app):
            druk_af(regel)
        voortgang("the floor")
        (kaal_bewaard, kaal_gehaald), kaal = de_vloer(zaal, map_)
        voortgang("ours")
        with productie(url, map_, achtergrond=False) as server:
            bewaard, gehaald = meet_tempo(server, groep(zaal.app, zaal.vol), zaal.vol.url)
        druk_af(tempo("saves of twelve writers", bewaard, kaal_bewaard))
        druk_af(tempo("page of the meeting with 12 casussen", gehaald, kaal_gehaald))
        with productie(url, map_, achtergrond=False) as server:
            ons = meet_live(server, [groep(zaal.app, van) for van in zaal.allen])
        for regel in [*live(ons, kaal), *vragen(zaal)]:
            druk_af(regel)
        voortgang("done")


def main() -> None:
    """Measure in a folder of its own, with as many open files as the machine allows."""
    _, hoogste = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hoogste, hoogste))
    with tempfile.TemporaryDirectory(prefix="bench-") as map_:
        meet(Path(map_))


if __name__ == "__main__":
    main()
