"""The rule that combines the instroomcriteria, as text that a region writes (domein.md §3).

    A en B en C en D          A en B en (C of D)          A en minstens 2 van (B, C, D)

There is no "niet", so an answer of ja never makes a casus meet the rule less. `en` and `of` are
never mixed without brackets: what binds stronger is not something a reader should have to know.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

VOORBEELD = "A en B en (C of D)"
VOORBEELD_MINSTENS = "minstens 2 van (A, B, C)"
SLEUTELWOORDEN = frozenset({"en", "of", "minstens", "van", "niet"})
GETALLEN = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
DIEPST = 20
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,3}")
_STUK = re.compile(r"\s+|(?P<getal>\d+)|(?P<woord>[^\W\d_]\w*)|(?P<teken>[(),])|(?P<vreemd>.)", re.DOTALL)


class RegelFout(ValueError):
    """The rule cannot be read; the message is a sentence that says what to do."""


@dataclass(frozen=True)
class Code:
    """One criterium."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True)
class En:
    """All must hold."""

    delen: tuple["Knoop", ...]

    def __str__(self) -> str:
        return " en ".join(_binnen(deel) for deel in self.delen)


@dataclass(frozen=True)
class Of:
    """At least one must hold."""

    delen: tuple["Knoop", ...]

    def __str__(self) -> str:
        return " of ".join(_binnen(deel) for deel in self.delen)


@dataclass(frozen=True)
class Minstens:
    """So many of these must hold."""

    aantal: int
    delen: tuple["Knoop", ...]

    def __str__(self) -> str:
        return f"minstens {self.aantal} van ({', '.join(str(deel) for deel in self.delen)})"


Knoop = Code | En | Of | Minstens


def _binnen(deel: Knoop) -> str:
    return f"({deel})" if isinstance(deel, En | Of) else str(deel)


def ontleed(regel: str, codes: Collection[str] | None = None) -> Knoop:
    """Return the rule as a tree; `str()` of it is the same rule, written neatly.

    `codes` are the criteria there are; None accepts any. Capitals do not matter.
    Raises RegelFout, with a sentence that says what to do.
    """
    lezer = _Lezer(list(_stukken(regel)), codes)
    knoop = lezer.uitdrukking(0)
    lezer.klaar()
    return knoop


def beoordeel(regel: str | Knoop, antwoorden: Mapping[str, bool | None]) -> bool | None:
    """Return whether `antwoorden` meet the rule: ja, nee, or None while that is still open.

    An answer of None, or a code that is not there, is not answered yet. None comes back only when the
    open answers can still decide: with A nee, `A en B` is nee whatever B becomes.
    Raises RegelFout when `regel` is a text that cannot be read.
    """
    knoop = ontleed(regel) if isinstance(regel, str) else regel
    gegeven = {code.upper(): antwoord for code, antwoord in antwoorden.items() if antwoord is not None}
    if _geldt(knoop, gegeven, open_als=False):
        return True
    return None if _geldt(knoop, gegeven, open_als=True) else False


def codes_in(regel: str | Knoop) -> frozenset[str]:
    """Return the codes that the rule names, in capitals."""
    knoop = ontleed(regel) if isinstance(regel, str) else regel
    match knoop:
        case Code():
            return frozenset({knoop.code.upper()})
        case En() | Of() | Minstens():
            return frozenset().union(*(codes_in(deel) for deel in knoop.delen))
    assert_never(knoop)


def _geldt(knoop: Knoop, antwoorden: Mapping[str, bool], *, open_als: bool) -> bool:
    """Whether the rule holds when every open answer would be `open_als`.

    Without "niet" the rule only grows with its answers, so these two runs say all there is to say.
    """
    match knoop:
        case Code():
            return antwoorden.get(knoop.code.upper(), open_als)
        case En():
            return all(_geldt(deel, antwoorden, open_als=open_als) for deel in knoop.delen)
        case Of():
            return any(_geldt(deel, antwoorden, open_als=open_als) for deel in knoop.delen)
        case Minstens():
            return sum(_geldt(deel, antwoorden, open_als=open_als) for deel in knoop.delen) >= knoop.aantal
    assert_never(knoop)


def _stukken(regel: str) -> Iterator[str]:
    for treffer in _STUK.finditer(regel):
        if treffer["vreemd"]:
            raise RegelFout(
                f"Het teken “{treffer['vreemd']}” hoort niet in de regel. "
                f"Gebruik alleen letters, en, of en haakjes, zoals: {VOORBEELD}."
            )
        if treffer.group().strip():
            yield treffer.group()


