"""Adding what one's own organisatie knows, in the meeting itself."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from models import Bespreking
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar
from overleg.bespreking.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import voeg_bijdrage_toe
from overleg.uitvraag.routes.formulier import bijdrage_formulier
from overleg.uitvraag.routes.verwerken import sla_op, toon_formulier


@blauwdruk.route("/besprekingen/<uuid:bespreking>/bijdragen/nieuw", methods=["GET", "POST"])
@vereist(Recht.BESPREKING_INVULLEN, blik=True)
def bijdrage_nieuw(bespreking: Bespreking) -> ResponseReturnValue:
    """Add a bijdrage of the own organisatie, with its ground for each who may read it."""
    vrager, casus = huidige_vrager(), bespreking.casus
    form, zonder_grond = bijdrage_formulier(casus, vrager.organisatie_id)
    terug = url_for("bespreking.punt", overleg=bespreking.overleg_id, punt=bespreking.punt_id)
    if request.method == "POST" and sla_op(
        form, lambda invoer: voeg_bijdrage_toe(sessie(), vrager, casus, invoer)
    ):
        return ga_naar(f"{terug}#stap-1")
    return toon_formulier(
        "uitvraag/bijdrage.html",
        form=form,
        zonder_grond=zonder_grond,
        casus=casus,
        bijdrage=None,
        terug=terug,
    )
