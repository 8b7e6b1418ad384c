"""What a plain page costs, as a ratio to a bare Flask route measured in the same run, in one process."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade

from overleg import create_app
from overleg.basis.config import WORTEL, Config

OPWARMEN, KEREN, RONDES = 20, 100, 5
PADEN = ("/healthz", "/inloggen")


def duur(handeling: Callable[[], object]) -> float:
    """Return the seconds of one call: the best of some rounds, each over many calls."""
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


def meet() -> Iterator[str]:
    """Measure on an empty database of its own; give one line per figure."""
    with tempfile.TemporaryDirectory() as map_:
        url = f"sqlite:///{Path(map_) / 'bench.db'}"
        app = create_app(Config(database_url=url, secret_key="bench-" * 8, testing=True))
        with app.app_context():
            upgrade(directory=str(WORTEL / "migrations"))
        maat = duur(ophalen(kaal(), "/"))
        for pad in PADEN:
            yield f"GET {pad} / bare Flask route: {duur(ophalen(app, pad)) / maat:.1f} (no goal)"
