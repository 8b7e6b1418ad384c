"""What the handelingen of this stage share."""

from sqlalchemy.orm import Session

from models import Casus
from models.waarden import CasusStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.opvolging.opvragen.sluiten import sluitfeiten
from overleg.opvolging.regels.sluiten import sluit_vanzelf
from overleg.toegang.vrager import Vrager


def eis_oordeel(oordeel: Oordeel) -> None:
    """Raise Geweigerd when a rule says no."""
    if not oordeel:
        raise Geweigerd(oordeel)


def sluit(casus: Casus, reden: str) -> None:
    """Close a casus; raises Geweigerd when the route does not allow it. The caller asked `mag_gesloten`."""
    zet_stap(casus, Stap.SLUITEN)
    casus.gesloten_op, casus.gesloten_reden = nu(), reden
    casus.acuut = False  # a next time is told anew


def sluit_wat_is_overgedragen(sessie: Session, vrager: Vrager | None, casus: Casus) -> bool:
    """Close a casus that another tafel took over, once nothing is open here any more; return whether it did.

    Every handeling that takes away something that kept a casus open calls this last; the background loop
    calls it, without an asker, for what fell away elsewhere (e.g. the casus was taken off an agenda).
    """
    if casus.status is not CasusStatus.BESPROKEN:
        return False
    sessie.flush()
    feiten = sluitfeiten(sessie, casus)
    if not sluit_vanzelf(feiten):
        return False
    reden = f"Overgedragen aan {feiten.overgedragen}."
    sluit(casus, reden)
    schrijf(sessie, vrager, Soort.CASUS_GESLOTEN, casus, reden_hash=vingerafdruk(reden))
    return True
