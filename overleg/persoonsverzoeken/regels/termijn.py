"""When a request must be answered (AVG art. 12 lid 3)."""

import calendar
from datetime import date

from overleg.basis.oordeel import JA, Oordeel, nee

MAANDEN = 1
VERLENGING_MAANDEN = 2
"""What may be added once, when it is complex; the person hears it, and why, within the first month."""


def maanden_later(dag: date, maanden: int) -> date:
    """Return the same day `maanden` later, or the last day of that month when it has no such day."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(dag.day, laatste))


def uiterlijk(ontvangen: date) -> date:
    """Return the last day to answer a request that came in on `ontvangen`."""
    return maanden_later(ontvangen, MAANDEN)


def verlengd(ontvangen: date) -> date:
    """Return the last day once it was prolonged."""
    return maanden_later(ontvangen, MAANDEN + VERLENGING_MAANDEN)


def mag_verlengd(ontvangen: date, nu_uiterlijk: date, vandaag: date, reden: str) -> Oordeel:
    """Whether more time may be taken: once, within the first term, with a reason for the person."""
    if nu_uiterlijk >= verlengd(ontvangen):
        return nee("De termijn is al verlengd. Nog een keer mag niet: neem nu een besluit.")
    if vandaag > uiterlijk(ontvangen):
        return nee("De eerste termijn is voorbij. Verlengen mag niet meer: neem nu een besluit.")
    if not reden:
        return nee("Schrijf op waarom er meer tijd nodig is. De betrokkene krijgt dit te lezen.", "reden")
    return JA
