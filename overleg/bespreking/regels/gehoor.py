"""Recognising that somebody will be heard, and who, in the words of an afspraak (domein.md §5, stap 2).

For a warning only: what is not recognised is not refused, and what is by mistake costs one look.
"""

import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_VAN_KIND = re.compile(r"\b(?:studio|kind(?:er)?)[- ]?(?:verhoor|interview)|\bkindgesprek")
_NIET = r"(?! (?:bij|dat|hoe|of|tot|wat)\b)"
"""After these words nobody is heard: what belongs to something, what was said."""
_VERHOOR = re.compile(
    rf"verho(?:or|ren)|\b(?:kind(?:er)?|studio)[- ]?interview|\bkindgesprek|\bgesprek zeden\b|"
    rf"\bverklaring\w* (?:op|af)(?: te )?nemen\b|"
    rf"(?<!van )\bhoren\b{_NIET}|"
    rf"(?<!bij )\b(?:gehoord|hoort)\b{_NIET}(?! van\b)"
)
_KIND = re.compile(r"\b(?:kind|studio|zoon|dochter|jongen|meisje|baby|minderjarig)")
_VOLWASSENE = re.compile(r"\b(?:verdachte|pleger|vader|moeder|ouders?|opa|oma|partner|ex|buur\w*|buren)\b")
_WAAROVER = re.compile(r"\b(?:over|in (?:het )?bijzijn van)\b.*", re.DOTALL)
_VAN_WIE = re.compile(r"\b\w+['’]?s (?=(?:moeder|vader|ouders?|opa|oma|oom|tante)\b)")
"""Whose mother or father is heard: not who is heard."""
_GEEN_VERHOOR = re.compile(r"\bte horen krijg|krijg\w* (?:\w+ )?te horen")
_WOORD = re.compile(r"[^\W_]+")
KORTSTE = 3
"""So many letters a first name has at least, to be looked for in a text."""


@dataclass(frozen=True)
class Mens:
    """A directbetrokkene: what it is called, and whether it is a child on the day it would be heard."""

    sleutel: uuid.UUID | int
    naam: str
    kind: bool


@dataclass(frozen=True)
class Gehoord:
    """Whom an afspraak lets be heard, as far as its words say so."""

    kinderen: tuple[Mens, ...] = ()
    zonder_wie: bool = False
    """Somebody is heard, it may be a child, and it does not say who."""


def noemt_verhoor(tekst: str) -> bool:
    """Whether a text says that somebody is heard."""
    kaal = _kaal(tekst)
    return bool(_VERHOOR.search(_GEEN_VERHOOR.sub(" ", kaal)))


def gehoord_in(tekst: str, mensen: Sequence[Mens], *, is_gesprek: bool = False) -> Gehoord:
    """Return who is heard by an afspraak that does not name with whom; `is_gesprek`: it is a talk anyhow.

    What it is about is no one who is heard; a first name that two of them have says nothing. Nobody is missed
    when an adult is meant, or when there is no child in the casus, but for a hearing that is of a child by
    its kind (a studioverhoor).
    """
    if not (is_gesprek or noemt_verhoor(tekst)):
        return Gehoord()
    wie = _VAN_WIE.sub("", _WAAROVER.sub("", _kaal(tekst)))
    genoemd = [mens for mens in mensen if _staat_in(mens, wie, mensen)]
    volwassene = _VOLWASSENE.search(wie) and not _KIND.search(wie)
    kan_kind = bool(_VAN_KIND.search(wie)) or any(mens.kind for mens in mensen)
    zonder_wie = kan_kind and not genoemd and not volwassene
    return Gehoord(tuple(mens for mens in genoemd if mens.kind), zonder_wie)


def _staat_in(mens: Mens, tekst: str, mensen: Sequence[Mens]) -> bool:
    voornamen = Counter(_voornaam(ander.naam) for ander in mensen)
    voornaam = _voornaam(mens.naam)
    woorden = _WOORD.findall(_kaal(tekst))
    heel = _WOORD.findall(_kaal(mens.naam))
    if len(heel) > 1 and _bevat(woorden, heel):
        return True
    return len(voornaam) >= KORTSTE and voornamen[voornaam] == 1 and voornaam in woorden


def _bevat(woorden: list[str], reeks: list[str]) -> bool:
    return any(woorden[plek : plek + len(reeks)] == reeks for plek in range(len(woorden)))


def _voornaam(naam: str) -> str:
    gevonden = _WOORD.search(_kaal(naam))
    return gevonden.group() if gevonden else ""


def _kaal(tekst: str) -> str:
    """Return a text in small letters without accents."""
    ontbonden = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontbonden if not unicodedata.combining(teken))
