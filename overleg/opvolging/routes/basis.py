"""The blueprint of this stage, and the one way its forms are handled."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar

blauwdruk = Blueprint("opvolging", __name__)
BOTSING = 409


def verwerk(
    form: Any,  # noqa: ANN401 every form here has its own als_invoer
    doe: Callable[[Any], object],
    opnieuw: Callable[[Formulier, int], ResponseReturnValue],
    *,
    naar: str,
    bericht: str,
) -> ResponseReturnValue:
    """Check a form, do what it asks and go on; or show it again as typed (422, or 409 when stale)."""
    if not form.validate_on_submit():
        return opnieuw(form, ONJUIST)
    try:
        doe(form.als_invoer())
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return opnieuw(form, ONJUIST)
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        return opnieuw(form, BOTSING)
    flash(bericht, "success")
    return ga_naar(naar)
