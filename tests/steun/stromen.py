"""An open page of the meeting, seen from the stream: what it is told, over all its connections."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import threading
import time
from dataclasses import dataclass, field

from scripts.start import ADRES
from tests.steun.klant import GEEN_ANTWOORD, Klant

STILTE = 40.0
"""Seconds without a word after which a page opens its stream again."""
RUST = 0.2
GOED = 200


@dataclass(frozen=True)
class Sein:
    """One signal: after which number, up to which, and the parts to fetch again."""

    na: int
    nummer: int
    delen: frozenset[str]


@dataclass
class Stroom:
    """A stream that opens itself again, from the last number it saw, until `dicht`."""

    klant: Klant
    pad: str
    na: int
    seinen: list[Sein] = field(default_factory=list)
    geopend: int = 0
    afwijzingen: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._klaar = threading.Event()
        self._lijn: socket.socket | None = None
        self.draad = threading.Thread(target=self._luister, daemon=True)

    @property
    def nummer(self) -> int:
        """How far this page is."""
        return self.seinen[-1].nummer if self.seinen else self.na

    def open(self) -> Stroom:
        """Begin to listen; return once the first connection stands."""
        self.draad.start()
        grens = time.monotonic() + STILTE
        while not self.geopend and time.monotonic() < grens:
            time.sleep(0.02)
        assert self.geopend, self.afwijzingen
        return self

    def wacht_tot(self, nummer: int, geduld: float = STILTE) -> None:
        """Return once this page heard of `nummer`."""
        grens = time.monotonic() + geduld
        while self.nummer < nummer:
            assert time.monotonic() < grens, f"heard of {self.nummer}, not yet of {nummer}"
            time.sleep(0.02)

    def dicht(self) -> None:
        """Leave."""
        self._klaar.set()
        if self._lijn is not None:
            with contextlib.suppress(OSError):
                self._lijn.shutdown(socket.SHUT_RDWR)
        self.draad.join(STILTE + 5)

    def _luister(self) -> None:
        while not self._klaar.is_set():
            with contextlib.suppress(*GEEN_ANTWOORD):
                self._lees()
            self._klaar.wait(RUST)

    def _lees(self) -> None:
        lijn = http.client.HTTPConnection(ADRES, self.klant.poort, timeout=STILTE)
        with contextlib.closing(lijn):
            lijn.request("GET", f"{self.pad}?na={self.nummer}", headers={"Cookie": self.klant.cookie})
            self._lijn = lijn.sock
            with contextlib.closing(lijn.getresponse()) as antwoord:
                self._volg(antwoord)

    def _volg(self, antwoord: http.client.HTTPResponse) -> None:
        if antwoord.status != GOED:
            self.afwijzingen.append(antwoord.status)
            return
        self.geopend += 1
        while regel := antwoord.readline():
            if regel.startswith(b"data: ") and b"nummer" in regel:
                gegevens = json.loads(regel[len(b"data: ") :])
                self.seinen.append(Sein(self.nummer, gegevens["nummer"], frozenset(gegevens["delen"])))
