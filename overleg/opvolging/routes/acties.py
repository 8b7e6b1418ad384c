"""The page with actions of the own organisatie, or of the whole tafel."""

import uuid
from datetime import date

from flask import request
from flask.typing import ResponseReturnValue

from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.opvolging.opvragen.acties import Plek, actieblad
from overleg.opvolging.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/acties")
@vereist(Recht.ACTIES_ZIEN)
def acties() -> ResponseReturnValue:
    """Show what must be done, by date; late ones in words."""
    tafel = request.args.get("van") == "tafel"
    blad = actieblad(sessie(), huidige_vrager(), tafel=tafel, na=_plek(request.args.get("na", "")))
    return toon("opvolging/acties.html", blad=blad)


def _plek(tekst: str) -> Plek | None:
    """Read where a page begins; something made up is the first page."""
    dag, _, sleutel = tekst.partition("_")
    try:
        return Plek(date.fromisoformat(dag), uuid.UUID(sleutel))
    except ValueError:
        return None
