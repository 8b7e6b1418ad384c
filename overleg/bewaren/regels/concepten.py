"""An aanmelding that was never handed in: its writer throws it away, or its term does (AVG art. 5)."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.waarden import CasusStatus
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.bewaren.regels.vernietigen import Termijn
from overleg.persoonsverzoeken.regels.termijn import maanden_later

VOORAF = timedelta(days=14)
"""So long before it goes its writer is told: nothing goes unannounced."""


@dataclass(frozen=True)
class Conceptfeiten:
    """A concept as the rules on throwing it away see it."""

    status: CasusStatus
    acuut: bool
    gewijzigd: date
    termijn: Termijn | None
    aangekondigd: date | None
    """When its writer was told that it goes, if that was after the last change."""
    opgeschort: bool
    """Destruction is held up, or a request of a person about it is not dealt with."""


def mag_weggegooid(feiten: Conceptfeiten) -> Oordeel:
    """Whether its writer may throw it away: nobody else read it. Acute danger was told to the voorzitter."""
    if feiten.status is not CasusStatus.CONCEPT:
        return nee(
            "Deze aanmelding is ingediend. Weggooien kan niet meer: vraag de voorzitter haar af te wijzen."
        )
    oordeel = JA
    if feiten.acuut:
        oordeel &= nee(
            "Hier is acuut gevaar gemeld en de voorzitter weet dat. Dien de aanmelding in, "
            "of bel de voorzitter als het een vergissing was."
        )
    if feiten.opgeschort:
        oordeel &= nee("Deze gegevens moeten nu bewaard blijven. Bel de voorzitter.")
    return oordeel


def verdwijnt_op(feiten: Conceptfeiten, dag: date) -> date | None:
    """Return the day on which it goes by itself when nothing changes; None when it does not.

    Also when the term was made shorter, or is new: not before `VOORAF` after its writer was told, or after
    `dag` (today) when that is still to be done.
    """
    if not mag_weggegooid(feiten) or feiten.termijn is None:
        return None
    einde = maanden_later(feiten.gewijzigd, feiten.termijn.maanden)
    return max(einde, (feiten.aangekondigd or dag) + VOORAF)


def is_voorbij(feiten: Conceptfeiten, dag: date) -> bool:
    """Whether it goes now."""
    einde = verdwijnt_op(feiten, dag)
    return einde is not None and feiten.aangekondigd is not None and einde <= dag


def moet_aangekondigd(feiten: Conceptfeiten, dag: date) -> bool:
    """Whether its writer must hear now that it goes."""
    einde = verdwijnt_op(feiten, dag)
    return einde is not None and feiten.aangekondigd is None and einde <= dag + VOORAF
