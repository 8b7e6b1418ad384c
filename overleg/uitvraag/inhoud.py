"""What an organisatie reads of a question put to it: the page and the Word form are written from this.

The least that is needed to answer: the persons that who asks chose, with the other names that go along; not
what happened, nor where anybody lives (domein.md §4). The page on which somebody chooses whom to ask shows
the same, made here too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models import Casus, Directbetrokkene, Informatiebijdrage, Informatieverzoek
from overleg.basis.weergave import datum
from overleg.uitvraag.regels import AndereNaam, andere_namen_van, gaan_mee

BINNEN_VT = "Binnen Veilig Thuis"
"""Where there is no ground, because nothing is disclosed to another."""


@dataclass(frozen=True, slots=True)
class Gevraagde:
    """A person that is asked about."""

    id: UUID
    naam: str
    geboortedatum: date | None
    geboortejaar: int | None
    rol: str
    andere_namen: tuple[AndereNaam, ...] = ()

    @property
    def ook_bekend_als(self) -> str:
        """The other names in one line; empty when there are none."""
        return ", ".join(ander.naam for ander in self.andere_namen)


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
        personen=gevraagden(casus, verzoek),
    )


def gevraagden(casus: Casus, verzoek: Informatieverzoek | None = None) -> tuple[Gevraagde, ...]:
    """Return who a question is about, with the names that go along; without one, all that could be."""
    mensen = casus.betrokkenen if verzoek is None else personen_in(casus, verzoek)
    opgeschreven = verzoek.andere_namen if verzoek else None
    return tuple(
        Gevraagde(b.id, b.naam, b.geboortedatum, b.geboortejaar, b.rol.tekst, _mee(b, opgeschreven))
        for b in mensen
    )


def grond_in_woorden(verzoek: Informatieverzoek) -> str:
    """Return on which ground it was asked, for who looks back; says so when it is one for acute danger."""
    if verzoek.grondslag is None:
        return "niet nodig, binnen Veilig Thuis"
    acuut = " (alleen bij acuut gevaar)" if verzoek.grondslag.alleen_acuut else ""
    return f"{verzoek.grondslag.grond}{acuut}"


def personen_in(casus: Casus, verzoek: Informatieverzoek) -> list[Directbetrokkene]:
    """Return the persons of the casus that this question names, and no others, in their order."""
    gekozen = {persoon.betrokkene_id for persoon in verzoek.personen}
    return [mens for mens in casus.betrokkenen if mens.id in gekozen]


def _mee(mens: Directbetrokkene, opgeschreven: str | None) -> tuple[AndereNaam, ...]:
    namen = andere_namen_van(mens.id, mens.naam, mens.andere_namen)
    return namen if opgeschreven is None else gaan_mee(namen, opgeschreven)


def gegevens_in_woorden(personen: Iterable[Gevraagde], van: int) -> str:
    """Return which kinds of data a question discloses, of how many of the `van` persons: for the logboek.

    Nothing of what these are, and no names.
    """
    wie = list(personen)
    soorten = (
        ("namen", bool(wie)),
        ("andere namen", any(p.andere_namen for p in wie)),
        ("geboortedata", any(p.geboortedatum or p.geboortejaar for p in wie)),
        ("rollen", bool(wie)),
    )
    hoeveel = f"{len(wie)} van de {van} personen"
    return ", ".join(["kenmerk", *(woord for woord, gaat_mee in soorten if gaat_mee), hoeveel])


def hoe_gegeven(bijdrage: Informatiebijdrage) -> str:
    """Return who gave an answer that another recorded, in one sentence; empty when it was put in itself."""
    if bijdrage.gegeven_hoe is None:
        return ""
    wie = f"{bijdrage.gegeven_door}, {bijdrage.gegeven_functie}"
    hoe = f"{bijdrage.gegeven_hoe.tekst.lower()} op {datum(bijdrage.gegeven_op)}"
    return (
        f"Gegeven door {wie}, namens {bijdrage.organisatie.naam}, {hoe}. "
        f"Vastgelegd door {bijdrage.door.naam}."
    )
