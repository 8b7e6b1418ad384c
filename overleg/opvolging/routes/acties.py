"""The page with actions of the own organisatie, or of the whole tafel."""

from flask import request
from flask.typing import ResponseReturnValue

from overleg.basis.database import sessie
from overleg.basis.plek import lees_plek
from overleg.basis.schil import toon
from overleg.opvolging.opvragen.acties import actieblad
from overleg.opvolging.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/acties")
@vereist(Recht.ACTIES_ZIEN)
def acties() -> ResponseReturnValue:
    """Show what must be done, by date; late ones in words. A place that is made up is the first page."""
    tafel = request.args.get("van") == "tafel"
    blad = actieblad(sessie(), huidige_vrager(), tafel=tafel, na=lees_plek(request.args.get("na", "")))
    return toon("opvolging/acties.html", blad=blad)
