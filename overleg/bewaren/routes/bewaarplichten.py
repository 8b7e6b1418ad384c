"""Holding up destruction, and lifting that."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.bewaren import OpschortFormulier, OpschortingOpheffenFormulier
from models import Bewaarplicht
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.bewaren.handelingen.bewaarplicht import hef_op, schort_op
from overleg.bewaren.routes.basis import blauwdruk, probeer
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BEIDE = ["GET", "POST"]


@blauwdruk.route("/bewaren/opschorten", methods=BEIDE)
@vereist(Recht.BEWAARPLICHTEN)
def opschorten() -> ResponseReturnValue:
    """Hold up the destruction of a casus, named by its kenmerk."""
    form = OpschortFormulier(data={"kenmerk": request.args.get("kenmerk", "")[:40]})
    if probeer(form, lambda: schort_op(sessie(), huidige_vrager(), form.als_invoer())):
        flash("De vernietiging van deze casus is opgeschort.", "goed")
        return ga_naar(url_for("bewaren.bewaren"))
    return toon("bewaren/opschorten.html", status=form.status, form=form)


@blauwdruk.route("/bewaarplichten/<uuid:bewaarplicht>/opheffen", methods=BEIDE)
@vereist(Recht.BEWAARPLICHT_OPHEFFEN, blik=True)
def opheffen(bewaarplicht: Bewaarplicht) -> ResponseReturnValue:
    """Let destruction go on again."""
    form = OpschortingOpheffenFormulier()
    if probeer(form, lambda: hef_op(sessie(), huidige_vrager(), bewaarplicht, form.reden.data or "")):
        flash("De opschorting is opgeheven.", "goed")
        return ga_naar(url_for("bewaren.bewaren"))
    return toon("bewaren/opheffen.html", status=form.status, plicht=bewaarplicht, form=form)
