"""The route of a casus as six steps, for the bar at the top of its page."""

from dataclasses import dataclass
from typing import assert_never

from models.waarden import CasusStatus

STAPPEN = ("Aanmelding", "Triage", "Uitvraag", "Overleg", "Opvolging", "Gesloten")


@dataclass(frozen=True)
class Wegpunt:
    """One step: its words, and whether it is `klaar`, `nu` or `straks`."""

    woorden: str
    staat: str


def plaats_van(status: CasusStatus) -> int:
    """Return which step a casus is at, from 0; the number of steps when the route is behind it."""
    match status:
        case CasusStatus.CONCEPT | CasusStatus.TERUGGESTUURD:
            plaats = 0
        case CasusStatus.AANGEMELD | CasusStatus.DOORVERWEZEN | CasusStatus.AFGEWEZEN:
            plaats = 1
        case CasusStatus.TOEGELATEN:
            plaats = 2
        case CasusStatus.GEAGENDEERD:
            plaats = 3
        case CasusStatus.BESPROKEN | CasusStatus.IN_MONITORING:
            plaats = 4
        case CasusStatus.GESLOTEN | CasusStatus.VERNIETIGD:
            plaats = len(STAPPEN)
        case _:
            assert_never(status)
    return plaats


def weg_van(status: CasusStatus) -> list[Wegpunt]:
    """Return the steps with where the casus is now."""
    plaats = plaats_van(status)
    staten = {True: "klaar", False: "straks"}
    return [
        Wegpunt(woorden, "nu" if nummer == plaats else staten[nummer < plaats])
        for nummer, woorden in enumerate(STAPPEN)
    ]
