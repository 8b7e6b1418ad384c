"""Rules of acute danger: until when it lasts, and when it is there again (domein.md §3 and §8)."""

from models.waarden import CasusStatus
from overleg.basis.oordeel import JA, Oordeel, nee

NOG_TE_BESLISSEN = (CasusStatus.CONCEPT, CasusStatus.AANGEMELD, CasusStatus.TERUGGESTUURD)
"""Who leads the tafel has this casus in view, because it waits for triage."""


def is_opnieuw(status: CasusStatus) -> bool:
    """Whether danger that is reported now is news: the tafel had decided on this casus before."""
    return status not in NOG_TE_BESLISSEN


def mag_voorbij(status: CasusStatus) -> Oordeel:
    """Say whether the danger may be called over: a concept is only seen by the tafel because of it."""
    if status is CasusStatus.CONCEPT:
        return nee(
            "De aanmelding is nog niet ingediend, en blijft alleen door het acute gevaar in beeld. "
            "Laat haar eerst indienen."
        )
    return JA
