"""What the rules of the sheet with members and partners know and say: frozen values."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from models.waarden import Bezetting, OrganisatieSoort, Partnervorm, Rol

NAAM, EMAIL, ORGANISATIE, ROL = "Naam", "E-mailadres", "Organisatie", "Rol"
BEZETTING, MANDAAT, FUNCTIE = "Vast of achtervang", "Mandaat", "Bijzondere functie"
VANAF, TOT, VORM = "Vanaf", "Tot en met", "Neemt deel"
"""The headings of the columns: what is wrong is told by its column."""
RIJ: Final = "Hele rij"
"""Where it says what is wrong when no one column is."""
ROLLEN: Final = tuple(rol.tekst.lower() for rol in Rol)
BEZETTINGEN: Final = tuple(bezetting.tekst.lower() for bezetting in Bezetting)
VORMEN: Final = tuple(vorm.tekst.lower() for vorm in Partnervorm)
JA_NEE: Final = ("ja", "nee")
"""The words that can stand in a column."""

INTUSSEN: Final = (
    "Iemand anders heeft dit intussen gewijzigd. Haal het werkblad opnieuw op en vul deze rij weer in."
)
_BEHEERDER = "Beheerder wordt iemand niet met een werkblad: vraag het op de pagina van het account."
_FUNCTIONARIS = (
    "Een functionaris gegevensbescherming zit niet zelf aan een tafel. "
    "Die rol geeft u op de pagina van het account."
)
NIET_MET_EEN_WERKBLAD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "beheerder": _BEHEERDER,
        "functionaris": _FUNCTIONARIS,
        "functionaris gegevensbescherming": _FUNCTIONARIS,
    }
)
"""Words for roles apart from a tafel, and what to do instead (besluiten/028)."""


class Uitkomst(Enum):
    """What a row would do."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Fout:
    """What is wrong in which column, and what to do."""

    kolom: str
    zin: str


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What one column of a place or a partner was and becomes, as people read it."""

    kolom: str
    was: str
    wordt: str


# --- what there is now ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Organisatie:
    """An organisatie that is there."""

    id: uuid.UUID
    naam: str
    soort: OrganisatieSoort
    actief: bool


@dataclass(frozen=True, slots=True)
class Account:
    """An account that is there."""

    id: uuid.UUID
    naam: str
    email: str
    organisatie: Organisatie
    actief: bool
    functionaris: bool
    is_zelf: bool


@dataclass(frozen=True, slots=True)
class Invulling:
    """What can change about a place."""

    bezetting: Bezetting
    mandaat: bool
    functie: str
    vanaf: date
    tot: date | None

    @property
    def versie(self) -> str:
        """What stands for this state in the sheet: a row that still says so was not touched."""
        deel = (
            self.bezetting.value,
            "ja" if self.mandaat else "nee",
            self.vanaf,
            self.tot or "",
            self.functie,
        )
        return ";".join(str(iets) for iets in deel)


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place at this tafel, with who holds it."""

    id: uuid.UUID
    account: Account
    rol: Rol
    invulling: Invulling


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisatie that is on the list of partners of this tafel."""

    id: uuid.UUID
    organisatie: Organisatie
    vorm: Partnervorm
    actief: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Everything a row is held against."""

    dag: date
    organisaties: tuple[Organisatie, ...]
    accounts: tuple[Account, ...]
    plaatsen: tuple[Plaats, ...]
    """Those that hold today or later."""
    partners: tuple[Partner, ...]
    voorbij: tuple[Plaats, ...] = ()
    """Those that ended."""


# --- what the sheet says ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lidrij:
    """One row about a member, as it was read; what could not be read is None and has its `fouten`."""

    regel: int
    naam: str = ""
    email: str = ""
    organisatie: str = ""
    rol: Rol | None = None
    bezetting: Bezetting | None = None
    mandaat: bool | None = None
    functie: str = ""
    vanaf: date | None = None
    tot: date | None = None
    sleutel: str = ""
    versie: str = ""
    fouten: tuple[Fout, ...] = ()


@dataclass(frozen=True, slots=True)
class Partnerrij:
    """One row about a partner."""

    regel: int
    organisatie: str = ""
    vorm: Partnervorm | None = None
    versie: str = ""
    fouten: tuple[Fout, ...] = ()


# --- what comes of it -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lidoordeel:
    """What a row about a member would do. With FOUT nothing, and the rest is for showing only."""

    rij: Lidrij
    uitkomst: Uitkomst
    fouten: tuple[Fout, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    account: Account | None = None
    """None when it would be made."""
    organisatie: Organisatie | None = None
    plaats: Plaats | None = None
    """The place it is about; None when it would be made."""
    invulling: Invulling | None = None
    """How the place would be."""
    wijzigingen: tuple[Wijziging, ...] = ()

    @property
    def wie(self) -> str:
        """Who it is about, as far as the row says."""
        return self.account.naam if self.account else self.rij.naam or self.rij.email or "Geen naam"


@dataclass(frozen=True, slots=True)
class Partneroordeel:
    """What a row about a partner would do."""

    rij: Partnerrij
    uitkomst: Uitkomst
    fouten: tuple[Fout, ...] = ()
    organisatie: Organisatie | None = None
    partner: Partner | None = None
    vorm: Partnervorm | None = None
    wijzigingen: tuple[Wijziging, ...] = ()

    @property
    def wie(self) -> str:
        """Which organisatie it is about, as far as the row says."""
        return self.organisatie.naam if self.organisatie else self.rij.organisatie or "Geen organisatie"
