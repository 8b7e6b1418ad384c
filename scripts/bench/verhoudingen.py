"""What a page without a database costs, as a ratio to a bare Flask route, both in this process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from flask import Flask

from scripts.bench.regels import Regel

OPWARMEN, KEREN, RONDES = 20, 100, 5
PADEN = ("/healthz", "/inloggen")


def duur(handeling: Callable[[], object]) -> float:
    """Return the seconds of one call: the median of some rounds, each over many calls."""
    for _ in range(OPWARMEN):
        handeling()
    rondes = []
    for _ in range(RONDES):
        begin = time.perf_counter()
        for _ in range(KEREN):
            handeling()
        rondes.append((time.perf_counter() - begin) / KEREN)
    return statistics.median(rondes)


def kaal() -> Flask:
    """Return the smallest application there is."""
    app = Flask("kaal")
    app.add_url_rule("/", view_func=lambda: "ok")
    return app


def ophalen(app: Flask, pad: str) -> Callable[[], object]:
    """Return a call that gets one page and insists that it is there."""
    bezoeker = app.test_client()

    def haal() -> None:
        status = bezoeker.get(pad).status_code
        if status != 200:  # noqa: PLR2004 - the code for "here it is"
            raise RuntimeError(f"{pad} answered {status}")

    return haal


def verhoudingen(app: Flask) -> Iterator[Regel]:
    """Return the ratio of each path."""
    maat = duur(ophalen(kaal(), "/"))
    for pad in PADEN:
        yield Regel(f"GET {pad} / bare Flask route", f"{duur(ophalen(app, pad)) / maat:.1f}")
