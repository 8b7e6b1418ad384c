"""What the pages of beheer share: trying a handeling, and saying that it was done."""

from collections.abc import Callable

from flask import flash

from forms.basis import Formulier
from forms.beheer.gezien import WijzigRijFormulier
from models import Basis
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.beheer.handelingen.gemeen import afdruk


def probeer(form: Formulier, doe: Callable[[], object]) -> bool:
    """Check the form and do it; what a rule refuses stands at its field. Return whether it was done."""
    if not form.validate_on_submit():
        return False
    try:
        doe()
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return False
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        form.verouderd = True
        return False
    return True


def probeer_wijziging(form: WijzigRijFormulier, rij: Basis, doe: Callable[[], object]) -> bool:
    """Do `probeer` for a form on a row, which carries the state it was opened on.

    When another beheerder was first, the form holds what was typed, shows what stands there now, and
    carries the new state: who has seen both can save.
    """
    if not form.is_submitted():
        form.zet_gezien(afdruk(rij, form.invoer))
    if probeer(form, doe):
        return True
    if form.verouderd:
        form.zet_gezien(afdruk(rij, form.invoer))
        form.zet_naast(rij)
    return False


def meld(zin: str) -> None:
    """Say on the next page that it was done."""
    flash(zin, "goed")
