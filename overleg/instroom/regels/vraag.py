"""Does the concrete vraag read like a request for information? A warning, never a refusal (domein.md §3)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

BEGIN = 40
"""A pattern may start this many characters into a sentence ("Beste allen, welke hulp …")."""


@dataclass(frozen=True)
class Patroon:
    """Plain words; `*` stands for anything. `uitleg` is the advice to the inbrenger."""

    woorden: str
    uitleg: str = ""


def lijkt_op_informatievraag(vraag: str, patronen: Iterable[Patroon]) -> Patroon | None:
    """Return the first pattern that a sentence of `vraag` fits, or None."""
    zinnen = _zinnen(vraag)
    for patroon in patronen:
        if any(_past(zin, patroon.woorden) for zin in zinnen):
            return patroon
    return None


def _kaal(tekst: str) -> str:
    """Lower case, no accents, no punctuation but the end of a sentence, single spaces."""
    ontleed = unicodedata.normalize("NFD", tekst.casefold())
    letters = (teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join("".join(t if t.isalnum() or t in "*.?!" else " " for t in letters).split())


def _zinnen(vraag: str) -> list[str]:
    tekst = _kaal(vraag)
    for einde in "?!":
        tekst = tekst.replace(einde, ".")
    return [f"{zin.strip()} " for zin in tekst.split(".") if zin.strip()]


def _past(zin: str, woorden: str) -> bool:
    """Look for the pieces between the stars one after the other: no regular expression, so no slow ones."""
    stukken = [stuk.strip(" .?!") for stuk in _kaal(woorden).split("*")]
    stukken = [stuk for stuk in stukken if stuk]
    if not stukken:
        return False
    plaats = _vind(zin, stukken[0], 0)
    if not 0 <= plaats <= BEGIN:
        return False
    for vorig, stuk in pairwise(stukken):
        plaats = _vind(zin, stuk, plaats + len(vorig))
        if plaats < 0:
            return False
    return True


def _vind(zin: str, stuk: str, vanaf: int) -> int:
    """Return where `stuk` begins as whole words at the front, at or after `vanaf`; -1 when nowhere."""
    plaats = zin.find(stuk, vanaf)
    while plaats > 0 and zin[plaats - 1] != " ":
        plaats = zin.find(stuk, plaats + 1)
    return plaats
