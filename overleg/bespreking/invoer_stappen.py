"""What the forms of the opening and of stap 1 and 2 hand to a handeling: small frozen values."""

import uuid
from dataclasses import dataclass
from datetime import date, time

from models.waarden import Aanwezigheid, AfspraakSoort, AfspraakStatus, Akkoord, Domein


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text and the version it was based on.

    `basis` names an own text that was merged before, when the page still builds on that one; `sleutel` is
    the same when the same save is sent again. `vorige` is the sleutel of an own save whose answer had not
    come when this one was sent. `schrijft` says whether its writer is still in the field (None: no
    JavaScript), `schrijver` for whom the page was made.
    """

    versie: int
    waarde: str
    basis: uuid.UUID | None = None
    sleutel: uuid.UUID | None = None
    vorige: uuid.UUID | None = None
    schrijft: bool | None = None
    schrijver: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Melding:
    """How far an afspraak is, and the version this was based on."""

    versie: int
    status: AfspraakStatus
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Presentie:
    """How one person is at the meeting."""

    aanwezigheid: Aanwezigheid
    vervangt_id: uuid.UUID | None
    mandaat: bool
    akkoord: bool | None
    gekomen: time | None
    vertrokken: time | None


@dataclass(frozen=True, slots=True)
class NieuweDeelnemer:
    """Someone who was not on the list: a member of the tafel, or a name with an organisatie."""

    gebruiker_id: uuid.UUID | None
    naam: str
    organisatie_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Afwezigheid:
    """Someone leaves the room for one casus."""

    deelname_id: uuid.UUID
    belangenconflict: bool
    toelichting: str


@dataclass(frozen=True, slots=True)
class NieuweMaatregel:
    """A maatregel in force, as filled in; `versie` is None for a new one."""

    versie: int | None
    wat: str
    domein: Domein
    kader: str
    uitvoerder: str
    vanaf: date
    tot: date | None
    herbeoordeling: date | None
    beeindigd_op: date | None


@dataclass(frozen=True, slots=True)
class NieuweVoorwaarde:
    """A condition that VT sets, with its date."""

    tekst: str
    gesteld_op: date


@dataclass(frozen=True, slots=True)
class Toetsing:
    """Whether a condition was kept, and when that was looked at."""

    nagekomen: bool
    getoetst_op: date


@dataclass(frozen=True, slots=True)
class NieuweAfspraak:
    """An afspraak as filled in; `versie` is None for a new one."""

    versie: int | None
    wat: str
    soort: AfspraakSoort
    domein: Domein
    direct: bool
    structureel: bool
    organisatie_id: uuid.UUID
    persoon: str
    datum: date
    volgt_op_id: uuid.UUID | None
    gesprek_met_id: uuid.UUID | None
    gesprek_over: str
    gesprek_samen_met: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What the organisatie that is to do an afspraak says, on the version that was read.

    `deelname_id` names who in the room says it, when voorzitter or secretaris records it.
    """

    versie: int
    akkoord: Akkoord
    reden: str = ""
    deelname_id: uuid.UUID | None = None
