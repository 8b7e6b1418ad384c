"""Whether this person may write in this text now: what saving, giving a sign and putting back all ask."""

from models import Tekstveld
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import Oordeel
from overleg.bespreking.regels.verloop import mag_invullen, mag_veld_wijzigen
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager


def eis_schrijven(vrager: Vrager, veld: Tekstveld) -> None:
    """Raise GeenRecht for who may never write here, Geweigerd when that is so now."""
    eis(vrager, Recht.PLAN_SCHRIJVEN, veld)
    oordeel = mag_nu_schrijven(vrager, veld)
    if not oordeel:
        raise Geweigerd(oordeel)


def mag_nu_schrijven(vrager: Vrager, veld: Tekstveld) -> Oordeel:
    """Return whether the states of this moment let this person write here, and why not."""
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, veld)
    return mag_invullen(veld.bespreking.status, veld.overleg.status) & mag_veld_wijzigen(
        veld.veld, vrager.organisatie_soort, leidt=leidt
    )
