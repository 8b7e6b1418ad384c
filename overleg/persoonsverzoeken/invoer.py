"""What the forms of this stage hand to a handeling: small frozen values."""

import uuid
from dataclasses import dataclass
from datetime import date

from models.waarden_verzoeken import Deelkeuze, VerzoekBesluit, VerzoekSoort


@dataclass(frozen=True)
class Verzoek:
    """What somebody asks."""

    betrokkene_id: uuid.UUID
    soort: VerzoekSoort
    ontvangen_op: date
    gevraagd: str
    namens: str = ""
    identiteit: str = ""


@dataclass(frozen=True)
class Besluit:
    """What was decided on it."""

    besluit: VerzoekBesluit
    identiteit: str
    reden: str = ""


@dataclass(frozen=True)
class Deelinvoer:
    """What becomes of one part of an inzagepakket."""

    keuze: Deelkeuze
    tekst: str
    reden: str = ""


@dataclass(frozen=True)
class Gegevens:
    """The facts of a person as they should read."""

    naam: str
    andere_namen: str
    geboortedatum: date | None
    geboortejaar: int | None
