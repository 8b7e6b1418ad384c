"""Rules about a house style of a tafel: pure questions on what a template holds (besluiten/033)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from overleg.basis.oordeel import JA, Oordeel, let_op, nee

SMALSTE_CM: Final = 15.0
"""A table with a date in a narrow column fits in this; below it dates break in two."""
RUIM_CM: Final = 17.0
"""In this the longest word that often stands in a table fits as well."""
LAAGSTE_CM: Final = 12.0
GROOTSTE_BLAD_CM: Final = 43.0
VERSTE_BAND_CM: Final = 5.0
"""A header or footer begins so near the edge of the page, or else within the margin."""
KLEINSTE_PUNTEN: Final = 8.0
GROOTSTE_PUNTEN: Final = 48.0
GROOTSTE_IN_TABEL: Final = 9.5
"""A larger date does not fit in a narrow column."""
LAAGSTE_CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3; on white paper."""
_RECHT_TOT: Final = 0.04045
STANDAARD_PUNTEN: Final = 10.0


class Stijlsoort(StrEnum):
    """What a style is of, by the word for it in the file."""

    ALINEA = "paragraph"
    TEKEN = "character"
    TABEL = "table"
    LIJST = "numbering"

    @property
    def woord(self) -> str:
        """What to call it on screen."""
        woorden = {"paragraph": "alineastijl", "character": "tekenstijl", "table": "tabelstijl"}
        return woorden.get(self.value, "lijststijl")


@dataclass(frozen=True, slots=True)
class OnzeStijl:
    """A style that our documents use: its name in the file, and what a Dutch Word calls it."""

    naam: str
    woord: str
    waarvoor: str
    soort: Stijlsoort = Stijlsoort.ALINEA
    is_lijst: bool = False
    grootste: float = GROOTSTE_PUNTEN


ONZE_STIJLEN: Final = (
    OnzeStijl("Normal", "Standaard", "de tekst"),
    OnzeStijl("Title", "Titel", "de titel van het document"),
    OnzeStijl("Subtitle", "Ondertitel", "de regel onder de titel"),
    OnzeStijl("Heading 1", "Kop 1", "een casus, een hoofddeel"),
    OnzeStijl("Heading 2", "Kop 2", "een stap, een onderdeel"),
    OnzeStijl("Heading 3", "Kop 3", "een kop binnen een stap"),
    OnzeStijl("Heading 4", "Kop 4", "een partner bij de informatie"),
    OnzeStijl("List Bullet", "Lijst opsom.teken", "een opsomming", is_lijst=True),
    OnzeStijl("List Number", "Lijstnummering", "de stappen van het aanmeldformulier", is_lijst=True),
    OnzeStijl("toc 1", "Inhopg 1", "een regel van de inhoudsopgave"),
    OnzeStijl("Inhoudskop", "Inhoudskop", "de kop boven de inhoudsopgave"),
    OnzeStijl("Tabeltekst", "Tabeltekst", "de tekst in een tabel", grootste=GROOTSTE_IN_TABEL),
    OnzeStijl("Tabelkop", "Tabelkop", "de kop van een kolom of rij", grootste=GROOTSTE_IN_TABEL),
    OnzeStijl("Overlegtabel", "Overlegtabel", "de lijnen van een tabel", Stijlsoort.TABEL),
)


