"""Questions about comments on a draft record (besluiten/031), as those of `voorwaarden.py`."""

from models import Verslagopmerking
from models.waarden import OverlegStatus
from overleg.basis.klok import vandaag
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST, Object, overleg_van
from overleg.toegang.vrager import Vrager


def was_bij_overleg(vrager: Vrager, ding: Object) -> bool:
    """Was at this overleg, as the attendance says."""
    overleg = overleg_van(ding)
    return overleg is not None and any(
        d.gebruiker_id == vrager.id and d.aanwezigheid in AANWEZIG_GEWEEST for d in overleg.deelnames
    )


def opmerkingen_lopen(_vrager: Vrager, ding: Object) -> bool:
    """The draft record of this overleg is open for comment today."""
    overleg = overleg_van(ding)
    return (
        overleg is not None
        and overleg.status is OverlegStatus.AFGEROND
        and overleg.opmerkingen_tot is not None
        and vandaag() <= overleg.opmerkingen_tot
    )


def schreef_opmerking(vrager: Vrager, ding: Object) -> bool:
    """Is the one who made this comment."""
    return isinstance(ding, Verslagopmerking) and ding.door_id == vrager.id
