"""Recording the answer of a partner of which nobody can answer in the system (decision 038)."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from models import Informatieverzoek
from overleg.basis.database import sessie
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import leg_antwoord_vast
from overleg.uitvraag.inhoud import verzoekinhoud
from overleg.uitvraag.opvragen import aantal_antwoorden, vastlegging_van
from overleg.uitvraag.regels import mag_uitvragen, mag_vastgelegd
from overleg.uitvraag.routes.blauwdruk import blauwdruk
from overleg.uitvraag.routes.formulier import vastleg_formulier
from overleg.uitvraag.routes.verwerken import sla_op, toon_formulier


@blauwdruk.route("/uitvragen/<uuid:verzoek>/namens", methods=["GET", "POST"])
@vereist(Recht.ANTWOORD_VASTLEGGEN, blik=True)
def namens(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Record what a partner answered by telephone, letter, mail or in person."""
    vrager, oordeel = huidige_vrager(), _mag(verzoek)
    form, zonder_grond = vastleg_formulier(verzoek)
    klaar, al = None, aantal_antwoorden(sessie(), verzoek)
    if request.method == "POST":
        klaar = sla_op(form, lambda invoer: leg_antwoord_vast(sessie(), vrager, verzoek, invoer))
    else:
        form.versie.zet(al)
    return klaar or toon_formulier(
        "uitvraag/namens.html",
        form=form if oordeel or request.method == "POST" else None,
        zonder_grond=zonder_grond,
        oordeel=oordeel,
        al_beantwoord=al > 0,
        inhoud=verzoekinhoud(verzoek),
        casus=verzoek.casus,
        eigen=next((o for o in zonder_grond if o.partner.id == vrager.organisatie_id), None),
        terug=url_for("uitvraag.uitvraag", casus=verzoek.casus_id),
    )


def _mag(verzoek: Informatieverzoek) -> Oordeel:
    open_ = nee("Deze vraag is ingetrokken. Vraag de partner opnieuw.") if verzoek.ingetrokken_op else JA
    return open_ & mag_uitvragen(verzoek.casus.status) & mag_vastgelegd(vastlegging_van(sessie(), verzoek))
