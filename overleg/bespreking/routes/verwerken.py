"""What the forms of stap 2 share: do it, or say at the field why not."""

from collections.abc import Callable

from flask import make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from models import Bespreking
from overleg.basis.eenmalig import leidt_naar
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ga_naar, htmx

GOED, BOTSING = 200, 409


def sla_op(form: Formulier, doe: Callable[[], object]) -> int:
    """Do it when the form is valid. Return 200 when done, else the status; the form holds the sentences."""
    if not form.validate_on_submit():
        return int(form.status)
    try:
        doe()
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return int(form.status)
    except Botsing as botsing:
        nu = f" Nu staat er: ‘{botsing.huidig}’." if botsing.huidig else ""
        form.voeg_fouten_toe([botsing.zin + nu])
        return BOTSING
    return GOED


def naar_lijst(bespreking: Bespreking, plek: str, fragment: str, **context: object) -> ResponseReturnValue:
    """Go back to the list on the page; for htmx the list itself, in its own place."""
    adres = f"{url_for('bespreking.punt', overleg=bespreking.overleg_id, punt=bespreking.punt_id)}#{plek}"
    if not htmx:
        return ga_naar(adres)
    leidt_naar(adres)
    antwoord = make_response(render_template(fragment, **context))
    antwoord.headers["HX-Retarget"] = f"#{plek}"
    antwoord.headers["HX-Reswap"] = "outerHTML"
    return antwoord
