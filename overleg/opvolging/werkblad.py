"""What goes from a sheet to a handeling and comes back: small frozen values."""

import uuid
from dataclasses import dataclass

from models import Afspraak
from overleg.bespreking.invoer_stappen import Melding


@dataclass(frozen=True, slots=True)
class Regel:
    """One row to take over: which afspraak, and what is reported; `regel` is its number in the sheet."""

    regel: int
    afspraak_id: uuid.UUID
    melding: Melding


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A row that can be taken over, beside how the afspraak is now."""

    regel: Regel
    afspraak: Afspraak


@dataclass(frozen=True, slots=True)
class Afgekeurd:
    """A row that cannot be taken over; `afspraak` is None when the asker may not see it."""

    regel: int
    afspraak: Afspraak | None
    waarom: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What a sheet would change. Nothing was changed yet."""

    wijzigingen: tuple[Wijziging, ...]
    afgekeurd: tuple[Afgekeurd, ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What was taken over, and what was not after all."""

    gedaan: tuple[Wijziging, ...]
    niet: tuple[Afgekeurd, ...]
