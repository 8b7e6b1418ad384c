"""What the forms of the five questions hand to a handeling: small frozen values."""

import uuid
from dataclasses import dataclass
from datetime import date

from models.waarden import MonitoringGrond, OpschalingKeuze


@dataclass(frozen=True)
class Wie:
    """An organisatie and the name of a person of it; someone without an account has a name only."""

    organisatie_id: uuid.UUID
    naam: str = ""


@dataclass(frozen=True)
class Regie:
    """Answer to the first question."""

    versie: int
    wie: Wie
    achtervang: Wie
    aanspreekpunt: str
    toelichting: str
    per_datum: date | None = None


@dataclass(frozen=True)
class Monitoring:
    """Answer to the second question."""

    versie: int
    ja: bool
    toelichting: str
    grond: MonitoringGrond | None = None
    wie: Wie | None = None
    datum: date | None = None
    wat: str = ""


@dataclass(frozen=True)
class Informeren:
    """One piece of information for one directbetrokkene; `id` names a row that is changed."""

    betrokkene_id: uuid.UUID
    wat: str
    wie: Wie
    op: date | None = None
    uitstel_reden: str = ""
    opnieuw_op: date | None = None
    zonder_toestemming: bool = False
    id: uuid.UUID | None = None
    versie: int = 0


@dataclass(frozen=True)
class Partij:
    """One party outside the meeting that must be told something."""

    partij: str
    wat: str
    wie: Wie
    op: date
    id: uuid.UUID | None = None
    versie: int = 0


@dataclass(frozen=True)
class GeenPartijen:
    """The explicit answer that no party has to be told."""

    versie: int
    toelichting: str


@dataclass(frozen=True)
class Opschaling:
    """Answer to the fifth question."""

    versie: int
    keuze: OpschalingKeuze
    toelichting: str
    andere_tafel_id: uuid.UUID | None = None


@dataclass(frozen=True)
class Aanbod:
    """An afspraak is offered to another organisatie."""

    afspraak_id: uuid.UUID
    naar: Wie
    per_datum: date | None
    toelichting: str


@dataclass(frozen=True)
class Aanhouding:
    """A casus goes on in a later overleg."""

    overleg_id: uuid.UUID
    reden: str