class _Lezer:
    """Reads the pieces of a rule from left to right."""

    def __init__(self, stukken: list[str], codes: Collection[str] | None) -> None:
        self._stukken = stukken
        self._plek = 0
        self._codes = None if codes is None else {code.upper(): code for code in codes}

    def _kijk(self) -> str:
        return self._stukken[self._plek].lower() if self._plek < len(self._stukken) else ""

    def _neem(self) -> str:
        stuk = self._stukken[self._plek]
        self._plek += 1
        return stuk

    def _eis(self, teken: str, zin: str) -> None:
        if self._kijk() != teken:
            raise RegelFout(zin)
        self._plek += 1

    def klaar(self) -> None:
        """Raise when something is left over."""
        over = self._kijk()
        if over == ")":
            raise RegelFout("Er staat een haakje sluiten te veel. Haal het weg, of zet er een bij dat opent.")
        if over == ",":
            raise RegelFout(
                "Zet “en” of “of” op de plaats van de komma. "
                "Een komma mag alleen in: minstens 2 van (A, B, C)."
            )
        if over:
            raise RegelFout(f"Zet “en” of “of” vóór “{self._stukken[self._plek]}”.")

    def uitdrukking(self, diepte: int) -> Knoop:
        """Read parts with only `en`, or only `of`, between them."""
        if diepte > DIEPST:
            raise RegelFout("Er staan te veel haakjes in elkaar. Schrijf de regel korter.")
        delen = [self._deel(diepte)]
        woord = self._kijk()
        if woord not in {"en", "of"}:
            return delen[0]
        while self._kijk() == woord:
            self._neem()
            delen.append(self._deel(diepte))
        if self._kijk() in {"en", "of"}:
            raise RegelFout(
                f"“en” en “of” staan door elkaar. Zet haakjes om wat bij elkaar hoort, zoals: {VOORBEELD}."
            )
        return En(tuple(delen)) if woord == "en" else Of(tuple(delen))

    def _deel(self, diepte: int) -> Knoop:
        stuk = self._kijk()
        if stuk == "(":
            self._neem()
            knoop = self.uitdrukking(diepte + 1)
            self._eis(")", "Er mist een haakje sluiten. Zet het achter het stuk dat bij elkaar hoort.")
            return knoop
        if stuk == "minstens":
            return self._minstens(diepte)
        return self._code(stuk)

    def _minstens(self, diepte: int) -> Knoop:
        self._neem()
        getal = self._kijk()
        if not (getal.isascii() and getal.isdigit()) and getal not in GETALLEN:
            raise RegelFout(f"Zet achter “minstens” hoeveel het er moeten zijn, zoals: {VOORBEELD_MINSTENS}.")
        self._neem()
        self._eis("van", "Schrijf “van” achter het getal, zoals: minstens 2 van (A, B, C).")
        self._eis("(", "Zet de criteria tussen haakjes, zoals: minstens 2 van (A, B, C).")
        delen = [self.uitdrukking(diepte + 1)]
        while self._kijk() == ",":
            self._neem()
            delen.append(self.uitdrukking(diepte + 1))
        self._eis(")", "Er mist een haakje sluiten achter de criteria, zoals: minstens 2 van (A, B, C).")
        return _minstens(GETALLEN.get(getal) or int(getal[:3]), tuple(delen))

    def _code(self, stuk: str) -> Code:
        if not stuk:
            zin = "De regel is nog niet af. Noem een criterium" if self._stukken else "Schrijf de regel op"
            raise RegelFout(f"{zin}, zoals: {VOORBEELD}.")
        if stuk == "niet":
            raise RegelFout("“niet” kan niet in de regel. Schrijf het criterium zo dat “ja” meetelt.")
        if stuk in SLEUTELWOORDEN or stuk in {")", ","} or stuk[0].isdigit():
            raise RegelFout(
                f"Vóór “{self._stukken[self._plek]}” mist een criterium. Noem het, zoals: {VOORBEELD}."
            )
        woord = self._neem()
        if self._codes is None:
            return Code(woord)
        if woord.upper() not in self._codes:
            kent = ", ".join(sorted(self._codes)) or "nog geen enkel criterium"
            raise RegelFout(f"“{woord}” is geen criterium van deze tafel. U kunt kiezen uit: {kent}.")
        return Code(self._codes[woord.upper()])


def _minstens(aantal: int, delen: tuple[Knoop, ...]) -> Minstens:
    if len(set(delen)) != len(delen):
        raise RegelFout("Noem elk criterium één keer tussen de haakjes achter “minstens … van”.")
    if not 1 <= aantal <= len(delen):
        raise RegelFout(
            f"Tussen de haakjes staan {len(delen)} criteria. "
            f"Kies achter “minstens” een getal van 1 tot en met {len(delen)}."
        )
    return Minstens(aantal, delen)
