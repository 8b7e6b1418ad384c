"""A maatregel that ends before the next overleg comes back on the agenda before it does (domein.md §5)."""

from datetime import date
from enum import Enum

from models.waarden import CasusStatus
from overleg.basis.oordeel import JA, Oordeel, nee

NIET_MEER_HIER = (CasusStatus.GESLOTEN, CasusStatus.AFGEWEZEN, CasusStatus.DOORVERWEZEN)


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


def mag_bijgehouden(status: CasusStatus) -> Oordeel:
    """Whether maatregelen can be kept outside a meeting: of a casus that this tafel has, also before triage.

    A temporary one is there before the first meeting, and ends between two (domein.md §3 and §5).
    """
    if status in NIET_MEER_HIER:
        return nee("Deze casus ligt niet meer bij uw tafel. Heropen eerst de casus.")
    return JA


def datum_past(vanaf: date | None, tot: date | None, herbeoordeling: date | None) -> str:
    """Say what is wrong with the day to look again; empty when nothing is."""
    if herbeoordeling is None:
        return ""
    if vanaf is not None and herbeoordeling < vanaf:
        return "Kies een dag op of na de begindatum."
    if tot is not None and herbeoordeling > tot:
        return "Dan is de maatregel al afgelopen. Kies een dag op of vóór de einddatum."
    return ""
