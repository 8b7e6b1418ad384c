"""Who joins for a casus."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import BesluitAansluitingFormulier
from models import Aansluiting, Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import beeindig_aansluiting, besluit_aansluiting
from overleg.uitvraag.opvragen import aan_te_sluiten, alle_partners
from overleg.uitvraag.routes.blauwdruk import blauwdruk


@blauwdruk.route("/casussen/<uuid:casus>/uitvraag/aansluitingen", methods=["GET", "POST"])
@vereist(Recht.AANSLUITING_BESLISSEN, blik=True)
def aansluiten(casus: Casus) -> ResponseReturnValue:
    """Have an organisatie join."""
    form = _formulier(casus)
    if form.validate_on_submit():
        try:
            besluit_aansluiting(sessie(), huidige_vrager(), casus, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("De organisatie sluit aan.", "success")
            return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id, _anchor="aansluiten"))
    status = ONJUIST if form.foutenlijst else 200
    return toon("uitvraag/aansluiten.html", status=status, casus=casus, form=form)


def _formulier(casus: Casus) -> BesluitAansluitingFormulier:
    form = BesluitAansluitingFormulier()
    partners = alle_partners(sessie(), casus)
    form.organisatie.zet_keuzes([(p.id, p.naam) for p in aan_te_sluiten(casus, partners)])
    return form


@blauwdruk.post("/casussen/<uuid:casus>/uitvraag/aansluitingen/<uuid:aansluiting>/beeindigen")
@vereist(Recht.AANSLUITING_BESLISSEN)
def aansluiting_beeindigen(casus: Casus, aansluiting: Aansluiting) -> ResponseReturnValue:
    """Have an organisatie no longer join."""
    beeindig_aansluiting(sessie(), huidige_vrager(), aansluiting)
    flash("De organisatie sluit niet meer aan.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id))
