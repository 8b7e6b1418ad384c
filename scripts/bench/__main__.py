"""`make bench`: measure everything, print one figure a line."""

from __future__ import annotations

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()

import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from scripts.bench import doorvoer, pagina, vertraging
from scripts.bench.wereld import bedien, database, maak_app, sessies, vul

MET_TWAALF = 12


def druk(regels: Iterable[str]) -> None:
    """Print each line as soon as it is there."""
    for regel in regels:
        sys.stdout.write(regel + "\n")
        sys.stdout.flush()


def zeg(tekst: str) -> None:
    """Say on the other channel how far it is."""
    sys.stderr.write(f"[{time.strftime('%H:%M:%S')}] {tekst}\n")


def main() -> None:
    """Measure on a PostgreSQL of its own, one figure after the other."""
    _zacht, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    zeg("plain pages")
    druk(pagina.meet())
    with tempfile.TemporaryDirectory(prefix="bench") as naam:
        map_ = Path(naam)
        map_.chmod(0o755)
        with database(map_) as url:
            app = maak_app(url)
            zeg("making meetings")
            groot = vul(app, 1, casussen=MET_TWAALF)[0]
            zalen = vul(app, max(vertraging.GROOTTES), vanaf=2)
            met_sessies = [(zaal, sessies(app, zaal)) for zaal in zalen]
            mensen = sessies(app, groot)
            druk(doorvoer.vragen(app, met_sessies[-1], (groot, mensen)))
            with bedien(url, map_, "scripts.bench.kaal:app") as kaal, bedien(url, map_, "app:app") as ons:
                zeg("saves and pages")
                druk(doorvoer.saves(app, kaal, ons, groot, mensen))
                druk(doorvoer.paginas(kaal, ons, groot, mensen))
                for aantal in vertraging.GROOTTES:
                    zeg(f"{aantal * vertraging.TEGELIJK} streams")
                    druk(vertraging.vergelijk(aantal, kaal, ons, met_sessies))


if __name__ == "__main__":
    main()
