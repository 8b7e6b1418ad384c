"""Putting the contact with the OM on Wpg art. 9 data on record."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import LegOMContactVastFormulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import hier, nu, vandaag
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.basis.weergave import tijdstip
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import leg_om_contact_vast
from overleg.uitvraag.opvragen import wacht_op_om
from overleg.uitvraag.routes.blauwdruk import blauwdruk


@blauwdruk.route("/casussen/<uuid:casus>/uitvraag/om-contact", methods=["GET", "POST"])
@vereist(Recht.UITVRAAG_ZIEN, blik=True)
def om_contact(casus: Casus) -> ResponseReturnValue:
    """Put on record who spoke with the OM, when, and the outcome; without reading the gegeven."""
    vrager = huidige_vrager()
    wacht = {b.id: b for b in wacht_op_om(sessie(), vrager, casus)}
    form = LegOMContactVastFormulier(
        data={"dag": vandaag(), "uur": hier(nu()).time(), "bijdrage": next(iter(wacht), None)}
    )
    form.bijdrage.zet_keuzes(
        [(b.id, f"{b.organisatie.naam}, ingediend {tijdstip(b.ingediend_op)}") for b in wacht.values()]
    )
    if form.validate_on_submit():
        try:
            leg_om_contact_vast(sessie(), vrager, wacht[form.gekozen], form.als_invoer(), nu())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("Het contact met het OM is vastgelegd.", "success")
            return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id))
    status = ONJUIST if form.foutenlijst else 200
    return toon("uitvraag/om_contact.html", status=status, form=form, casus=casus, wacht=wacht)
