"""When a second person may answer: pure rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.waarden_vierogen import GoedkeuringStatus
from overleg.basis.oordeel import JA, Oordeel, nee

GELDIG = timedelta(days=7)
"""How long a question waits; after that it must be asked anew, by someone who looks again."""

VERS = timedelta(days=30)
"""So long after somebody made an account, or got it into use, that account is no second pair of eyes."""


@dataclass(frozen=True)
class Stand:
    """What the rules must know of a question."""

    status: GoedkeuringStatus
    verloopt_op: datetime


def is_verlopen(stand: Stand, nu: datetime) -> bool:
    """Whether nobody answered in time."""
    return stand.status is GoedkeuringStatus.VERLOPEN or (
        stand.status is GoedkeuringStatus.WACHT and stand.verloopt_op <= nu
    )


def mag_antwoorden(stand: Stand, nu: datetime) -> Oordeel:
    """May this question be answered or withdrawn: once, and in time."""
    if is_verlopen(stand, nu):
        return nee("Deze vraag is verlopen. Vraag het opnieuw.")
    if stand.status is not GoedkeuringStatus.WACHT:
        return nee("Deze vraag is al beantwoord.")
    return JA


def antwoord_is_goed(*, goed: bool, antwoord: str) -> Oordeel:
    """Who refuses says why; who approves need not."""
    return JA if goed or antwoord.strip() else nee("Schrijf op waarom u dit weigert.", "antwoord")


def is_los(*, vers: bool, begonnen: bool) -> Oordeel:
    """Is who answers really another: not an account that the one who asked made or reset lately (`vers`).

    `begonnen`: a casus was handed in, so there is something to protect.
    """
    if not (vers and begonnen):
        return JA
    return nee(
        f"Wie dit vraagt, maakte of wijzigde uw account korter dan {VERS.days} dagen geleden. "
        "Vraag een andere beheerder of de functionaris om dit te bekijken."
    )
