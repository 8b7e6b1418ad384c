"""Who types in a text at this moment: a warning beforehand, never a lock (ontwerp.md §7)."""

from dataclasses import dataclass
from datetime import timedelta

from models import Tekstveld
from overleg.basis.klok import nu
from overleg.toegang.vrager import Vrager

LEEFTIJD = timedelta(seconds=15)
"""A sign of typing counts so long; the page gives a new one while typing goes on."""


@dataclass(frozen=True)
class Schrijvend:
    """The names of the others who type in a text, and in how many seconds that is no longer sure."""

    namen: tuple[str, ...]
    nog: int


def schrijvend_in(veld: Tekstveld, vrager: Vrager) -> Schrijvend | None:
    """Return who else than the asker types in `veld` now; the asker was allowed to see `veld`."""
    grens = nu() - LEEFTIJD
    anderen = [s for s in veld.schrijvers if s.op > grens and s.gebruiker_id != vrager.id]
    if not anderen:
        return None
    nog = max(s.op for s in anderen) - grens
    return Schrijvend(tuple(s.gebruiker.naam for s in anderen), max(1, round(nog.total_seconds())))
