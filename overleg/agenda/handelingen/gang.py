"""Moving an overleg along its states."""

from models import Overleg
from overleg.agenda.handelingen.gemeen import eis_oordeel
from overleg.agenda.regels.gang import OverlegStap, mag_stap, na_stap


def zet_overlegstap(overleg: Overleg, stap: OverlegStap) -> None:
    """Give `overleg` the state that `stap` leads to; raises Geweigerd when that is not possible now.

    Only the state: who may do it, the other rules and the line in the logboek are the caller's.
    """
    eis_oordeel(mag_stap(overleg.status, stap))
    overleg.status = na_stap(overleg.status, stap)
