"""The server of production as a process of its own: gunicorn with its settings file; and the background loop.

Out: where it is, which processes serve, and how to end one of these at once.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.gemeen import WORTEL
from scripts.start import ADRES, antwoordt
from tests.steun.toepassing import GEHEIM, HOOFDSLEUTEL

GEDULD = 60.0
AANTAL_WERKERS = 2


@dataclass(frozen=True)
class Productie:
    """A running server."""

    poort: int
    proces: subprocess.Popen[bytes]
    omgeving: Mapping[str, str]
    logbestand: Path

    @property
    def werkers(self) -> list[int]:
        """The ids of the processes that serve now."""
        kinderen = Path(f"/proc/{self.proces.pid}/task/{self.proces.pid}/children")
        return [int(kind) for kind in kinderen.read_text().split()]

    def lijnen(self, werker: int) -> int:
        """Return how many sockets a worker holds: those of its clients, and a few of its own."""
        return sum(1 for _ in self._bestanden(werker, "socket:"))

    def bestanden(self, werker: int, naam: str) -> int:
        """Return how often a worker has a file with this in its name open."""
        return sum(1 for _ in self._bestanden(werker, naam))

    @staticmethod
    def _bestanden(werker: int, naam: str) -> Iterator[str]:
        for plek in Path(f"/proc/{werker}/fd").iterdir():
            with contextlib.suppress(OSError):
                if naam in (doel := str(plek.readlink())):
                    yield doel

    def dood(self, werker: int) -> None:
        """End a worker at once, in the middle of whatever it does."""
        try:
            os.kill(werker, signal.SIGKILL)
        except ProcessLookupError:
            return

    def wacht_op_werkers(self) -> None:
        """Return once all workers are there and one answers."""
        grens = time.monotonic() + GEDULD
        while len(self.werkers) < AANTAL_WERKERS or not antwoordt(self.poort):
            assert self.proces.poll() is None, self.log()
            assert time.monotonic() < grens, self.log()
            time.sleep(0.05)

    def log(self) -> str:
        """Return what the server said."""
        return self.logbestand.read_text(errors="replace")

    def flask(self, *woorden: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the application with the settings of this server."""
        regel = [sys.executable, "-m", "flask", "--app", "app", *woorden]
        return subprocess.run(
            regel, cwd=WORTEL, env=dict(self.omgeving), capture_output=True, text=True, check=False
        )


def vrije_poort() -> int:
    """Return a port of loopback that is free now."""
    with socket.create_server((ADRES, 0)) as even:
        poort: int = even.getsockname()[1]
        return poort


def omgeving_voor(database_url: str, poort: int) -> dict[str, str]:
    """Return the environment of production with this database, and nothing of ours."""
    eigen = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("OVERLEG_")}
    return {
        **eigen,
        "OVERLEG_DATABASE_URL": database_url,
        "OVERLEG_SECRET_KEY": GEHEIM,
        "OVERLEG_HOOFDSLEUTEL": HOOFDSLEUTEL,
        "OVERLEG_PORT": str(poort),
        "OVERLEG_WORKERS": str(AANTAL_WERKERS),
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def productie(database_url: str, map_: Path, *, app: str = "app:app") -> Iterator[Productie]:
    """Serve as docs/instellingen.md says, on a free port, until the block ends."""
    poort = vrije_poort()
    omgeving = omgeving_voor(database_url, poort)
    logbestand = map_ / f"server-{poort}.log"
    proces = _begin(["gunicorn", app], omgeving, logbestand)
    try:
        server = Productie(poort, proces, omgeving, logbestand)
        server.wacht_op_werkers()
        yield server
    finally:
        _beeindig(proces, signal.SIGQUIT)  # at once, without waiting for open streams


@contextmanager
def achtergrond(server: Productie) -> Iterator[None]:
    """Let the background loop run beside a server: it seals the logboek while others write."""
    lus = ["flask", "--app", "app", "achtergrond"]
    proces = _begin(lus, server.omgeving, server.logbestand.with_suffix(".achtergrond.log"))
    try:
        yield
    finally:
        _beeindig(proces, signal.SIGTERM)


def _begin(woorden: list[str], omgeving: Mapping[str, str], logbestand: Path) -> subprocess.Popen[bytes]:
    with logbestand.open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *woorden],
            cwd=WORTEL,
            env=dict(omgeving),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _beeindig(proces: subprocess.Popen[bytes], sein: signal.Signals) -> None:
    proces.send_signal(sein)
    try:
        proces.wait(GEDULD / 4)
    except subprocess.TimeoutExpired:
        proces.kill()
        proces.wait()
