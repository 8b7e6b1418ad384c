"""What the handelingen of this stage share."""

from models import Casus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap


def eis_oordeel(oordeel: Oordeel) -> None:
    """Raise Geweigerd when a rule says no."""
    if not oordeel:
        raise Geweigerd(oordeel)


def sluit(casus: Casus, reden: str) -> None:
    """Close a casus; raises Geweigerd when the route does not allow it. The caller asked `mag_gesloten`."""
    zet_stap(casus, Stap.SLUITEN)
    casus.gesloten_op, casus.gesloten_reden = nu(), reden
