"""The outbox: a mail of which nobody knows whether it went, or that was given up, goes again."""

from sqlalchemy.orm import Session

from models import Bericht
from models.waarden import BerichtStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.basis.post import mist_link
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

MAG_OPNIEUW = frozenset({BerichtStatus.ONZEKER, BerichtStatus.OPGEGEVEN, BerichtStatus.LOKAAL})


def verstuur_opnieuw(sessie: Session, vrager: Vrager, bericht: Bericht) -> None:
    """Lay a mail ready again. Raises Geweigerd when it went, or goes by itself."""
    eis(vrager, Recht.POSTVAK_ZIEN)
    if bericht.status not in MAG_OPNIEUW:
        raise Geweigerd(nee("Dit bericht is al verstuurd of wordt vanzelf verstuurd. U hoeft niets te doen."))
    if mist_link(bericht):
        raise Geweigerd(
            nee("De link in dit bericht was voor één keer. Stuur op het account een nieuwe link.")
        )
    bericht.status, bericht.pogingen, bericht.fout = BerichtStatus.KLAAR, 0, ""
    schrijf(sessie, vrager, Soort.BERICHT_OPNIEUW, bericht)
