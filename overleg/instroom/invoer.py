"""What the forms of instroom hand to the handelingen: frozen values, nothing else."""

import uuid
from dataclasses import dataclass
from datetime import date

from models.waarden import (
    BetrokkeneRol,
    ContactVeilig,
    MeldingMoment,
    MeldingStatus,
    MeldingWijze,
    Samenloop,
    SpoedSoort,
    Toestemming,
)

AFGESCHERMD = ("adres", "contact", "contact_hoe")
"""Of a directbetrokkene: what no page shows unless somebody asks for it on purpose."""
ROND_ADRES = (*AFGESCHERMD, "adres_geheim", "contact_veilig")
"""Those, and the answers between them: what somebody writes there is about where a person is."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The first question, and the tafel it is for."""

    acuut: bool
    tafel_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class BetrokkeneInvoer:
    """One row of directbetrokkenen; `id` when the row was there already.

    None for adres, contact and contact_hoe: keep what is there, which the form does not show.
    """

    id: uuid.UUID | None
    rol: BetrokkeneRol
    naam: str
    andere_namen: str
    geboortedatum: date | None
    geboortejaar: int | None
    adres: str | None
    adres_geheim: bool
    contact: str | None
    contact_veilig: ContactVeilig
    contact_hoe: str | None
    toestemming: Toestemming
    toestemming_reden: str


@dataclass(frozen=True, slots=True)
class HulpInvoer:
    """One row of who already helps; `id` when the row was there already."""

    id: uuid.UUID | None
    wie: str
    sinds: str
    werkt: str


@dataclass(frozen=True, slots=True)
class MeldingInvoer:
    """The melding to Veilig Thuis."""

    status: MeldingStatus
    nummer: str
    datum: date | None
    moment: MeldingMoment | None
    wijze: MeldingWijze | None
    volgt_door: str
    volgt_uiterlijk: date | None


@dataclass(frozen=True, slots=True)
class ToetsInvoer:
    """The answer to one criterium."""

    criterium_id: uuid.UUID
    antwoord: bool | None
    onderdeel_ids: frozenset[uuid.UUID]
    reden: str


@dataclass(frozen=True, slots=True)
class BekendInvoer:
    """A tafel at which the family is known; `id` when the row was there already."""

    id: uuid.UUID | None
    andere_tafel_id: uuid.UUID | None
    toelichting: str


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """The whole form of an aanmelding."""

    samenloop: Samenloop | None
    vermoed_feit: str
    thema_ids: frozenset[uuid.UUID]
    betrokkenen: tuple[BetrokkeneInvoer, ...]
    hulp: tuple[HulpInvoer, ...]
    letsel: bool | None
    wat_gebeurd: str
    grootste_zorg: str
    concrete_vraag: str
    melding: MeldingInvoer
    toetsen: tuple[ToetsInvoer, ...]
    bekend_bij: tuple[BekendInvoer, ...]
    antwoord: str
    """The answer to the question of the voorzitter, when it was sent back."""


@dataclass(frozen=True, slots=True)
class SpoedInvoer:
    """The text of one spoedafspraak, and the version of it that was on the screen (None: none yet)."""

    soort: SpoedSoort
    tekst: str
    versie: int | None
