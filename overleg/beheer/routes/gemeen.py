"""What the pages of beheer share: trying a handeling, and saying that it was done."""

from collections.abc import Callable

from flask import flash

from forms.basis import Formulier
from overleg.basis.fouten import Botsing, Geweigerd


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
        return False
    return True


def meld(zin: str) -> None:
    """Say on the next page that it was done."""
    flash(zin, "goed")
