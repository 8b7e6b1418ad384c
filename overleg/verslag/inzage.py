"""What an inzagepakket says: one content object for the page and for Word."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pakketdeel:
    """One part that the person reads."""

    kop: str
    tekst: str
    afgeschermd: bool


@dataclass(frozen=True, slots=True)
class Inzagepakket:
    """Everything that goes to one person; what was left out is not in it, only that something was."""

    tafel: str
    kenmerk: str
    persoon: str
    ontvangen_op: date
    besluit: str
    reden: str
    delen: tuple[Pakketdeel, ...]
    iets_weggelaten: bool
