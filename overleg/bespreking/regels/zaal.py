"""What the screen in the room may show of a casus, given who is in the room (ontwerp.md §5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto


class Zaalzicht(Enum):
    """How much of a casus the room may see."""

    NIETS = auto()
    """Nothing: someone is there who may not see this casus."""
    GASTBLAD = auto()
    """What a guest at this item sees, since a guest is there."""
    ALLES = auto()
    """The joint work: everyone there sees it on the own screen too."""


@dataclass(frozen=True)
class InDeZaal:
    """What one person who is, or may be, in the room may see of the casus that is on."""

    plan: bool
    als_gast: bool


def zaalzicht(aanwezigen: Iterable[InDeZaal]) -> Zaalzicht:
    """Return what the room may see: no more than the one in it who may see least."""
    zicht = Zaalzicht.ALLES
    for mens in aanwezigen:
        if mens.plan:
            continue
        if not mens.als_gast:
            return Zaalzicht.NIETS
        zicht = Zaalzicht.GASTBLAD
    return zicht
