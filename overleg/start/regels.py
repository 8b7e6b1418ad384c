"""When somebody gets the digest by mail, and what it says: counts, never whom or which casus."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from models.waarden_post import Mailkeuze

GAUW = timedelta(days=3)
"""What must be done within this time is told beforehand."""
ZATERDAG = 5


@dataclass(frozen=True)
class Post:
    """One kind of thing that waits: what, how many, and whether it is late or due."""

    wat: str
    aantal: int
    erbij: str = ""
    dringend: bool = False


def is_werkdag(dag: date) -> bool:
    """Whether the digest goes on this day: what became late in a weekend waits until Monday."""
    return dag.weekday() < ZATERDAG


def eindigt_bijna(dag: date) -> tuple[date, date]:
    """Return from when until when something must end to be reminded of on `dag`, a working day: once.

    That is the working day before its last day, so on a Friday what ends on Saturday, Sunday or Monday.
    """
    begin = einde = dag + timedelta(days=1)
    while not is_werkdag(einde):
        einde += timedelta(days=1)
    return begin, einde


def gaat_uit(keuze: Mailkeuze, posten: Sequence[Post]) -> bool:
    """Whether somebody who chose this gets a digest with these counts."""
    match keuze:
        case Mailkeuze.DIRECT:
            return any(post.dringend for post in posten)
        case Mailkeuze.DAGELIJKS:
            return bool(posten)
        case Mailkeuze.GEEN:
            return False
        case _:
            assert_never(keuze)


def opsomming(posten: Sequence[Post]) -> str:
    """Return the counts as lines of text."""
    return "\n".join(
        f"- {post.wat}: {post.aantal}{f' ({post.erbij})' if post.erbij else ''}" for post in posten
    )


def in_woorden(te_laat: int, gauw: int = 0) -> str:
    """Return how many are late and how many are due soon; nothing when none are."""
    delen = [f"{te_laat} te laat"] if te_laat else []
    if gauw:
        delen.append(f"{gauw} binnen drie dagen")
    return ", ".join(delen)
