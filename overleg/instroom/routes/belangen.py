"""Routes: a conflict of interest on a casus."""

from collections.abc import Callable

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.instroom.belangen import BelangFormulier, EigenBelangFormulier, OpheffenFormulier
from models import Belang, Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.instroom.handelingen.belangen import leg_belang_vast, meld_eigen_belang, vraag_opheffing
from overleg.instroom.opvragen.belangen import belangen as belangen_van
from overleg.instroom.opvragen.belangen import mensen_van_tafel, organisaties
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BEIDE = ["GET", "POST"]


@blauwdruk.route("/casussen/<uuid:casus>/belangen", methods=BEIDE)
@vereist(Recht.BELANG_VASTLEGGEN)
def belangen(casus: Casus) -> ResponseReturnValue:
    """Show to whom the casus is closed, and close it to somebody."""
    form, vrager = BelangFormulier(), huidige_vrager()
    form.zet_lijsten(organisaties(sessie()), mensen_van_tafel(sessie(), casus, vandaag()))
    if not form.is_submitted():
        noteer_blik(vrager, Soort.CASUS_BEKEKEN, casus)
    if _probeer(form, lambda: leg_belang_vast(sessie(), vrager, casus, form.als_invoer())):
        flash("De casus is hiervoor nu gesloten.", "goed")
        zelf = form.als_invoer().gebruiker_id == vrager.id
        return ga_naar(url_for("instroom.casussen") if zelf else url_for("instroom.belangen", casus=casus.id))
    lijst = belangen_van(sessie(), vrager, casus)
    return toon("instroom/belangen.html", status=form.status, casus=casus, form=form, lijst=lijst)


@blauwdruk.route("/casussen/<uuid:casus>/belangen/eigen", methods=BEIDE)
@vereist(Recht.BELANG_MELDEN, blik=True)
def eigen_belang(casus: Casus) -> ResponseReturnValue:
    """Say of oneself that one has a conflict of interest; the casus closes at once."""
    form = EigenBelangFormulier()
    if _probeer(form, lambda: meld_eigen_belang(sessie(), huidige_vrager(), casus, form.reden.data or "")):
        flash("De casus is nu voor u gesloten.", "goed")
        return ga_naar(url_for("instroom.casussen"))
    return toon("instroom/eigen_belang.html", status=form.status, casus=casus, form=form)


@blauwdruk.route("/belangen/<uuid:belang>/opheffen", methods=BEIDE)
@vereist(Recht.BELANG_OPHEFFEN, blik=True)
def opheffen(belang: Belang) -> ResponseReturnValue:
    """Ask a second person to lift a conflict of interest."""
    form = OpheffenFormulier()
    if _probeer(form, lambda: vraag_opheffing(sessie(), huidige_vrager(), belang, form.reden.data or "")):
        flash("De vraag wacht op een tweede persoon.", "goed")
        return ga_naar(url_for("instroom.belangen", casus=belang.casus_id))
    return toon("instroom/belang_opheffen.html", status=form.status, belang=belang, form=form)


def _probeer(form: Formulier, doe: Callable[[], object]) -> bool:
    """Check the form and do it; what a rule refuses stands at its field. Return whether it was done."""
    if not form.validate_on_submit():
        return False
    try:
        doe()
    except Geweigerd as fout:
        sessie().rollback()
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return False
    return True
