"""Moving a casus along its route."""

from sqlalchemy.orm import Session

from models import Casus
from models.waarden import CasusStatus
from overleg.basis.fouten import Geweigerd
from overleg.instroom.regels.casusgang import Stap, mag_stap, na_stap


def zet_stap(casus: Casus, stap: Stap, naar: CasusStatus | None = None) -> None:
    """Give `casus` the status that `stap` leads to; raises Geweigerd when that is not possible now.

    `naar` says which status when the step can lead to more than one.

    Only the status: who may do it, the other rules and the line in the logboek are the caller's.
    """
    oordeel = mag_stap(casus.status, stap)
    if not oordeel:
        raise Geweigerd(oordeel)
    casus.status = na_stap(casus.status, stap, naar)


def eindig(casus: Casus) -> None:
    """Give a casus its last status, from wherever it stands: for `overleg/bewaren`, which empties it.

    Whether it may be destroyed is asked before (`Stap.VERNIETIGEN`). After a restore it is not asked again: a
    casus comes back as it was when the backup was made.
    """
    casus.status = CasusStatus.VERNIETIGD


def vergrendel(sessie: Session, casus: Casus) -> None:
    """Wait for whoever changes this casus now, and read its status and version again."""
    sessie.refresh(casus, ["status", "versie", "acuut"], with_for_update={"of": Casus})
