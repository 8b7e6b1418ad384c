"""Changing an own bijdrage, and sharing it with who came in later."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import GeefBijdrageFormulier
from models import Informatiebijdrage
from models.waarden import BijdrageStatus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import deel_verder, mag_voor_een_ander, wijzig_bijdrage
from overleg.uitvraag.opvragen import Ontvanger, is_te_vervangen, verzoek_van
from overleg.uitvraag.regels import mag_gewijzigd
from overleg.uitvraag.routes.blauwdruk import blauwdruk
from overleg.uitvraag.routes.formulier import bijdrage_formulier, deel_verder_formulier, vastleg_formulier
from overleg.uitvraag.routes.verwerken import sla_op, terug_van, toon_formulier


@blauwdruk.route("/bijdragen/<uuid:bijdrage>", methods=["GET", "POST"])
@vereist(Recht.BIJDRAGE_BEWERKEN)
def bijdrage(bijdrage: Informatiebijdrage) -> ResponseReturnValue:
    """Change an own bijdrage while that is possible."""
    vrager = huidige_vrager()
    oordeel = _mag_wijzigen(bijdrage)
    form, zonder_grond = _formulier(bijdrage)
    klaar = None
    if request.method == "POST":
        klaar = sla_op(form, lambda invoer: wijzig_bijdrage(sessie(), vrager, bijdrage, invoer))
    else:
        noteer_blik(vrager, Soort.CASUS_BEKEKEN, bijdrage.casus)
    return klaar or toon_formulier(
        "uitvraag/bijdrage.html",
        form=form,
        zonder_grond=zonder_grond,
        casus=bijdrage.casus,
        bijdrage=bijdrage,
        oordeel=oordeel,
        terug=terug_van(bijdrage),
    )


def _formulier(bijdrage: Informatiebijdrage) -> tuple[GeefBijdrageFormulier, list[Ontvanger]]:
    """Return the form it was written on; who recorded it for another keeps that, so that no field is lost."""
    verzoek = verzoek_van(sessie(), bijdrage)
    van_een_ander = bijdrage.organisatie_id != huidige_vrager().organisatie_id
    if verzoek and (van_een_ander or is_te_vervangen(sessie(), bijdrage)):
        return vastleg_formulier(verzoek, bijdrage)
    return bijdrage_formulier(bijdrage.casus, bijdrage.organisatie_id, bijdrage)


def _mag_wijzigen(bijdrage: Informatiebijdrage) -> Oordeel:
    ingediend = bijdrage.status is BijdrageStatus.INGEDIEND
    eigen = mag_voor_een_ander(sessie(), huidige_vrager(), bijdrage)
    return mag_gewijzigd(bijdrage.casus.status, ingediend=ingediend) & eigen


@blauwdruk.route("/bijdragen/<uuid:bijdrage>/ontvangers", methods=["GET", "POST"])
@vereist(Recht.BIJDRAGE_BEWERKEN)
def ontvangers(bijdrage: Informatiebijdrage) -> ResponseReturnValue:
    """Share a bijdrage with who came in later."""
    form, open_ = deel_verder_formulier(bijdrage)
    if form.validate_on_submit():
        try:
            aantal = deel_verder(
                sessie(),
                huidige_vrager(),
                bijdrage,
                form.delen(),
                noodzakelijk=bool(form.noodzakelijk.data),
            )
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash(f"Gedeeld met {aantal} {'organisatie' if aantal == 1 else 'organisaties'}.", "success")
            return ga_naar(url_for("uitvraag.ontvangers", bijdrage=bijdrage.id))
    status = ONJUIST if form.foutenlijst else 200
    return toon(
        "uitvraag/ontvangers.html",
        status=status,
        form=form,
        open=open_,
        oordeel=mag_voor_een_ander(sessie(), huidige_vrager(), bijdrage),
        bijdrage=bijdrage,
        terug=terug_van(bijdrage),
    )
