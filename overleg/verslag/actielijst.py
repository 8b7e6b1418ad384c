"""What an action list says, as frozen values; the Word file and the sheet are made from it."""

import uuid
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
    id: uuid.UUID | None = None
    versie: int = 0
    """Which afspraak this is, as it was: a sheet that is handed in again names them."""


@dataclass(frozen=True, slots=True)
class TeInformeren:
    """A person or a party that must still be told something: telling can be postponed, never dropped."""

    kenmerk: str
    wie: str
    wat: str
    door: str
    datum: date | None
    """When it is to be done or, when it was postponed, looked at again."""
    stand: str
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A handover that waits for the answer of the reader's organisatie."""

    kenmerk: str
    wat: str
    van: str
    per: date | None
    toelichting: str


@dataclass(frozen=True, slots=True)
class Actielijst:
    """What must be done: afspraken in the order of their dates, whom to inform, and what is offered."""

    titel: str
    tafel: str
    """For the header: a tafel, or the organisatie whose list it is."""
    ondertitel: str
    kenmerk: str
    voor: str
    acties: tuple[Actie, ...]
    informeren: tuple[TeInformeren, ...] = ()
    aanbod: tuple[Aanbod, ...] = ()
