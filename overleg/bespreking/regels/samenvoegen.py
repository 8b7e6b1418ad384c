"""Merging two people's changes to one text (ontwerp.md §7).

The unit is the sentence: two changes within one sentence can each be right and together say something that
nobody meant ("mag niet naar huis"), so then the people choose themselves.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

ZINNEN = re.compile(r"\s+|[^.!?\s][^.!?\n]*[.!?]*|[.!?]+")
"""A sentence to its point or the end of its line, and the white space between two, each by itself."""
MEESTE_PAREN = 60_000
"""So many pairs of pieces are compared at most (some 120 sentences with as many); a longer stretch counts as
one change. When nothing is alike, comparing takes the third power: this much takes hundredths of a second."""


@dataclass(frozen=True)
class Wijziging:
    """Sentences `van` up to `tot` of the basis became `nieuw`."""

    van: int
    tot: int
    nieuw: tuple[str, ...]


def voeg_samen(basis: str, een: str, ander: str) -> str | None:
    """Return `basis` with the changes of both, or None when they touch.

    Two changes touch when they are in the same sentence, or right beside each other without white space.
    The same change made by both counts once. Never loses a word that either of them typed.
    """
    zinnen = ZINNEN.findall(basis)
    alle = sorted({*_wijzigingen(zinnen, een), *_wijzigingen(zinnen, ander)}, key=lambda w: (w.van, w.tot))
    if any(_raken(links, rechts) for links, rechts in pairwise(alle)):
        return None
    uit: list[str] = []
    plek = 0
    for wijziging in alle:
        uit += [*zinnen[plek : wijziging.van], *wijziging.nieuw]
        plek = wijziging.tot
    return "".join([*uit, *zinnen[plek:]])


def _raken(links: Wijziging, rechts: Wijziging) -> bool:
    """Whether the second begins before the first ended, or right where it ended.

    Right beside each other is too near: which of two equal sentences was taken away is a guess, and what
    the one put there may hang on what the other took away.
    """
    return rechts.van <= links.tot


def _wijzigingen(basis: list[str], nieuw: str) -> set[Wijziging]:
    """Return what changed, in sentences of the basis."""
    zinnen = ZINNEN.findall(nieuw)
    begin, einde = _gelijk(basis, zinnen)
    oud, jong = basis[begin : len(basis) - einde], zinnen[begin : len(zinnen) - einde]
    if not oud and not jong:
        return set()
    if len(oud) * len(jong) > MEESTE_PAREN:
        return {Wijziging(begin, begin + len(oud), tuple(jong))}
    return {
        Wijziging(begin + van, begin + tot, tuple(jong[van_jong:tot_jong]))
        for soort, van, tot, van_jong, tot_jong in SequenceMatcher(
            None, oud, jong, autojunk=False
        ).get_opcodes()
        if soort != "equal"
    }


def _gelijk(links: list[str], rechts: list[str]) -> tuple[int, int]:
    """Return how many sentences are the same at the begin, and after those at the end."""
    kortste = min(len(links), len(rechts))
    begin = next((nr for nr in range(kortste) if links[nr] != rechts[nr]), kortste)
    rest = kortste - begin
    einde = next((nr for nr in range(rest) if links[-1 - nr] != rechts[-1 - nr]), rest)
    return begin, einde
