"""Giving open duties of one person to a colleague."""

import uuid
from functools import partial

from flask import request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.basis import Formulier
from forms.opvolging import WijsToeFormulier
from models import Gebruiker
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.opvolging.handelingen.toewijzen import wijs_toe
from overleg.opvolging.opvragen.plichten import Plicht, aanspreekpunt_bij, houders, opvolgers, plichten
from overleg.opvolging.routes.basis import blauwdruk, verwerk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _houder() -> tuple[Gebruiker, list[Plicht]]:
    """Return the person in the address and the duties of that person; 404 for anybody else."""
    try:
        sleutel = uuid.UUID(request.args.get("van", ""))
    except ValueError:
        raise NotFound from None
    alle = plichten(sessie(), huidige_vrager())
    for mens, _ in houders(sessie(), alle):
        if mens.id == sleutel:
            return mens, [plicht for plicht in alle if plicht.persoon_id == sleutel]
    raise NotFound


def _formulier(van: Gebruiker, eigen: list[Plicht]) -> WijsToeFormulier:
    form = WijsToeFormulier(data={"plichten": [plicht.sleutel for plicht in eigen]})
    form.plichten.zet_keuzes([(plicht.sleutel, plicht.tekst) for plicht in eigen])
    form.naar.zet_keuzes([(mens.id, mens.naam) for mens in opvolgers(sessie(), huidige_vrager(), van)])
    return form


def _toon_een(van: Gebruiker, form: Formulier, status: int = 200) -> ResponseReturnValue:
    bij = aanspreekpunt_bij(sessie(), huidige_vrager(), van)
    return toon("opvolging/toewijzen.html", status=status, van=van, form=form, aanspreekpunt_bij=bij)


@blauwdruk.get("/opvolging/toewijzen")
@vereist(Recht.PLICHTEN_TOEWIJZEN)
def toewijzen() -> ResponseReturnValue:
    """Show who holds open duties; or, with `van`, the duties of one person."""
    if "van" not in request.args:
        alle = houders(sessie(), plichten(sessie(), huidige_vrager()))
        return toon("opvolging/plichten.html", houders=alle)
    van, eigen = _houder()
    return _toon_een(van, _formulier(van, eigen))


@blauwdruk.post("/opvolging/toewijzen")
@vereist(Recht.PLICHTEN_TOEWIJZEN)
def toewijzen_doen() -> ResponseReturnValue:
    """Give the chosen duties to a colleague."""
    van, eigen = _houder()
    return verwerk(
        _formulier(van, eigen),
        partial(wijs_toe, sessie(), huidige_vrager(), van),
        partial(_toon_een, van),
        naar=url_for("opvolging.toewijzen"),
        bericht="De taken zijn overgegaan. Wie ze overneemt, krijgt bericht.",
    )
