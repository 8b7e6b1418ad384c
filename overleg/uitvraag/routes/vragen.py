"""Asking partners: the page of a casus, asking, reminding, taking back."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import VraagGrondFormulier
from models import Casus, Informatieverzoek
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import herinner, trek_in, vraag_grond_om_te_vragen, vraag_partners
from overleg.uitvraag.routes.blad import maak_vraag_formulier, toon_blad
from overleg.uitvraag.routes.blauwdruk import blauwdruk


@blauwdruk.get("/casussen/<uuid:casus>/uitvraag")
@vereist(Recht.UITVRAAG_ZIEN)
def uitvraag(casus: Casus) -> ResponseReturnValue:
    """Show who was asked, who answered, and what the asker may read."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, casus)
    return toon_blad(casus)


@blauwdruk.post("/casussen/<uuid:casus>/uitvraag")
@vereist(Recht.UITVRAAG_DOEN)
def vragen(casus: Casus) -> ResponseReturnValue:
    """Ask the chosen partners."""
    form, keuzes = maak_vraag_formulier(casus)
    if not form.validate_on_submit():
        return toon_blad(casus, (form, keuzes), fout=True)
    try:
        aantal = vraag_partners(sessie(), huidige_vrager(), casus, form.als_invoer(), vandaag())
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return toon_blad(casus, (form, keuzes), fout=True)
    flash(f"Gevraagd: {aantal} {'partner' if aantal == 1 else 'partners'}.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id))


@blauwdruk.post("/casussen/<uuid:casus>/uitvraag/grondslag-vragen")
@vereist(Recht.UITVRAAG_DOEN)
def grond_vragen(casus: Casus) -> ResponseReturnValue:
    """Ask the beheerder for a ground to ask the organisatie that the form names."""
    form = VraagGrondFormulier()
    form.validate_on_submit()
    vraag_grond_om_te_vragen(sessie(), huidige_vrager(), casus, form.organisatie.data)
    flash("De beheerder is om een grondslag gevraagd.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=casus.id))


@blauwdruk.post("/uitvragen/<uuid:verzoek>/herinneren")
@vereist(Recht.UITVRAAG_DOEN)
def herinneren(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Remind a partner by mail."""
    herinner(sessie(), huidige_vrager(), verzoek, vandaag())
    flash(f"{verzoek.organisatie.naam} krijgt een herinnering.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=verzoek.casus_id))


@blauwdruk.post("/uitvragen/<uuid:verzoek>/intrekken")
@vereist(Recht.UITVRAAG_DOEN)
def intrekken(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Take a request back."""
    trek_in(sessie(), huidige_vrager(), verzoek)
    flash(f"De vraag aan {verzoek.organisatie.naam} is ingetrokken.", "success")
    return ga_naar(url_for("uitvraag.uitvraag", casus=verzoek.casus_id))
