"""Whether a casus can come on an agenda, and where on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from models.waarden import CasusStatus, MeldingStatus, OverlegStatus, PuntSoort
from overleg.basis.oordeel import JA, Oordeel, let_op, nee, samen

MINUTEN_STANDAARD = {PuntSoort.OPENING: 10, PuntSoort.ACTIES: 15, PuntSoort.RONDVRAAG: 5}
"""The standing items of a new overleg, with their minutes."""
MINUTEN_MONITORING = 10
RANG = {
    PuntSoort.OPENING: 0,
    PuntSoort.ACTIES: 1,
    PuntSoort.MONITORING: 2,
    PuntSoort.CASUS: 3,
    PuntSoort.VRIJ: 4,
    PuntSoort.RONDVRAAG: 5,
}
"""The usual order of the kinds: open actions first, then what is under monitoring (domein.md §9, §11)."""


@dataclass(frozen=True)
class Agendeerfeiten:
    """What decides whether a casus can come on an agenda."""

    status: CasusStatus
    heeft_vraag: bool
    melding: MeldingStatus
    bespreken_zonder_melding: bool = False
    melding_te_laat: bool = False


def mag_geagendeerd(feiten: Agendeerfeiten) -> Oordeel:
    """Whether the casus can come on an agenda: admitted, a concrete vraag, a melding (domein.md §3, §9)."""
    return samen((_status(feiten.status), _vraag(feiten), _melding(feiten)))


def _status(status: CasusStatus) -> Oordeel:
    match status:
        case CasusStatus.TOEGELATEN | CasusStatus.BESPROKEN | CasusStatus.IN_MONITORING:
            return JA
        case CasusStatus.GEAGENDEERD:
            zin = "Deze casus staat al op een agenda. Haal hem daar eerst af of zet hem door."
        case CasusStatus.CONCEPT | CasusStatus.AANGEMELD:
            zin = "Deze casus is nog niet toegelaten. Beoordeel hem eerst in de triage."
        case CasusStatus.TERUGGESTUURD:
            zin = "Deze casus ligt bij de inbrenger. Wacht tot die hem opnieuw indient."
        case CasusStatus.DOORVERWEZEN | CasusStatus.AFGEWEZEN:
            zin = "Deze casus hoort niet bij deze tafel. Laat hem opnieuw aanmelden als dat wel zo is."
        case CasusStatus.GESLOTEN:
            zin = "Deze casus is gesloten. Meld een nieuwe casus aan als er opnieuw zorgen zijn."
        case CasusStatus.VERNIETIGD:
            zin = "Deze casus is vernietigd en kan niet meer op een agenda."
        case _:
            assert_never(status)
    return nee(zin)


def _vraag(feiten: Agendeerfeiten) -> Oordeel:
    if feiten.heeft_vraag:
        return JA
    return nee("Er is geen concrete vraag. Vraag de inbrenger om één concrete vraag.", "vraag")


def _melding(feiten: Agendeerfeiten) -> Oordeel:
    match feiten.melding:
        case MeldingStatus.GEDAAN:
            return JA
        case MeldingStatus.VOLGT if feiten.bespreken_zonder_melding:
            if feiten.melding_te_laat:
                return let_op("De melding bij Veilig Thuis is te laat. Vraag na waar die blijft.", "melding")
            return let_op("De melding bij Veilig Thuis volgt nog.", "melding")
        case MeldingStatus.VOLGT:
            return nee(
                "De melding bij Veilig Thuis is nog niet gedaan. Wacht op de melding, of laat de voorzitter "
                "besluiten dat de casus besproken mag worden terwijl de melding volgt.",
                "melding",
            )
        case MeldingStatus.GEEN:
            return nee(
                "Er is geen melding bij Veilig Thuis. Laat die eerst doen en vul hem in bij de casus.",
                "melding",
            )
        case _:
            assert_never(feiten.melding)


def mag_agenda_wijzigen(status: OverlegStatus) -> Oordeel:
    """Whether the agenda can still change: until the meeting is over."""
    match status:
        case OverlegStatus.GEPLAND | OverlegStatus.GEPUBLICEERD | OverlegStatus.LOPEND:
            return JA
        case OverlegStatus.AFGEROND | OverlegStatus.VASTGESTELD:
            return nee("Dit overleg is geweest. Kies een overleg dat nog komt.")
        case OverlegStatus.GEANNULEERD:
            return nee("Dit overleg gaat niet door. Kies een ander overleg.")
        case _:
            assert_never(status)


def mag_punt_weg(*, soort: PuntSoort, begonnen: bool) -> Oordeel:
    """Whether an item can be taken off: not when it was begun, and the opening stays."""
    if begonnen:
        return nee("Dit punt is al besproken of begonnen. Sluit het af in het overleg zelf.")
    if soort is PuntSoort.OPENING:
        return nee("De opening blijft staan: daar bevestigt iedereen de registratieafspraken.")
    return JA


def plek_voor(soorten: Sequence[PuntSoort], nieuw: PuntSoort, *, vooraan: bool = False) -> int:
    """Return the place in the order for a new item: after the last of its kind or of an earlier kind.

    `vooraan` (spoed) puts it before the others of its kind. What people put in another order stays so.
    """
    grens = RANG[nieuw] - 1 if vooraan else RANG[nieuw]
    eerder = [plek for plek, soort in enumerate(soorten) if RANG[soort] <= grens]
    return eerder[-1] + 1 if eerder else 0
