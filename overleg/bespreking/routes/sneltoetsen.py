"""The switch of one's own keys, in the window that lists them."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from forms.bespreking.sneltoetsen import ZetSneltoetsenFormulier
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, htmx
from overleg.bespreking.handelingen.sneltoetsen import zet_sneltoetsen
from overleg.bespreking.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.post("/sneltoetsen")
@vereist(Recht.EIGEN_ACCOUNT)
def sneltoetsen() -> ResponseReturnValue:
    """Turn the own keys on or off; answers with the switch as it is now."""
    form = ZetSneltoetsenFormulier()
    if not form.validate_on_submit():
        raise BadRequest
    zet_sneltoetsen(sessie(), huidige_vrager(), aan=form.als_invoer())
    if not htmx:
        return ga_naar(url_for("start.start"))
    return render_template("bespreking/_sneltoetsen_stand.html")
