"""What the page of a casus tells its inbrenger: a template function, since that page is an earlier stage."""

from models import Casus
from overleg.basis.database import sessie
from overleg.opvolging.opvragen.terugkoppeling import Terugkoppeling, terugkoppeling_van
from overleg.opvolging.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager


@blauwdruk.app_template_global("terugkoppeling")
def terugkoppeling(casus: Casus) -> Terugkoppeling | None:
    """Return what came of the casus, for who brought it in."""
    return terugkoppeling_van(sessie(), huidige_vrager(), casus)
