"""What an organisatie reads of a question put to it: the page and the Word form are written from this.

The least that is needed to answer: not what happened, nor where anybody lives (domein.md §4).
"""

from dataclasses import dataclass
from datetime import date

from models import Informatieverzoek

BINNEN_VT = "Binnen Veilig Thuis"
"""Where there is no ground, because nothing is disclosed to another."""


@dataclass(frozen=True, slots=True)
class Gevraagde:
    """A person that is asked about."""

    naam: str
    geboortedatum: date | None
    geboortejaar: int | None
    rol: str


@dataclass(frozen=True, slots=True)
class Verzoekinhoud:
    """A question: what, about whom, on which ground."""

    kenmerk: str
    tafel: str
    organisatie: str
    functie: str
    vraag: str
    uiterlijk: date
    reden: str
    """Why this organisatie is asked. On the page only: it is not needed to answer."""
    doel: str
    grondslag: str
    gevraagd_door: str
    """Who asks, by name. On the page only, for the same reason."""
    personen: tuple[Gevraagde, ...]


def verzoekinhoud(verzoek: Informatieverzoek) -> Verzoekinhoud:
    """Return what the organisatie that is asked may read. The caller checks VERZOEK_BEANTWOORDEN."""
    casus = verzoek.casus
    return Verzoekinhoud(
        kenmerk=casus.kenmerk or "",
        tafel=casus.tafel.naam,
        organisatie=verzoek.organisatie.naam,
        functie=verzoek.functie,
        vraag=verzoek.vraag,
        uiterlijk=verzoek.uiterlijk,
        reden=verzoek.reden,
        doel=verzoek.doel,
        grondslag=verzoek.grondslag.grond if verzoek.grondslag else BINNEN_VT,
        gevraagd_door=verzoek.gevraagd_door.naam,
        personen=tuple(
            Gevraagde(b.naam, b.geboortedatum, b.geboortejaar, b.rol.tekst) for b in casus.betrokkenen
        ),
    )
