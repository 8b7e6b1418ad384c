"""The visitors, in a gevent process of their own: a plan on stdin, a line of JSON a measurement on stdout."""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from typing import Any  # noqa: E402
from uuid import uuid4  # noqa: E402

import gevent  # noqa: E402

from scripts.bench.live import Live  # noqa: E402
from scripts.bench.opdracht import Groep, Plan, plan_uit  # noqa: E402
from scripts.bench.verzoek import bewaar, klant_van, versie_van  # noqa: E402

LEZERS = 4
GOED = 200


def zeg(**wat: Any) -> None:
    """Answer."""
    sys.stdout.write(json.dumps(wat) + "\n")
    sys.stdout.flush()


def tempo(doen: list[Callable[[], None]], seconden: float) -> float:
    """Let all go on one after the other for some seconds; return how many times a second together."""
    einde, gedaan = time.monotonic() + seconden, 0

    def herhaal(doe: Callable[[], None]) -> None:
        nonlocal gedaan
        while time.monotonic() < einde:
            doe()
            gedaan += 1

    begin = time.monotonic()
    gevent.joinall([gevent.spawn(herhaal, doe) for doe in doen], raise_error=True)
    return gedaan / (time.monotonic() - begin)


def schrijver(plan: Plan, groep: Groep, nummer: int) -> Callable[[], None]:
    """Return someone who saves a text of its own, again and again."""
    klant = klant_van(plan.poort, groep.bezoekers[nummer])
    veld = groep.velden[nummer % len(groep.velden)]
    versie = [versie_van(klant, veld)]

    def doe() -> None:
        versie[0] = bewaar(klant, veld, versie[0], f"Tekst van {nummer}: {uuid4()}")

    return doe


def lezer(plan: Plan, groep: Groep, nummer: int) -> Callable[[], None]:
    """Return someone who fetches a page, again and again."""
    klant = klant_van(plan.poort, groep.bezoekers[nummer])

    def doe() -> None:
        antwoord = klant.get(groep.velden[0].ophalen)
        if antwoord.status != GOED:
            raise RuntimeError(f"{groep.velden[0].ophalen} answered {antwoord.status}")

    return doe


def main() -> None:
    """Do what the plan says."""
    _, hoogste = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hoogste, hoogste))
    plan = plan_uit(sys.stdin.read())
    groep = plan.groepen[0]
    if plan.wat == "live":
        live = Live(plan)
        for trap in plan.trappen:
            zeg(**live.meet(trap))
    elif plan.wat == "schrijven":
        zeg(tempo=tempo([schrijver(plan, groep, nr) for nr in range(len(groep.bezoekers))], plan.seconden))
    else:
        zeg(tempo=tempo([lezer(plan, groep, nr) for nr in range(LEZERS)], plan.seconden))


if __name__ == "__main__":
    main()
