"""Holding a casus over to a later overleg, with the reason (domein.md §5)."""

from sqlalchemy.orm import Session

from models import Agendapunt, Bespreking, Overleg
from models.waarden import BesprekingStatus
from overleg.agenda.handelingen import zet_door
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.bespreking.invoer_besluiten import Aanhouding
from overleg.bespreking.regels.besluiten import mag_aangehouden
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def houd_aan(sessie: Session, vrager: Vrager, bespreking: Bespreking, invoer: Aanhouding) -> Agendapunt:
    """Hold the casus over to a later overleg of its tafel; returns the new agendapunt.

    Raises Geweigerd when the bespreking is not open, or that overleg cannot take it.
    """
    eis(vrager, Recht.BESPREKING_LEIDEN, bespreking)
    naar = sessie.get(Overleg, invoer.overleg_id)
    oordeel = mag_aangehouden(bespreking.status, invoer.reden)
    if naar is None:
        oordeel &= nee("Kies het overleg waar de casus verdergaat.", "overleg")
    if not oordeel or naar is None:
        raise Geweigerd(oordeel)
    nieuw = zet_door(sessie, vrager, bespreking.punt, naar)
    bespreking.status, bespreking.aangehouden_reden = BesprekingStatus.AANGEHOUDEN, invoer.reden
    bespreking.naar_overleg_id = naar.id
    schrijf(sessie, vrager, Soort.BESPREKING_AANGEHOUDEN, bespreking)
    return nieuw
