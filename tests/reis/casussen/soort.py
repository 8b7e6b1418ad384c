"""The shape of a casus as it is driven through the pages: who types what, and what is decided."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Betrokkene:
    """One directbetrokkene of the aanmelding."""

    naam: str
    geboren: date
    rol: str
    toestemming: str = "Gevraagd en gegeven"
    waarom_zonder: str = ""


@dataclass(frozen=True)
class Melding:
    """The melding to Veilig Thuis."""

    nummer: str
    datum: date
    moment: str = "Vóór de aanmelding"
    wijze: str = "Schriftelijk"


@dataclass(frozen=True)
class Antwoord:
    """What one partner answers; `grondslag` is the ground per receiver that the page offers.

    The page proposes to share with everyone who was asked; `niet_met` is with whom this partner does not.
    """

    partner: str
    bekend: bool
    feiten: str = ""
    oordeel: str = ""
    grondslag: dict[str, str] = field(default_factory=dict)
    niet_met: tuple[str, ...] = ()


@dataclass(frozen=True)
class Afspraak:
    """One afspraak: what, who, when."""

    nummer: int
    organisatie: str
    persoon: str
    wat: str
    datum: date
    soort: str
    domein: str
    veiligheid: tuple[str, ...] = ("Directe veiligheid",)
    na: int | None = None
    gesprek_met: str = ""
    gesprek_over: str = ""
    samen_met: str = ""


@dataclass(frozen=True)
class Informeren:
    """What one directbetrokkene is told: on a day, or postponed with a reason and a day to look again."""

    naam: str
    wat: str
    organisatie: str
    persoon: str
    op: date | None = None
    uitstel_reden: str = ""
    opnieuw_op: date | None = None
    ook_gedeeld: bool = False


@dataclass(frozen=True)
class Regie:
    """The first question."""

    organisatie: str
    naam: str
    achtervang_organisatie: str
    achtervang: str
    aanspreekpunt: str
    waarom: str
    gaat_over_op: date | None = None


@dataclass(frozen=True)
class Monitoring:
    """The second question."""

    ja: bool
    waarom: str
    grond: str = ""
    organisatie: str = ""
    naam: str = ""
    terug_op: date | None = None
    wat: str = ""


@dataclass(frozen=True)
class Partij:
    """One party of the fourth question."""

    partij: str
    wat: str
    organisatie: str
    persoon: str
    op: date


@dataclass(frozen=True)
class Opschaling:
    """The fifth question."""

    keuze: str
    waarom: str
    tafel: str = ""


@dataclass(frozen=True)
class Besluiten:
    """The answers to the five questions."""

    regie: Regie
    monitoring: Monitoring
    informeren: tuple[Informeren, ...]
    partijen: tuple[Partij, ...]
    opschaling: Opschaling
    geen_partijen: str = ""


@dataclass(frozen=True)
class Casus:
    """A casus from aanmelding to besluiten."""

    betrokkenen: tuple[Betrokkene, ...]
    samenloop: str
    feit: str
    themas: tuple[str, ...]
    gebeurd: str
    zorg: str
    vraag: str
    criteria: dict[str, tuple[bool, str]]
    onder_d: tuple[str, ...]
    reden_d: str
    uitvraag: str
    antwoorden: tuple[Antwoord, ...]
    teksten: dict[str, str]
    plan: dict[str, str]
    afspraken: tuple[Afspraak, ...]
    besluiten: Besluiten
    melding: Melding | None = None
    acuut: bool = False
    tafel: str = ""
    """Where it is brought in; empty for who sits at one tafel only."""
    bekend_bij: tuple[tuple[str, str], ...] = ()
    """Other tafels where the family is known, each with what the inbrenger says about it."""