@dataclass(frozen=True, slots=True)
class Stijlfeit:
    """What a template says of one style, with what it takes from the style it builds on."""

    soort: Stijlsoort
    punten: float = STANDAARD_PUNTEN
    kleur: str = ""
    """Six digits; empty: as usual, black."""
    letter: str = ""
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What was found for one of our styles."""

    stijl: OnzeStijl
    uit_sjabloon: bool
    zin: str
    let_op: bool = False


@dataclass(frozen=True, slots=True)
class Bladspiegel:
    """The page of a template, in centimetres."""

    breedte: float
    hoogte: float
    links: float
    rechts: float
    boven: float
    onder: float
    kop: float = 1.25
    voet: float = 1.25

    @property
    def tekstbreedte(self) -> float:
        """How wide a line of text is."""
        return self.breedte - self.links - self.rechts

    @property
    def teksthoogte(self) -> float:
        """How high the text of a page is."""
        return self.hoogte - self.boven - self.onder


def past(blad: Bladspiegel) -> Oordeel:
    """Whether our tables fit on this page; a warning where they only just do."""
    bezwaar = _maat_bezwaar(blad) or _ruimte_bezwaar(blad)
    if bezwaar:
        return nee(bezwaar)
    if blad.tekstbreedte < RUIM_CM:
        return let_op(
            f"Een regel is {_cm(blad.tekstbreedte)} breed. Bij minder dan {_cm(RUIM_CM)} kan een lang woord "
            "in een tabel afbreken. Kijk daarnaar in het voorbeeld."
        )
    return JA


def _maat_bezwaar(blad: Bladspiegel) -> str:
    """Return what is wrong with the measures themselves."""
    if max(blad.breedte, blad.hoogte) > GROOTSTE_BLAD_CM:
        return "De bladzijde van het sjabloon is groter dan A3. Kies A4 in Word en kies het bestand opnieuw."
    if min(blad.links, blad.rechts, blad.kop, blad.voet) < 0:
        return "De marges van het sjabloon kloppen niet. Stel ze in Word opnieuw in bij Indeling, Marges."
    if blad.kop > max(blad.boven, VERSTE_BAND_CM) or blad.voet > max(blad.onder, VERSTE_BAND_CM):
        return (
            "De kop- of voettekst van het sjabloon begint te ver van de rand van de bladzijde. Dubbelklik "
            f"op de koptekst, zet de afstand van kop- en voettekst op hoogstens {_cm(VERSTE_BAND_CM)} "
            "en kies het bestand opnieuw."
        )
    return ""


def _ruimte_bezwaar(blad: Bladspiegel) -> str:
    """Return for what there is too little room."""
    if blad.tekstbreedte < SMALSTE_CM:
        return (
            f"Een regel is in dit sjabloon {_cm(blad.tekstbreedte)} breed; onze tabellen hebben minstens "
            f"{_cm(SMALSTE_CM)} nodig. Maak de marges links en rechts in Word kleiner (Indeling, Marges) en "
            "kies het bestand opnieuw."
        )
    if blad.teksthoogte < LAAGSTE_CM:
        return (
            f"Voor tekst is in dit sjabloon {_cm(blad.teksthoogte)} hoogte over; dat moet minstens "
            f"{_cm(LAAGSTE_CM)} zijn. Maak de marges boven en onder in Word kleiner en kies het bestand "
            "opnieuw."
        )
    return ""


def beoordeel(feiten: Mapping[str, Stijlfeit]) -> tuple[Bevinding, ...]:
    """Return for each of our styles what comes of it; `feiten` by name in small letters."""
    return tuple(_bevinding(stijl, feiten.get(stijl.naam.lower())) for stijl in ONZE_STIJLEN)


def _bevinding(stijl: OnzeStijl, feit: Stijlfeit | None) -> Bevinding:
    if feit is None:
        return Bevinding(stijl, False, "Ontbreekt: u krijgt onze standaardstijl.")
    if feit.soort is not stijl.soort:
        zin = f"Is een {feit.soort.woord}, geen {stijl.soort.woord}: u krijgt onze standaardstijl."
        return Bevinding(stijl, False, zin, let_op=True)
    if stijl.is_lijst and not feit.genummerd:
        zin = "Heeft geen opsommingsteken of nummer: u krijgt onze standaardstijl."
        return Bevinding(stijl, False, zin, let_op=True)
    if stijl.soort is Stijlsoort.TABEL:
        return Bevinding(stijl, True, "Uit het sjabloon.")
    bezwaren = _bezwaren(feit, stijl.grootste)
    if bezwaren:
        return Bevinding(stijl, True, " ".join(["Uit het sjabloon.", *bezwaren]), let_op=True)
    hoe = ", ".join(deel for deel in (feit.letter, f"{_getal(feit.punten)} punt") if deel)
    return Bevinding(stijl, True, f"Uit het sjabloon: {hoe}.")


def _bezwaren(feit: Stijlfeit, grootste: float) -> list[str]:
    bezwaren = []
    if feit.punten < KLEINSTE_PUNTEN:
        minstens = _getal(KLEINSTE_PUNTEN)
        bezwaren.append(f"Erg klein: {_getal(feit.punten)} punt. Neem minstens {minstens} punt.")
    if feit.punten > grootste:
        bezwaren.append(f"Erg groot: {_getal(feit.punten)} punt. Neem hoogstens {_getal(grootste)} punt.")
    if feit.kleur and contrast(feit.kleur) < LAAGSTE_CONTRAST:
        bezwaren.append("De kleur is te licht om goed te lezen. Neem een donkerder kleur.")
    return bezwaren


def contrast(kleur: str) -> float:
    """Return the contrast of a colour (six digits) with white: 1 is none, 21 is black. Source: WCAG 2.2."""
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (0, 2, 4)]
    rood, groen, blauw = (d / 12.92 if d <= _RECHT_TOT else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def _cm(getal: float) -> str:
    return f"{getal:.1f} cm".replace(".", ",")


def _getal(getal: float) -> str:
    return f"{getal:g}".replace(".", ",")
