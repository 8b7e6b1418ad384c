"""Are two directbetrokkenen one person? Names spelled otherwise, birth dates swapped or missing.

A signal for the voorzitter, who decides (issue 3, Triage). Pure: names and dates in, likeness out.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product
from typing import assert_never

from rapidfuzz import fuzz

from models.waarden import Gelijkenis, Waarde
from overleg.basis.namen import OMSCHRIJVINGEN, TUSSENVOEGSELS

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_SCHEIDING = re.compile(r"[,;/\n]")
_LEESTEKENS = re.compile(r"[^\w\s]|_")
_APOSTROF = re.compile(r"[’‘`´]")
_VOOR_EEN_NAAM = re.compile(
    r"(?<!\w)'[stn](?!\w)"  # 't Hart
    r"|(?<!\w)'?[dl]'(?=\w)"  # d'Ancona
    r"|(?<!\w)(?:aan|bij|in|onder|op|over|uit|van|voor) [st](?!\w)"  # van t Hart
    r"|(?<=\S\s)v\W{0,2}d(?!\w)"  # Jan v.d. Berg
)
"""Short ways to write a tussenvoegsel; the initials T., S. and D. are part of the name."""
_NAAMLOOS = re.compile(r"onbeken\w*|nn|nnb")
HEEL = 100.0
VOORLETTER = 80.0
"""How much a first name counts that only agrees in its initial."""
GEEN_VOORNAAM = 60.0
MEESTE_NAMEN = 12
MEESTE_DELEN = 5
MAANDEN = 12
"""More aliases than this are not compared: a bound on the work, far above what people enter."""


@dataclass(frozen=True)
class Naam:
    """A name taken apart: first names and the last word of the surname, without tussenvoegsels."""

    delen: tuple[str, ...]

    @property
    def geheel(self) -> str:
        """All parts together."""
        return " ".join(self.delen)


@dataclass(frozen=True)
class Persoon:
    """Of a directbetrokkene only what comparing needs."""

    namen: tuple[Naam, ...]
    geboren: date | None = None
    jaar: int | None = None


@dataclass(frozen=True)
class Vergelijking:
    """How much two persons look alike, and why, as sentences without names."""

    gelijkenis: Gelijkenis
    redenen: tuple[str, ...]


class Geboorte(Waarde):
    """How two birth dates relate."""

    GELIJK = "gelijk", "dezelfde geboortedatum"
    OMGEWISSELD = "omgewisseld", "dag en maand van de geboortedatum omgewisseld"
    BIJNA = "bijna", "één deel van de geboortedatum verschilt"
    ZELFDE_JAAR = "zelfde_jaar", "hetzelfde geboortejaar; de hele datum ontbreekt"
    ONBEKEND = "onbekend", "een geboortedatum ontbreekt"
    ANDERS = "anders", "een andere geboortedatum"


def gescheiden(andere_namen: str) -> list[str]:
    """Return the names that stand in one text; they are separated by comma, semicolon, stroke or line."""
    return _SCHEIDING.split(andere_namen)


def persoon_van(naam: str, andere_namen: str, geboren: date | None, jaar: int | None) -> Persoon:
    """Return the person to compare; `andere_namen` as `gescheiden` takes them apart."""
    teksten = [naam, *gescheiden(andere_namen)][:MEESTE_NAMEN]
    namen = tuple(dict.fromkeys(n for n in map(ontleed, teksten) if n.delen))
    return Persoon(namen, geboren, geboren.year if geboren else jaar)


def ontleed(tekst: str) -> Naam:
    """Take a name apart: no capitals, accents, punctuation or tussenvoegsels; ij and y are one letter.

    Where the form asks to write "onbekend" there is no name: two unknown people are not one person.
    """
    ontbonden = unicodedata.normalize("NFD", tekst.casefold().translate(_LETTERS))
    kaal = "".join(teken for teken in ontbonden if not unicodedata.combining(teken))
    los = _VOOR_EEN_NAAM.sub(" ", _APOSTROF.sub("'", kaal))
    woorden = _LEESTEKENS.sub(" ", los.replace("n.n.", "nn")).split()
    if any(_NAAMLOOS.fullmatch(woord) for woord in woorden):
        woorden = [w for w in woorden if not (_NAAMLOOS.fullmatch(w) or w in OMSCHRIJVINGEN)]
    woorden = [woord.replace("ij", "y") for woord in woorden]
    zonder = tuple(w for w in woorden if w not in TUSSENVOEGSELS or len(w) == 1)
    return Naam(zonder or tuple(woorden))


def vergelijk(a: Persoon, b: Persoon) -> Vergelijking | None:
    """Return how much two persons look alike; None when they do not."""
    geboorte = vergelijk_geboorte(a, b)
    if geboorte is Geboorte.ANDERS:
        return None
    score = max((vergelijk_namen(n, m) for n, m in product(a.namen, b.namen)), default=0.0)
    sterk, mogelijk = _grenzen(geboorte)
    if score < mogelijk:
        return None
    naam = "dezelfde naam" if score >= HEEL else "een naam die erop lijkt"
    gelijkenis = Gelijkenis.STERK if score >= sterk else Gelijkenis.MOGELIJK
    return Vergelijking(gelijkenis, (naam, geboorte.tekst))


def schrijfwijzen(persoon: Persoon, *, omgewisseld: bool = False) -> frozenset[str]:
    """Return what must be equal for two people to be the same at different tafels; none without a birth date.

    An initial with another part of the name, and the whole birth date: so "Jan de Vries", "J. Vries" and
    "Vries, Jan" agree, and two people with one surname do not. With `omgewisseld` also with day and month
    the other way round: one of the two tafels may have typed it so (docs/besluiten/027).
    """
    if persoon.geboren is None:
        return frozenset()
    dagen = {persoon.geboren, *_omgewisseld(persoon.geboren)} if omgewisseld else {persoon.geboren}
    return frozenset(
        f"1|{een[0]} {ander}|{dag.isoformat()}"
        for naam in persoon.namen
        for een, ander in permutations(naam.delen[:MEESTE_DELEN], 2)
        for dag in dagen
        if len(ander) > 1
    )


def _omgewisseld(dag: date) -> tuple[date, ...]:
    return (dag.replace(day=dag.month, month=dag.day),) if dag.day <= MAANDEN else ()


def _grenzen(geboorte: Geboorte) -> tuple[float, float]:
    """Return from which likeness of the names on (0-100) it is strong, and possible.

    The less the birth dates say, the more the names must.
    """
    match geboorte:
        case Geboorte.GELIJK:
            return 80.0, 50.0
        case Geboorte.OMGEWISSELD:
            return 85.0, 70.0
        case Geboorte.BIJNA:
            return 95.0, 82.0
        case Geboorte.ZELFDE_JAAR:
            return 92.0, 80.0
        case Geboorte.ONBEKEND:
            return 97.0, 86.0
        case Geboorte.ANDERS:
            return HEEL + 1, HEEL + 1
        case _:
            assert_never(geboorte)


def vergelijk_geboorte(a: Persoon, b: Persoon) -> Geboorte:
    """Return how two birth dates relate; a person may have only a year, or nothing."""
    if a.geboren and b.geboren:
        return _vergelijk_dagen(a.geboren, b.geboren)
    if a.jaar is None or b.jaar is None:
        return Geboorte.ONBEKEND
    return Geboorte.ZELFDE_JAAR if a.jaar == b.jaar else Geboorte.ANDERS


def _vergelijk_dagen(a: date, b: date) -> Geboorte:
    if a == b:
        return Geboorte.GELIJK
    if (a.year, a.month, a.day) == (b.year, b.day, b.month):
        return Geboorte.OMGEWISSELD
    gelijk = (a.year == b.year) + (a.month == b.month) + (a.day == b.day)
    ver = abs(a.year - b.year) > 1
    return Geboorte.BIJNA if gelijk > 1 and not ver else Geboorte.ANDERS


def vergelijk_namen(a: Naam, b: Naam) -> float:
    """Return how much two names look alike, 0 to 100; order of the words does not matter."""
    if a.delen == b.delen:
        return HEEL
    op_volgorde = fuzz.token_sort_ratio(a.geheel, b.geheel)
    return max(op_volgorde, _per_deel(a.delen, b.delen), _per_deel(_gedraaid(a.delen), b.delen))


def _gedraaid(delen: tuple[str, ...]) -> tuple[str, ...]:
    """Surname first, as in a list: put it at the end."""
    return (*delen[1:], *delen[:1])


def _per_deel(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Surnames weigh most; a first name may be an initial, or be missing."""
    achternaam = fuzz.ratio(a[-1], b[-1])
    if len(a) == 1 or len(b) == 1:
        voornaam = GEEN_VOORNAAM
    elif len(a[0]) == 1 or len(b[0]) == 1:
        voornaam = VOORLETTER if a[0][0] == b[0][0] else 0.0
    else:
        voornaam = fuzz.ratio(a[0], b[0])
    return 0.6 * achternaam + 0.4 * voornaam
