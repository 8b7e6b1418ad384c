"""`make test`: bring everything that the tests need, then run them all in parallel.

Arguments go on to pytest (`make test ARGS="tests/agenda -k volgorde"`). Nothing is skipped: what is
missing is installed, or named, and then this fails.
"""

from __future__ import annotations

import os
import sys

from scripts.gemeen import VENV_PYTHON, WORTEL, voer_uit
from scripts.omgeving import NOODZAKELIJK, ONTWIKKELING, installeer
from scripts.onderdelen import zorg_voor_onderdelen
from scripts.systeem import zorg_voor_programmas


def pytest_opdracht(extra: list[str]) -> list[str]:
    """Return pytest's command line: a worker per core; who has nothing left takes over from another."""
    zelf = any(woord.startswith(("-n", "--pdb")) for woord in extra)
    verdeling = [] if zelf else ["-n", "auto", "--dist", "worksteal"]
    return [str(VENV_PYTHON), "-m", "pytest", *verdeling, *extra]


def opdracht() -> int:
    """Run `python -m scripts.test`; this process becomes pytest, so signals and the exit code are its own."""
    zorg_voor_programmas()
    installeer(NOODZAKELIJK, ONTWIKKELING)
    zorg_voor_onderdelen()
    regel = pytest_opdracht(sys.argv[1:])
    os.chdir(WORTEL)
    os.execv(regel[0], regel)  # noqa: S606 - replacing this process by pytest is the point


if __name__ == "__main__":
    voer_uit(opdracht)
