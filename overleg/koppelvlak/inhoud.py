"""What a system reads of an afspraak, as frozen values made for the one person it asks as."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from models.waarden import AfspraakStatus
from overleg.basis.plek import Plek


@dataclass(frozen=True, slots=True)
class WachtOp:
    """The afspraak that must be done first: no content of it."""

    nummer: int
    organisatie: str
    stand: AfspraakStatus


@dataclass(frozen=True, slots=True)
class EigenAfspraak:
    """One afspraak of the own organisatie; nothing that somebody else wrote about it."""

    id: uuid.UUID
    casus: str
    """The kenmerk, never a name."""
    nummer: int
    wat: str
    organisatie: str
    persoon: str
    """Who of that organisatie does it; empty when nobody was named."""
    datum: date
    wacht_op: WachtOp | None
    stand: AfspraakStatus
    stand_sinds: datetime | None
    vervolg: tuple[AfspraakStatus, ...]
    """What may be reported next."""
    versie: int
    casus_id: uuid.UUID
    """For the logboek; not told."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the list, and where the next one begins."""

    afspraken: tuple[EigenAfspraak, ...]
    volgende: Plek | None
