"""What an action list says, as frozen values; the Word file is made from it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Actie:
    """One afspraak as its owner reads it."""

    kenmerk: str
    nummer: int
    wat: str
    wie: str
    datum: date
    wacht_op: str
    stand: str
    te_laat: bool
    akkoord: str = ""
    """When who is to do it did not say akkoord: that, and why."""


@dataclass(frozen=True, slots=True)
class Actielijst:
    """A list of afspraken, in the order of their dates."""

    titel: str
    tafel: str
    """For the header: a tafel, or the organisatie whose list it is."""
    ondertitel: str
    kenmerk: str
    voor: str
    acties: tuple[Actie, ...]
