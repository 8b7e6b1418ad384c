"""The blueprint to which each file of this folder adds its views, and what they share."""

from collections.abc import Callable

from flask import Blueprint

from forms.basis import Formulier
from models import Bewaarplicht, Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.bewaren.opvragen import feiten
from overleg.toegang.poort import huidige_vrager
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag

blauwdruk = Blueprint("bewaren", __name__)


@blauwdruk.app_template_global("geldende_bewaarplicht")
def geldende_bewaarplicht(casus: Casus) -> Bewaarplicht | None:
    """Return what holds up the destruction of a casus, for who may lift it."""
    if not mag(huidige_vrager(), Recht.BEWAARPLICHT_VASTLEGGEN, casus):
        return None
    return feiten.geldende_bewaarplicht(sessie(), casus)


def probeer(form: Formulier, doe: Callable[[], object]) -> bool:
    """Check the form and do it; what a rule refuses stands at its field. Return whether it was done."""
    if not form.validate_on_submit():
        return False
    try:
        doe()
    except Geweigerd as fout:
        sessie().rollback()
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return False
    return True
