"""Who may do what: to look at once a year, and to put on record what was found."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.rechten import BeoordeelRechtenFormulier
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.beheer.handelingen.rechten import leg_beoordeling_vast
from overleg.beheer.rechtenlijst import eerdere_beoordelingen, laatst_beoordeeld, rechtenlijst
from overleg.beheer.regels.rechtenbeoordeling import moet_beoordeeld
from overleg.beheer.routes.gemeen import meld, probeer
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.TOEGANGSRECHTEN_BEOORDELEN)
def toegangsrechten() -> ResponseReturnValue:
    """Show who may do what, and take in the finding."""
    form = BeoordeelRechtenFormulier()
    if probeer(form, lambda: leg_beoordeling_vast(sessie(), huidige_vrager(), form.als_invoer())):
        meld("Uw oordeel is vastgelegd.")
        return ga_naar(url_for("beheer.toegangsrechten"))
    lijst, eerdere = rechtenlijst(sessie(), vandaag()), eerdere_beoordelingen(sessie())
    form.gezien.zet(lijst.controlegetal)
    return toon(
        "beheer/toegangsrechten.html",
        status=form.status,
        form=form,
        lijst=lijst,
        eerdere=eerdere,
        is_tijd=moet_beoordeeld(laatst_beoordeeld(sessie()), lijst.dag),
    )


def registreer(blauwdruk: Blueprint) -> None:
    """Add the route."""
    blauwdruk.route("/toegangsrechten", methods=["GET", "POST"])(toegangsrechten)
