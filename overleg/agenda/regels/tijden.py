"""When each item begins and ends, and whether the agenda fits in the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from overleg.basis.oordeel import JA, Oordeel, let_op

MINUTEN_PER_UUR = 60
MINUTEN_PER_DAG = 24 * MINUTEN_PER_UUR


@dataclass(frozen=True)
class Tijdvak:
    """From when until when, in minutes after midnight; an agenda that is too full may pass it."""

    van: int
    tot: int

    @property
    def begin(self) -> time:
        """The clock at the begin."""
        return als_tijd(self.van)

    @property
    def einde(self) -> time:
        """The clock at the end."""
        return als_tijd(self.tot)

    def omvat(self, begin: time, einde: time) -> bool:
        """Whether a slot lies within."""
        return self.van <= in_minuten(begin) and in_minuten(einde) <= self.tot


def in_minuten(tijd: time) -> int:
    """Return the minutes after midnight."""
    return tijd.hour * MINUTEN_PER_UUR + tijd.minute


def als_tijd(minuten: int) -> time:
    """Return the clock after so many minutes; past midnight it begins again."""
    return time(*divmod(minuten % MINUTEN_PER_DAG, MINUTEN_PER_UUR))


def tijden(begin: time, minuten: Sequence[int]) -> tuple[Tijdvak, ...]:
    """Return the slot of each item, one right after the other."""
    vakken: list[Tijdvak] = []
    nu = in_minuten(begin)
    for duur in minuten:
        vakken.append(Tijdvak(nu, nu + duur))
        nu += duur
    return tuple(vakken)


def sluiten_aan(begin: time, vakken: Sequence[Tijdvak]) -> bool:
    """Whether the slots follow each other from `begin` on: nothing between them was left out."""
    eerder = [in_minuten(begin), *(vak.tot for vak in vakken)]
    return all(vak.van == tot for vak, tot in zip(vakken, eerder, strict=False))


def minuten_over(begin: time, einde: time, minuten: Sequence[int]) -> int:
    """Return how many minutes the agenda runs over the end (negative: how many are left)."""
    return in_minuten(begin) + sum(minuten) - in_minuten(einde)


def past_in_tijd(begin: time, einde: time, minuten: Sequence[int]) -> Oordeel:
    """Warn when the agenda runs over the end of the meeting; it never blocks (domein.md §11)."""
    over = minuten_over(begin, einde, minuten)
    if over <= 0:
        return JA
    woord = "minuut" if over == 1 else "minuten"
    return let_op(
        f"De agenda loopt {over} {woord} uit. Geef punten minder tijd, zet een casus door naar het "
        "volgende overleg of laat het overleg later eindigen.",
        "tijd",
    )


def past_in_maximum(aantal: int, maximum: int) -> Oordeel:
    """Warn when there are more casussen than the tafel set as its maximum; it never blocks."""
    if aantal <= maximum:
        return JA
    return let_op(
        f"Er staan {aantal} casussen op de agenda; deze tafel bespreekt er hoogstens {maximum} per overleg. "
        "Zet casussen door naar het volgende overleg.",
        "maximum",
    )
