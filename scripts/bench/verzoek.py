"""The requests of a visitor: saving a text with its version and key, as the page does."""

from __future__ import annotations

import re
from uuid import uuid4

from scripts.bench.opdracht import Bezoeker, Veld
from tests.steun.klant import Klant

VERSIE = re.compile(r'name="versie"\s+value="(\d+)"')
GOED = 200


def klant_van(poort: int, bezoeker: Bezoeker) -> Klant:
    """Return a client that is signed in as this visitor."""
    klant = Klant(poort)
    klant.cookie, klant.token = bezoeker.cookie, bezoeker.token
    return klant


def versie_van(klant: Klant, veld: Veld) -> int:
    """Return the version of a text as it is now; the floor has none."""
    gevonden = VERSIE.search(klant.get(veld.ophalen).tekst) if veld.ophalen else None
    return int(gevonden[1]) if gevonden else 1


def bewaar(klant: Klant, veld: Veld, versie: int, waarde: str) -> int:
    """Save a text; return its next version. Raises RuntimeError when it is refused."""
    antwoord = klant.post(veld.opslaan, {"versie": versie, "waarde": waarde, "sleutel": uuid4()})
    if antwoord.status != GOED:
        raise RuntimeError(f"{veld.opslaan} answered {antwoord.status}")
    gevonden = VERSIE.search(antwoord.tekst)
    return int(gevonden[1]) if gevonden else versie
