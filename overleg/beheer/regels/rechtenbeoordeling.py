"""When somebody must look at who may do what, and what such a look must hold (BIO2 5.18.02)."""

from dataclasses import dataclass
from datetime import date, timedelta

from overleg.basis.oordeel import JA, Oordeel, nee

JAARLIJKS = timedelta(days=365)
LANG_NIET_INGELOGD = timedelta(days=90)
"""Who did not sign in for so long may not need the account any more."""


@dataclass(frozen=True)
class NieuweBeoordeling:
    """What was found, and the check sum of the list that was looked at."""

    klopt: bool
    toelichting: str
    gezien: str


def moet_beoordeeld(laatste: date | None, dag: date) -> bool:
    """Whether it is time: never done, or a year ago."""
    return laatste is None or dag - laatste >= JAARLIJKS


def lang_niet_ingelogd(laatste: date | None, dag: date) -> bool:
    """Whether an account asks for a question: never used, or not for a long time."""
    return laatste is None or dag - laatste >= LANG_NIET_INGELOGD


def mag_vastgelegd(beoordeling: NieuweBeoordeling) -> Oordeel:
    """Say whether a review says enough: when something must change, what, and who does that."""
    if beoordeling.klopt or beoordeling.toelichting.strip():
        return JA
    return nee("Schrijf op wat er moet veranderen, en wie dat doet.", "toelichting")
