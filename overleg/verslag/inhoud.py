"""What a verslag says, as frozen values: one object feeds the page, the Word file and the frozen record.

Words are resolved (a status is text), so that a record reads the same when settings change later. Each
part that not everybody may see names for whom it is: `lezers` are organisaties, and a casus that someone
withdrew from is closed to that person (`Lezer.gesloten`). No addresses and no contact data (domein.md §4).
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time

NIETS_GEDEELD = "Geen informatie die met uw organisatie is gedeeld."
NIET_GEANTWOORD = "Niet geantwoord."
VORM = 1
"""Raised when the shape changes, so that an old frozen record stays readable."""


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """Someone who was expected at the overleg; `bij_casus` is set for a guest, who may have more of them."""

    naam: str
    organisatie: str
    aanwezigheid: str
    was_er: bool
    vervangt: str
    mandaat: bool
    registratie_akkoord: bool | None
    gekomen: time | None
    vertrokken: time | None
    bij_casus: uuid.UUID | None
    ook_bij: frozenset[uuid.UUID] = frozenset()
    """The other casussen of a guest who joined for more than one."""

    @property
    def bij_casussen(self) -> frozenset[uuid.UUID]:
        """The casussen a guest joined for; empty for who was there for the whole overleg."""
        return self.ook_bij | ({self.bij_casus} if self.bij_casus else set())


@dataclass(frozen=True, slots=True)
class Agendaregel:
    """One item of the agenda with what became of it.

    Its planned time is for the copy of its own casus only: in a list, a jump in them would tell a reader that
    an item was left out (docs/besluiten/037). `nummer` is that of the whole, until `voor_lezer`.
    """

    nummer: int
    begin: time
    einde: time
    onderwerp: str
    uitkomst: str
    casus_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class VorigeActie:
    """An afspraak of an earlier overleg, with its state at this one."""

    kenmerk: str
    nummer: int
    wat: str
    wie: str
    datum: date
    stand: str
    reden: str
    casus_id: uuid.UUID
    organisatie_id: uuid.UUID
    lezers: frozenset[uuid.UUID]


@dataclass(frozen=True, slots=True)
class Persoon:
    """A directbetrokkene as the record names them."""

    naam: str
    rol: str
    geboren: str
    toestemming: str
    plan: str
    """What the veiligheidsplan says for this person."""


@dataclass(frozen=True, slots=True)
class Criteriumregel:
    """The answer to one instroomcriterium."""

    code: str
    titel: str
    antwoord: str
    reden: str


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """What a partner brought in, for the giver and the receivers only."""

    id: uuid.UUID
    bekend: bool
    feiten: str
    oordeel: str
    achtergehouden: str
    """Why something was not shared; empty when nothing was held back."""
    doel: str
    grond: str
    lezers: frozenset[uuid.UUID]
    hoe_gegeven: str = ""
    """Who gave it and who recorded it, when its organisatie could not put it in itself."""


@dataclass(frozen=True, slots=True)
class PartnerInformatie:
    """One partner that was asked or added something, with what it brought in."""

    organisatie: str
    bijdragen: tuple[Bijdrage, ...]
    geantwoord: bool = True
    """Whether there was an answer at all, also when this reader may see nothing of it."""

    @property
    def leeg(self) -> str:
        """What a reader who sees no bijdrage is told."""
        return NIETS_GEDEELD if self.geantwoord else NIET_GEANTWOORD


@dataclass(frozen=True, slots=True)
class Hulpregel:
    """Who already helps, since when, and whether it works."""

    wie: str
    sinds: str
    werkt: str


@dataclass(frozen=True, slots=True)
class Maatregelregel:
    """A measure in force."""

    wat: str
    domein: str
    kader: str
    uitvoerder: str
    vanaf: date
    tot: date | None
    herbeoordeling: date | None


@dataclass(frozen=True, slots=True)
class Voorwaarderegel:
    """A veiligheidsvoorwaarde with its outcome."""

    tekst: str
    gesteld_op: date
    nagekomen: str


@dataclass(frozen=True, slots=True)
class Afspraakregel:
    """Who does what by when, and after what."""

    nummer: int
    wat: str
    wie: str
    datum: date
    wacht_op: str
    soort: str
    veiligheid: str
    akkoord: str = ""
    """When who is to do it did not say akkoord: that, and why; empty otherwise, and in older records."""


@dataclass(frozen=True, slots=True)
class Overdrachtregel:
    """What is handed over, by whom to whom, and whether it was taken over."""

    wat: str
    van: str
    naar: str
    per_datum: date | None
    stand: str
    reden: str


@dataclass(frozen=True, slots=True)
class Besluitregel:
    """One of the five closing questions with its answer, a line for each thing decided."""

    nummer: int
    vraag: str
    antwoord: tuple[str, ...]
    toelichting: str


@dataclass(frozen=True, slots=True)
class Monitoringregel:
    """One question of monitoring with its answer (domein.md §6)."""

    vraag: str
    antwoord: str


@dataclass(frozen=True, slots=True)
class Spoedregel:
    """One of the things settled in acute danger."""

    wat: str
    tekst: str


@dataclass(frozen=True, slots=True)
class CasusInVerslag:
    """Everything that was said and decided about one casus."""

    id: uuid.UUID
    kenmerk: str
    uitkomst: str
    """Besproken, aangehouden, …: what became of the item."""
    besproken: bool
    aangehouden_reden: str
    naar_overleg: date | None
    personen: tuple[Persoon, ...]
    themas: tuple[str, ...]
    concrete_vraag: str
    voldoet: str
    criteria: tuple[Criteriumregel, ...]
    uitzondering_reden: str
    spoed: tuple[Spoedregel, ...]
    """What was settled in acute danger, before the casus came to the overleg (domein.md §3)."""
    informatie: tuple[PartnerInformatie, ...]
    feitenonderzoek: str
    grootste_zorg: str
    afweging: str
    vervolging: str
    veiligheidsplan: str
    hulp: tuple[Hulpregel, ...]
    maatregelen: tuple[Maatregelregel, ...]
    voorwaarden: tuple[Voorwaarderegel, ...]
    afspraken: tuple[Afspraakregel, ...]
    volgorde: str
    overdrachten: tuple[Overdrachtregel, ...]
    besluiten: tuple[Besluitregel, ...]
    monitoring: tuple[Monitoringregel, ...]
    afwijkend: str
    aanwezig: tuple[str, ...]
    niet_aanwezig: tuple[str, ...]
    lezers: frozenset[uuid.UUID]
    vernietigd: str = ""
    """What is said instead of everything else once the dossier was destroyed; empty in older records."""

    @property
    def heeft_inhoud(self) -> bool:
        """Whether something was said about it here: not when it only went on to a later overleg."""
        teksten = (self.feitenonderzoek, self.afweging, self.vervolging, self.veiligheidsplan, self.volgorde)
        return self.besproken or any(teksten) or bool(self.afspraken)

    @property
    def gaat_verder(self) -> bool:
        """Whether it was held over, or left over and moved to a later overleg."""
        return not self.besproken and bool(self.aangehouden_reden or self.naar_overleg)

    @property
    def heeft_eigen_deel(self) -> bool:
        """Whether the record has a part about it: not when it only went on without a word."""
        return self.heeft_inhoud or not self.gaat_verder


@dataclass(frozen=True, slots=True)
class Rectificatie:
    """A note added after adopting; what was adopted stays as it was."""

    nummer: int
    op: datetime
    door: str
    reden: str
    tekst: str
    casus_id: uuid.UUID | None
    """None: about the overleg as a whole."""
    kenmerk: str


@dataclass(frozen=True, slots=True)
class Verslaginhoud:
    """The record of one overleg."""

    vorm: int
    tafel: str
    code: str
    datum: date
    begin: time
    einde: time
    begonnen: time | None
    geeindigd: time | None
    overlegvorm: str
    plaats: str
    voorzitters: tuple[str, ...]
    registratieafspraken: str
    agenda: tuple[Agendaregel, ...]
    aanwezigen: tuple[Aanwezige, ...]
    vorige_acties: tuple[VorigeActie, ...]
    casussen: tuple[CasusInVerslag, ...]
    rectificaties: tuple[Rectificatie, ...]

    @property
    def kenmerk(self) -> str:
        """What names this record, without saying anything about people: LW-2026-11-26."""
        return f"{self.code}-{self.datum.isoformat()}"

    def alleen_bij(self, mens: Aanwezige) -> str:
        """The kenmerken of the casussen a guest joined for, as far as this reader has them; else empty."""
        return " en ".join(casus.kenmerk for casus in self.casussen if casus.id in mens.bij_casussen)

    @property
    def aangehouden(self) -> tuple[CasusInVerslag, ...]:
        """The casussen that go on in a later overleg."""
        return tuple(casus for casus in self.casussen if casus.gaat_verder)


@dataclass(frozen=True, slots=True)
class Ingekort:
    """That something was taken out of an adopted record since."""

    op: datetime
    oorspronkelijk: str
    """The checksum at adoption."""


@dataclass(frozen=True, slots=True)
class Stempel:
    """What is said about a record on every page: a concept, or a version that was adopted."""

    versie: int | None
    controlegetal: str
    vastgesteld_op: datetime | None
    vastgesteld_door: str
    ingekort: Ingekort | None = None

    @property
    def is_concept(self) -> bool:
        """Whether it was not adopted yet."""
        return self.versie is None


CONCEPT = Stempel(None, "", None, "")
