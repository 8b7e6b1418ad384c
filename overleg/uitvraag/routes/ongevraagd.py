"""Saying of one's own accord what the own organisatie knows, before the meeting."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from models import Casus
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import voeg_bijdrage_toe
from overleg.uitvraag.opvragen import open_vraag_aan
from overleg.uitvraag.regels import mag_uitvragen
from overleg.uitvraag.routes.blauwdruk import blauwdruk
from overleg.uitvraag.routes.formulier import bijdrage_formulier
from overleg.uitvraag.routes.verwerken import sla_op, toon_formulier


@blauwdruk.route("/casussen/<uuid:casus>/uitvraag/ongevraagd", methods=["GET", "POST"])
@vereist(Recht.BIJDRAGE_TOEVOEGEN, blik=True)
def ongevraagd(casus: Casus) -> ResponseReturnValue:
    """Add a bijdrage that nobody asked for; who was asked answers the question instead."""
    vrager = huidige_vrager()
    gevraagd = open_vraag_aan(sessie(), vrager, casus)
    if gevraagd is not None and request.method == "GET":
        return ga_naar(url_for("uitvraag.antwoord", verzoek=gevraagd))
    form, zonder_grond = bijdrage_formulier(casus, vrager.organisatie_id)
    klaar = None
    if request.method == "POST":
        klaar = sla_op(form, lambda invoer: voeg_bijdrage_toe(sessie(), vrager, casus, invoer))
    return klaar or toon_formulier(
        "uitvraag/ongevraagd.html",
        form=form,
        zonder_grond=zonder_grond,
        casus=casus,
        oordeel=mag_uitvragen(casus.status),
    )
