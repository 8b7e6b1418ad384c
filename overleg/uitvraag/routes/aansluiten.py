"""Who joins for a casus."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from models import Aansluiting, Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ga_naar
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import beeindig_aansluiting, besluit_aansluiting
from overleg.uitvraag.routes.blad import maak_aansluit_formulier, toon_blad
from overleg.uitvraag.routes.blauwdruk import blauwdruk


@blauwdruk.post("/casussen/<uuid:casus>/uitvraag/aansluitingen")
@vereist(Recht.AANSLUITING_BESLISSEN)
def aansluiten(casus: Casus) -> ResponseReturnValue:
    """Have an organisatie join."""
    form = maak_aansluit_formulier(casus)
    if not form.validate_on_submit():
        return toon_blad(casus, aansluit=form, fout=True)
    try:
        besluit_aansluiting(sessie(), huidige_vrager(), casus, form.als_invoer())
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return toon_blad(casus, aansluit=form, fout=True)
    flash("De organisatie sluit aan.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id))


@blauwdruk.post("/casussen/<uuid:casus>/uitvraag/aansluitingen/<uuid:aansluiting>/beeindigen")
@vereist(Recht.AANSLUITING_BESLISSEN)
def aansluiting_beeindigen(casus: Casus, aansluiting: Aansluiting) -> ResponseReturnValue:
    """Have an organisatie no longer join."""
    beeindig_aansluiting(sessie(), huidige_vrager(), aansluiting)
    flash("De organisatie sluit niet meer aan.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id))
