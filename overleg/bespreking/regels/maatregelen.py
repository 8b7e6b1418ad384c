"""A maatregel that ends before the next overleg comes back on the agenda before it does (domein.md §5)."""

from datetime import date
from enum import Enum


class Looptijd(Enum):
    """How a maatregel stands on a day."""

    BEEINDIGD = "beeindigd"
    VOORBIJ = "voorbij"
    LOOPT_AF = "loopt_af"
    LOOPT = "loopt"
    BEGINT_NOG = "begint_nog"


def looptijd(
    vanaf: date, tot: date | None, beeindigd_op: date | None, vandaag: date, volgend: date | None
) -> Looptijd:
    """Return how a maatregel stands; `volgend` is the next overleg, when one is planned.

    It runs out when its last day comes before the next overleg, or when no next overleg is planned.
    """
    if beeindigd_op is not None and beeindigd_op <= vandaag:
        return Looptijd.BEEINDIGD
    if tot is not None and tot < vandaag:
        return Looptijd.VOORBIJ
    if tot is not None and (volgend is None or tot < volgend):
        return Looptijd.LOOPT_AF
    return Looptijd.BEGINT_NOG if vanaf > vandaag else Looptijd.LOOPT


def moet_eerder_herbeoordeeld(herbeoordeling: date | None, vandaag: date, volgend: date | None) -> bool:
    """Whether the day to look again comes before the next overleg."""
    return (
        herbeoordeling is not None
        and herbeoordeling >= vandaag
        and (volgend is None or herbeoordeling < volgend)
    )
