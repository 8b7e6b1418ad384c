"""`make start`: everything from a fresh clone to a running server, and its end on Ctrl-C.

In: the environment (OVERLEG_...; all of it optional). Out: the server and the background loop, as two
child processes that live and end together.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from scripts.gemeen import VENV_PYTHON, WORTEL, Onmogelijk, meld, voer_uit
from scripts.omgeving import NOODZAKELIJK, installeer
from scripts.onderdelen import zorg_voor_onderdelen

ADRES = "127.0.0.1"
STANDAARD_POORT = 5000
HOOGSTE_POORT = 65535
VAR = WORTEL / "var"
OPSTARTTIJD = 60.0
AFSLUITTIJD = 10.0
SIGNALEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def gekozen_poort(omgeving: Mapping[str, str]) -> int:
    """Return the port of OVERLEG_PORT, or the standard one."""
    tekst = omgeving.get("OVERLEG_PORT") or str(STANDAARD_POORT)
    if not tekst.isdigit() or not 0 < int(tekst) <= HOOGSTE_POORT:
        raise Onmogelijk(f"OVERLEG_PORT must be a number from 1 to {HOOGSTE_POORT}, not {tekst!r}.")
    return int(tekst)


def eis_vrije_poort(poort: int) -> None:
    """Stop with a sentence when something already listens on the port, or when it is not allowed."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((ADRES, poort))
        except OSError as fout:
            raise Onmogelijk(
                f"Port {poort} on {ADRES} cannot be used ({fout.strerror}): stop what listens there, "
                f"or choose another port, for example `OVERLEG_PORT={poort % HOOGSTE_POORT + 1} make start`."
            ) from fout


def eigen_sleutel(map_var: Path) -> str:
    """Return this machine's secret key: made once, readable by its owner only."""
    bestand = map_var / "geheim.sleutel"
    map_var.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not bestand.exists():
        with os.fdopen(os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as uit:
            uit.write(secrets.token_urlsafe(48))
    return bestand.read_text(encoding="ascii")


def instellingen(omgeving: Mapping[str, str], poort: int) -> dict[str, str]:
    """Return the environment of the children: what is set stays, what is missing gets its start value."""
    kind = {
        "OVERLEG_DEMO": "1",
        "OVERLEG_BASIS_URL": f"http://{ADRES}:{poort}",
        "PYTHONUNBUFFERED": "1",
        **omgeving,
    }
    if not kind.get("OVERLEG_SECRET_KEY"):
        kind["OVERLEG_SECRET_KEY"] = eigen_sleutel(VAR)
    return kind


def wordt_bereikbaar(poort: int, proces: subprocess.Popen[bytes]) -> bool:
    """Wait until the server answers; False when it ended instead, having said why."""
    grens = time.monotonic() + OPSTARTTIJD
    while time.monotonic() < grens:
        if proces.poll() is not None:
            return False
        if antwoordt(poort):
            return True
        time.sleep(0.05)
    raise Onmogelijk(
        f"The server did not answer within {OPSTARTTIJD:.0f} seconds: try again on a quieter machine."
    )


def antwoordt(poort: int) -> bool:
    """Whether /healthz answers; gunicorn listens before its workers are there, so connecting is no proof."""
    try:
        with socket.create_connection((ADRES, poort), timeout=5) as lijn:
            lijn.sendall(f"GET /healthz HTTP/1.0\r\nHost: {ADRES}:{poort}\r\n\r\n".encode())
            return lijn.recv(12).startswith(b"HTTP/1.")
    except OSError:
        return False


class Gezin:
    """Child processes that live and end together."""

    def __init__(self, omgeving: dict[str, str]) -> None:
        self.omgeving = omgeving
        self.kinderen: list[subprocess.Popen[bytes]] = []

    def begin(self, opdracht: list[str]) -> subprocess.Popen[bytes]:
        """Start one child, in a session of its own: Ctrl-C reaches it through `beëindig` only."""
        kind = subprocess.Popen(opdracht, cwd=WORTEL, env=self.omgeving, start_new_session=True)
        self.kinderen.append(kind)
        return kind

    def wacht(self) -> int:
        """Return the exit code of the first child that ends by itself."""
        while True:
            for kind in self.kinderen:
                if kind.poll() is not None:
                    return kind.returncode or 1
            time.sleep(0.2)

    def beeindig(self) -> None:
        """Ask all children to end, and end those that do not; a second Ctrl-C does not interrupt this."""
        for soort in SIGNALEN:
            signal.signal(soort, signal.SIG_IGN)
        for kind in self.kinderen:
            if kind.poll() is None:
                kind.terminate()
        grens = time.monotonic() + AFSLUITTIJD
        for kind in self.kinderen:
            try:
                kind.wait(max(0.1, grens - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(kind.pid, signal.SIGKILL)
                kind.wait()


def luister_naar_signalen() -> None:
    """Treat a request to end, and a terminal that closes, like Ctrl-C."""

    def stop(_signaal: int, _plek: FrameType | None) -> None:
        raise KeyboardInterrupt

    for soort in SIGNALEN:
        signal.signal(soort, stop)


def draai(poort: int, omgeving: dict[str, str]) -> int:
    """Run the server and the background loop until a signal or until one of them ends."""
    gezin = Gezin(omgeving)
    try:
        if not wordt_bereikbaar(poort, gezin.begin([str(VENV_PYTHON), "-m", "scripts.server", str(poort)])):
            return 1
        gezin.begin([str(VENV_PYTHON), "-m", "flask", "--app", "app", "achtergrond"])
        meld(f"Serving on http://{ADRES}:{poort} (Ctrl-C ends it)")
        code = gezin.wacht()
        sys.stderr.write("The server or the background loop ended by itself: the lines above say why.\n")
    except KeyboardInterrupt:
        code = 0
    finally:
        gezin.beeindig()
    return code


def opdracht() -> int:
    """Run `python -m scripts.start`."""
    luister_naar_signalen()
    poort = gekozen_poort(os.environ)
    eis_vrije_poort(poort)
    installeer(NOODZAKELIJK)
    zorg_voor_onderdelen()
    return draai(poort, instellingen(os.environ, poort))


if __name__ == "__main__":
    voer_uit(opdracht)
