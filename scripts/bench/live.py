"""How long it takes until a second person has fetched what a first one saved, with many streams open."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import gevent
from gevent.event import Event
from gevent.pool import Pool

from scripts.bench.opdracht import Bezoeker, Groep, Plan, Veld
from scripts.bench.verzoek import GOED, bewaar, klant_van
from scripts.start import ADRES

TEGELIJK = 20
"""So many streams are opened at once."""
WIJZIGINGEN, PER_SECONDE = 100, 5
GEDULD = 20.0
RUST = 6.0
"""Seconds of rest after opening: at least one round in which rights are asked again."""


class Live:
    """All open streams, and the changes that some wait for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.open = self.gebroken = 0
        self.wachtend: dict[str, Event] = {}
        self.versies: dict[str, int] = {}
        self.groepen: list[Groep] = []

    def meet(self, aantal: int) -> dict[str, Any]:
        """Open streams for so many groups, make changes, and return the times and the memory."""
        begin = time.monotonic()
        self._open_tot(aantal)
        openen = time.monotonic() - begin
        gevent.sleep(RUST)
        taken = []
        for nummer in range(WIJZIGINGEN):
            groep = self.groepen[nummer % len(self.groepen)]
            veld = groep.velden[(nummer // len(self.groepen)) % len(groep.velden)]
            taken.append(gevent.spawn(self._wijzig, groep, veld))
            gevent.sleep(1 / PER_SECONDE)
        gevent.joinall(taken)
        tijden = [taak.value for taak in taken if taak.value is not None]
        return {
            "stromen": self.open,
            "gebroken": self.gebroken,
            "openen": openen,
            "tijden": tijden,
            "gemist": len(taken) - len(tijden),
            "rss_kb": sum(_rss_kb(werker) for werker in self.plan.werkers),
        }

    def _open_tot(self, aantal: int) -> None:
        erbij = self.plan.groepen[len(self.groepen) : aantal]
        pool = Pool(TEGELIJK)
        for groep in erbij:
            for nummer, bezoeker in enumerate(groep.bezoekers):
                pool.spawn(self._open, groep, bezoeker, luistert=nummer == 1)
        pool.join()
        self.groepen += erbij

    def _open(self, groep: Groep, bezoeker: Bezoeker, *, luistert: bool) -> None:
        lijn = socket.create_connection((ADRES, self.plan.poort))
        vraag = f"GET {groep.stroom} HTTP/1.0\r\nHost: {ADRES}\r\nCookie: {bezoeker.cookie}\r\n\r\n"
        lijn.sendall(vraag.encode())
        gelezen = b""
        while b": begin\n\n" not in gelezen:
            stuk = lijn.recv(4096)
            if not stuk:
                self.gebroken += 1
                return
            gelezen += stuk
        self.open += 1
        gevent.spawn(self._volg, lijn, luistert=luistert)

    def _volg(self, lijn: socket.socket, *, luistert: bool) -> None:
        rest = b""
        while stuk := lijn.recv(4096):
            if not luistert:
                continue
            *blokken, rest = (rest + stuk).split(b"\n\n")
            for blok in blokken:
                self._hoor(blok)
        self.open -= 1
        self.gebroken += 1

    def _hoor(self, blok: bytes) -> None:
        _, _, gegevens = blok.partition(b"data: ")
        for deel in json.loads(gegevens or b"{}").get("delen", ()):
            if wachtend := self.wachtend.get(deel):
                wachtend.set()

    def _wijzig(self, groep: Groep, veld: Veld) -> float | None:
        """Save by the first, fetch by the second; None when the second never heard of it."""
        schrijver, lezer = (klant_van(self.plan.poort, groep.bezoekers[nr]) for nr in (0, 1))
        gehoord = self.wachtend[veld.deel] = Event()
        begin = time.perf_counter()

        def schrijf() -> None:
            versie = self.versies.get(veld.deel, 1)
            self.versies[veld.deel] = bewaar(schrijver, veld, versie, f"Tekst {uuid4()}")
            schrijver.dicht()

        taak = gevent.spawn(schrijf)
        if not gehoord.wait(GEDULD):
            return None
        antwoord = lezer.get(veld.ophalen)
        duur = time.perf_counter() - begin
        lezer.dicht()
        taak.join()
        return duur if antwoord.status == GOED else None


def _rss_kb(werker: int) -> int:
    for regel in Path(f"/proc/{werker}/status").read_text().splitlines():
        if regel.startswith("VmRSS:"):
            return int(regel.split()[1])
    raise RuntimeError(f"worker {werker} is gone")
