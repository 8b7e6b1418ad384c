"""When an item may be on, a bespreking be filled in (domein.md §5); starting is in agenda/regels/gang.py."""

from typing import assert_never

from models.waarden import BesprekingStatus, OrganisatieSoort, OverlegStatus, Veld
from overleg.basis.oordeel import JA, Oordeel, nee

DOORGEZET = nee("Deze casus gaat verder in een later overleg. Bespreek hem daar.")


def mag_leiden(status: OverlegStatus) -> Oordeel:
    """Whether an item may be put on, and attendance kept: only while the meeting runs."""
    match status:
        case OverlegStatus.LOPEND:
            return JA
        case OverlegStatus.GEPLAND | OverlegStatus.GEPUBLICEERD:
            return nee("Het overleg is nog niet begonnen. Start eerst het overleg.")
        case OverlegStatus.AFGEROND | OverlegStatus.VASTGESTELD:
            return nee("Het overleg is voorbij. Zet de casus op de agenda van een volgend overleg.")
        case OverlegStatus.GEANNULEERD:
            return nee("Dit overleg gaat niet door. Kies een ander overleg.")
        case _:
            assert_never(status)


def mag_beginnen(status: OverlegStatus, *, doorgezet: bool) -> Oordeel:
    """Whether this item may be put on: not when its casus went on to a later overleg."""
    return mag_leiden(status) & (DOORGEZET if doorgezet else JA)


def mag_aanwezigheid_bijwerken(status: OverlegStatus) -> Oordeel:
    """Whether attendance and consent may be recorded: also after the meeting, until the verslag is adopted.

    A consent that was forgotten keeps the verslag from being adopted, so it must be possible to mend it.
    """
    return JA if status is OverlegStatus.AFGEROND else mag_leiden(status)


def mag_invullen(bespreking: BesprekingStatus, overleg: OverlegStatus) -> Oordeel:
    """Whether texts, maatregelen and afspraken of a bespreking may be changed."""
    if overleg is OverlegStatus.VASTGESTELD:
        return nee("Het verslag is vastgesteld. Wijzigen kan alleen met een rectificatie van het verslag.")
    match bespreking:
        case BesprekingStatus.OPEN:
            return JA
        case BesprekingStatus.AFGEROND:
            return nee("De bespreking is afgerond. Wat er verandert, hoort bij de opvolging van de casus.")
        case BesprekingStatus.AANGEHOUDEN:
            return nee("De bespreking is aangehouden. Ga verder in het volgende overleg.")
        case _:
            assert_never(bespreking)


def mag_veld_wijzigen(veld: Veld, organisatie: OrganisatieSoort, *, leidt: bool) -> Oordeel:
    """Whether this person may write in this field: the decision to prosecute is the OM's own.

    Voorzitter and secretaris may note it as the OM said it (domein.md §5, stap 2).
    """
    if veld is Veld.VERVOLGING and organisatie is not OrganisatieSoort.OM and not leidt:
        return nee(
            "Alleen het Openbaar Ministerie legt zijn beslissing vast, of de voorzitter of secretaris "
            "zoals het OM het zei. Noteer uw eigen inbreng bij de afweging."
        )
    return JA
