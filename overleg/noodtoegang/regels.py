"""When somebody may read a casus in an emergency, and for how long (docs/besluiten/026). Pure."""

from dataclasses import dataclass
from datetime import timedelta

from overleg.basis.oordeel import JA, Oordeel, nee

DUUR = timedelta(hours=4)
"""A night's shift has time to act; the next one asks again."""
DAG = timedelta(hours=24)
MEESTE = 3
"""Casussen for one person within a day."""
MEESTE_POGINGEN = 8
"""Attempts within a day, also those that found nothing: nobody goes through the numbers one by one."""
KORTSTE_REDEN = 20
"""Characters."""

ONBEKEND = (
    "Er is geen casus met dit kenmerk waarvoor noodtoegang kan. Controleer het kenmerk, of bel de voorzitter "
    "van de overlegtafel."
)
AL_OPEN = "U kunt deze casus al openen. U vindt hem bij Casussen."
LOOPT_AL = "U heeft al noodtoegang tot deze casus. U vindt die hieronder."
TE_VAAK = "U gebruikte de noodtoegang vandaag al vaak. Bel de voorzitter van de tafel, of 112 bij gevaar."
TE_KORT = "Schrijf in een hele zin op wat er aan de hand is en waarom u dit nu moet weten."


@dataclass(frozen=True)
class Noodfeiten:
    """What the decision depends on."""

    kan: bool
    """There is such a casus, it was handed in, and it is not closed to the asker."""
    al_open: bool
    loopt_al: bool
    genomen: int
    """How many were taken within a day."""
    pogingen: int
    """How many attempts found nothing within a day."""


def mag_genomen(feiten: Noodfeiten, reden: str) -> Oordeel:
    """Return whether emergency access is given now.

    What is closed because of a conflict of interest, and what does not exist, get the same answer; without a
    reason the kenmerk is not looked at, for then nobody is told.
    """
    if feiten.genomen >= MEESTE or feiten.genomen + feiten.pogingen >= MEESTE_POGINGEN:
        return nee(TE_VAAK)
    if len(reden.strip()) < KORTSTE_REDEN:
        return nee(TE_KORT, "reden")
    return _casus(feiten)


def _casus(feiten: Noodfeiten) -> Oordeel:
    if not feiten.kan:
        return nee(ONBEKEND, "kenmerk")
    if feiten.al_open:
        return nee(AL_OPEN, "kenmerk")
    return nee(LOOPT_AL, "kenmerk") if feiten.loopt_al else JA


def mag_beoordeeld(*, loopt: bool, al: bool) -> Oordeel:
    """Return whether the voorzitter can say what to think of it: afterwards, and once."""
    if loopt:
        return nee("De noodtoegang loopt nog. Beëindig die eerst, of oordeel als die voorbij is.")
    return nee("Hierover is al geoordeeld.") if al else JA
