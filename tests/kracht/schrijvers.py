"""Twelve people who write at once until a number of saves is acknowledged, and what they were promised."""

from __future__ import annotations

import itertools
import random
import re
import threading
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from overleg.basis.klok import vandaag
from tests.steun.klant import Klant
from tests.steun.vergadering import Casusplek, Vergadering

VERSIE = re.compile(r'name="versie"\s+value="(\d+)"')
GOED, ELDERS, BOTSING = 200, 303, 409
ELKE_AFSPRAAK = 20
"""One in so many is an afspraak, the others are texts."""
DEEL_GEZAMENLIJK = 0.1
"""The share of the texts that is written in a field of someone else."""


@dataclass(frozen=True)
class Tekst:
    """A save that was answered: accepted, or kept beside the text that was earlier."""

    sleutel: UUID
    veld: UUID
    waarde: str
    aangenomen: bool


@dataclass
class Beloofd:
    """Everything that the server acknowledged."""

    teksten: list[Tekst] = field(default_factory=list)
    afspraken: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)

    @property
    def aangenomen(self) -> int:
        """How many saves were accepted."""
        return sum(tekst.aangenomen for tekst in self.teksten) + len(self.afspraken)


class Schrijver:
    """One person: writes mostly in a field of its own, sometimes in that of another."""

    def __init__(self, nummer: int, klant: Klant, vergadering: Vergadering) -> None:
        self.nummer, self.klant, self.vergadering = nummer, klant, vergadering
        self.velden = [(plek, veld) for plek in vergadering.casussen for veld in plek.velden]
        self.versies: dict[UUID, int] = {}
        self.toeval = random.Random(nummer)  # noqa: S311 - no secret: the same run each time
        self.beloofd = Beloofd()
        self.teller = itertools.count(1)

    def schrijf(self, beurten: itertools.count[int], aantal: int) -> None:
        """Take turns until `aantal` is reached; what goes wrong is kept for the end."""
        try:
            while (beurt := next(beurten)) < aantal:
                if beurt % ELKE_AFSPRAAK == 0:
                    self.afspraak()
                else:
                    self.tekst()
        except Exception as fout:
            self.beloofd.fouten.append(f"{type(fout).__name__}: {fout}")

    def afspraak(self) -> None:
        """Make an afspraak; the number of the form makes it one, however often it is sent."""
        plek = self.vergadering.casussen[self.nummer % len(self.vergadering.casussen)]
        wat = f"Afspraak {next(self.teller)} van {self.nummer}"
        gegevens = {
            "wat": wat,
            "organisatie": self.vergadering.organisatie_id,
            "persoon": "",
            "datum": f"{vandaag() + timedelta(days=7):%d-%m-%Y}",
            "soort": "interventie",
            "domein": "straf",
            "veiligheid": ["direct"],
            "verzendnummer": uuid4().hex,
        }
        antwoord = self.klant.stuur(plek.afspraken, gegevens, htmx=False)
        assert antwoord.status == ELDERS, (antwoord.status, antwoord.tekst[-2000:])
        self.beloofd.afspraken.append(wat)

    def tekst(self) -> None:
        """Save a text until it stands; a refusal gives the new version, and the next try has a new key."""
        eigen = self.velden[self.nummer % len(self.velden)]
        plek, veld = self.toeval.choice(self.velden) if self.toeval.random() < DEEL_GEZAMENLIJK else eigen
        while not self._probeer(plek, veld):
            pass

    def _probeer(self, plek: Casusplek, veld: UUID) -> bool:
        sleutel, waarde = uuid4(), f"Tekst {next(self.teller)} van {self.nummer} in {veld}"
        gegevens = {"versie": self.versies.get(veld, 1), "waarde": waarde, "sleutel": sleutel}
        antwoord = self.klant.stuur(plek.tekst(veld), gegevens)
        assert antwoord.status in {GOED, BOTSING}, (antwoord.status, antwoord.tekst[-2000:])
        gevonden = VERSIE.search(antwoord.tekst)
        assert gevonden, antwoord.tekst[-2000:]
        self.versies[veld] = int(gevonden[1])
        aangenomen = antwoord.status == GOED
        self.beloofd.teksten.append(Tekst(sleutel, veld, waarde, aangenomen))
        return aangenomen


def laat_schrijven(schrijvers: list[Schrijver], aantal: int) -> list[threading.Thread]:
    """Let all write at once, `aantal` saves together; return who to wait for."""
    beurten = itertools.count()
    draden = [threading.Thread(target=s.schrijf, args=(beurten, aantal), daemon=True) for s in schrijvers]
    for draad in draden:
        draad.start()
    return draden
