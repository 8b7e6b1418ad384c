"""How a line of the logboek reads: its sentence, and exactly which fields it carries."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Regel:
    """How a line of one soort reads, and exactly which fields it carries."""

    zin: str
    velden: frozenset[str] = frozenset()


def regel(zin: str, *velden: str) -> Regel:
    """Make a Regel; `zin` may name its fields as {veld}."""
    return Regel(zin, frozenset(velden))
