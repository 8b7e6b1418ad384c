"""What pages of earlier stages tell about the time after the meeting: template functions."""

from models import Casus, Gebruiker, Overdracht
from overleg.basis.database import sessie
from overleg.opvolging.opvragen.plichten import bij_uitgeslotenen
from overleg.opvolging.opvragen.terugkoppeling import Terugkoppeling, terugkoppeling_van
from overleg.opvolging.opvragen.weigering import weigering_van
from overleg.opvolging.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager


@blauwdruk.app_template_global("terugkoppeling")
def terugkoppeling(casus: Casus) -> Terugkoppeling | None:
    """Return what came of the casus, for who brought it in."""
    return terugkoppeling_van(sessie(), huidige_vrager(), casus)


@blauwdruk.app_template_global("weigering")
def weigering(casus: Casus) -> Overdracht | None:
    """Return the refusal of another tafel with which a casus came back, for who prepares or discusses it."""
    return weigering_van(sessie(), huidige_vrager(), casus)


@blauwdruk.app_template_global("plichten_bij_uitgeslotenen")
def plichten_bij_uitgeslotenen(casus: Casus) -> list[tuple[Gebruiker, int]]:
    """Return who has something to do in a casus that was closed to that person, and how much."""
    return bij_uitgeslotenen(sessie(), huidige_vrager(), casus)
