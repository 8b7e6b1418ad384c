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

from scripts.gemeen import VENV, VENV_PYTHON, WORTEL, Onmogelijk, laatste_regel, meld, voer_uit
from scripts.omgeving import NOODZAKELIJK, installeer
from scripts.onderdelen import zorg_voor_onderdelen

ADRES = "127.0.0.1"
STANDAARD_POORT = 5000
HOOGSTE_POORT = 65535
VAR = WORTEL / "var"
KOLOMMEN = ("e-mail", "password", "rol", "organisatie")
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


def flask(*woorden: str) -> list[str]:
    """Return the command line of a `flask` command of the application."""
    return [str(VENV_PYTHON), "-m", "flask", "--app", "app", *woorden]


def zet_klaar(omgeving: dict[str, str]) -> list[list[str]]:
    """Migrate, fill an empty database in demo mode, and return the demo accounts; one process does it all."""
    opdracht = flask("klaarzetten", *(["--demo"] if omgeving["OVERLEG_DEMO"] == "1" else []))
    klaar = subprocess.run(opdracht, cwd=WORTEL, env=omgeving, capture_output=True, text=True, check=False)
    if klaar.returncode:
        verslag = VAR / "start.log"
        VAR.mkdir(exist_ok=True)
        verslag.write_text(klaar.stdout + klaar.stderr, encoding="utf-8")
        raise Onmogelijk(
            f"Preparing the database failed: {laatste_regel(klaar.stderr or klaar.stdout)} "
            f"(all of it is in {verslag.relative_to(WORTEL)})."
        )
    rijen = [regel.split("\t") for regel in klaar.stdout.splitlines()]
    return [rij for rij in rijen if len(rij) >= len(KOLOMMEN)]


def tabel(rijen: list[list[str]]) -> str:
    """Lay rows of text out in columns, under a heading."""
    alles = [list(KOLOMMEN), *[rij[: len(KOLOMMEN)] for rij in rijen]]
    breedtes = [max(len(rij[kolom]) for rij in alles) for kolom in range(len(KOLOMMEN))]
    alles.insert(1, ["-" * breedte for breedte in breedtes])
    return "\n".join(
        "  ".join(f"{cel:<{b}}" for cel, b in zip(rij, breedtes, strict=True)).rstrip() for rij in alles
    )


def server(poort: int) -> list[str]:
    """Return the command line of gunicorn: two processes with threads, on loopback only."""
    return [
        str(VENV / "bin" / "python"), "-m", "gunicorn", "app:app",
        "--bind", f"{ADRES}:{poort}",
        "--worker-class", "gthread", "--workers", "2", "--threads", "16",
        "--graceful-timeout", "3", "--no-control-socket", "--log-level", "warning",
    ]  # fmt: skip


def wacht_tot_bereikbaar(poort: int, proces: subprocess.Popen[bytes]) -> None:
    """Return once the server accepts connections and answers; stop when it gave up."""
    grens = time.monotonic() + OPSTARTTIJD
    while time.monotonic() < grens:
        if proces.poll() is not None:
            raise Onmogelijk("The server did not start: the lines above say why.")
        if antwoordt(poort):
            return
        time.sleep(0.05)
    raise Onmogelijk(
        f"The server did not answer within {OPSTARTTIJD:.0f} seconds: the lines above may say why."
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


def draai(poort: int, omgeving: dict[str, str], accounts: list[list[str]]) -> int:
    """Run the server and the background loop until a signal or until one of them ends."""
    gezin = Gezin(omgeving)
    try:
        wacht_tot_bereikbaar(poort, gezin.begin(server(poort)))
        gezin.begin(flask("achtergrond"))
        if accounts:
            meld(f"Demo accounts:\n{tabel(accounts)}")
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
    omgeving = instellingen(os.environ, poort)
    return draai(poort, omgeving, zet_klaar(omgeving))


if __name__ == "__main__":
    voer_uit(opdracht)
