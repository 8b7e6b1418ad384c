"""Route: a page tells that it is printed.

The browser says so when its window for printing opens (`static/js/afdruk.js`). That is as much as can be
known: whether paper came out, nobody tells us, and without JavaScript nobody tells anything. That somebody
looked is always in the logboek.
"""

from flask import request
from flask.typing import ResponseReturnValue

from overleg.basis.database import sessie
from overleg.logboek.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, object_op, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.post("/logboek/afdruk")
@vereist(Recht.AFDRUK_MELDEN)
def afdruk() -> ResponseReturnValue:
    """Note that a page is printed; which page says its path, checked by the same door as the page itself."""
    eindpunt, ding = object_op(request.form.get("pad", ""))
    if ding is not None:
        schrijf(sessie(), huidige_vrager(), Soort.PAGINA_AFGEDRUKT, ding, eindpunt=eindpunt)
    return "", 204
