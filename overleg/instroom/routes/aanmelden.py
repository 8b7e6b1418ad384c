"""Routes: the first question, and the form of an aanmelding."""

from typing import Any

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.fouten import Fout
from forms.instroom.aanmelding import MeldAanFormulier, aanmeld_formulier, verschillen
from forms.instroom.begin import BeginAanmeldingFormulier
from forms.instroom.concept import goede_deel, kan_bewaard
from forms.instroom.gegevens import gegevens_van
from models import Casus
from models.waarden import CasusStatus, RondeSoort
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.basis.weergave import tijd
from overleg.instroom.feiten import feiten_uit, uitkomst_uit
from overleg.instroom.handelingen.aanmelden import begin_aanmelding, bewaar_wat_klopt, dien_in
from overleg.instroom.opvragen.blad import Lijsten, laad, lijsten_voor, tafels_om_in_te_brengen
from overleg.instroom.regels.aanmelding import nog_nodig, samenloop_zin
from overleg.instroom.regels.formulier import niet_geplaatst, zonder_rest
from overleg.instroom.regels.vraag import lijkt_op_informatievraag
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409


@blauwdruk.route("/casussen/nieuw", methods=["GET", "POST"])
@vereist(Recht.CASUS_AANMELDEN)
def nieuw() -> ResponseReturnValue:
    """Ask first whether there is acute danger, then begin an aanmelding."""
    vrager = huidige_vrager()
    tafels = tafels_om_in_te_brengen(sessie(), vrager)
    form = BeginAanmeldingFormulier(data={"tafel": tafels[0].id} if len(tafels) == 1 else {})
    form.tafel.zet_keuzes([(tafel.id, tafel.naam) for tafel in tafels])
    if form.is_submitted() and len(tafels) == 1:
        form.tafel.data = tafels[0].id
    if not form.validate_on_submit():
        return toon("instroom/nieuw.html", status=form.status, form=form, tafels=tafels)
    casus = begin_aanmelding(sessie(), vrager, form.als_invoer())
    eindpunt = "instroom.spoed" if casus.acuut else "instroom.bewerken"
    return ga_naar(url_for(eindpunt, casus=casus.id))


@blauwdruk.route("/casussen/<uuid:casus>/bewerken", methods=["GET", "POST"])
@vereist(Recht.AANMELDING_BEWERKEN)
def bewerken(casus: Casus) -> ResponseReturnValue:
    """Show the form of an aanmelding; save it as it is, or hand it in."""
    form, lijsten = _formulier(casus)
    if request.method == "GET":
        noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, casus)
        return _blad(casus, form, lijsten)
    if form.verwerk_rijen(request.form):
        return _blad(casus, form, lijsten)
    if request.form.get("actie") == "verwerkt":
        form.wat_gebeurd.data = zonder_rest(form.wat_gebeurd.data or "")
    form.geldig_als_concept()
    if not kan_bewaard(form):
        return _blad(casus, form, lijsten, status=form.status)
    try:
        return _bewaar(casus, form, lijsten, indienen=request.form.get("actie") == "indienen")
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        form.versie.data, form.versie.ruw = casus.versie, None
        return _blad(casus, form, lijsten, status=BOTSING)


def _bewaar(casus: Casus, form: MeldAanFormulier, lijsten: Lijsten, *, indienen: bool) -> ResponseReturnValue:
    """Hand in or save; whatever is wrong, the rest is saved. That page is a 200: an error keeps nothing."""
    deel = goede_deel(form, gegevens_van(casus))
    if indienen and _ingediend(casus, form):
        flash(f"Casus {casus.kenmerk} is ingediend. De voorzitter kijkt ernaar.", "success")
        return ga_naar(url_for("instroom.casus", casus=casus.id))
    oordeel = bewaar_wat_klopt(sessie(), huidige_vrager(), casus, deel.invoer, form.versie.data)
    if not indienen:
        form.voeg_redenen_toe(oordeel.redenen)
    if not form.foutenlijst:
        flash(f"Bewaard om {tijd(nu())}. U kunt later verdergaan.", "success")
        return ga_naar(url_for("instroom.bewerken", casus=casus.id))
    form.neem_bewaard_over(casus.versie, deel.rijen, casus)
    behalve = [*deel.behalve, *(Fout(reden.zin, reden.waar) for reden in oordeel.redenen)]
    return _blad(casus, form, lijsten, bewaard=tijd(nu()), behalve=behalve, niet_ingediend=indienen)


def _ingediend(casus: Casus, form: MeldAanFormulier) -> bool:
    """Hand in; when that cannot be, the reasons are on the form."""
    form.is_concept = False
    if not form.validate():
        return False
    try:
        dien_in(sessie(), huidige_vrager(), casus, form.als_invoer(), form.versie.data)
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return False
    return True


@blauwdruk.post("/casussen/<uuid:casus>/bewerken/stand")
@vereist(Recht.AANMELDING_BEWERKEN)
def stand(casus: Casus) -> ResponseReturnValue:
    """Work out criteria, advice and what is still needed from what is typed now; nothing is saved."""
    form, lijsten = _formulier(casus)
    form.geldig_als_concept()
    return render_template("instroom/_stand.html", los=True, **_stand(casus, form, lijsten))


def _formulier(casus: Casus) -> tuple[MeldAanFormulier, Lijsten]:
    casus = laad(sessie(), huidige_vrager(), casus)
    lijsten = lijsten_voor(sessie(), casus)
    soort = aanmeld_formulier(casus.criteriaset, lijsten.themas, lijsten.tafels)
    form = soort(data=gegevens_van(casus))
    form.zet_bewaard(casus)
    return form, lijsten


def _stand(casus: Casus, form: MeldAanFormulier, lijsten: Lijsten) -> dict[str, Any]:
    """Return what the rules say about what stands in the form."""
    invoer = form.als_invoer()
    gekozen = [thema for thema in lijsten.themas if thema.id in invoer.thema_ids]
    uitkomst = uitkomst_uit(casus.criteriaset, invoer.toetsen, gekozen)
    return {
        "casus": casus,
        "uitkomst": uitkomst,
        "vorige": request.form.get("vorige_uitkomst", uitkomst.tekst),
        "nodig": nog_nodig(feiten_uit(invoer, uitkomst), vandaag()),
        "met_fouten": bool(form.foutenlijst),
        "zonder_vraag": not invoer.concrete_vraag,
        "advies": lijkt_op_informatievraag(invoer.concrete_vraag, lijsten.patronen),
        "samenloop_zin": samenloop_zin(invoer.samenloop),
        "regel": casus.criteriaset.regel,
    }


def _blad(
    casus: Casus, form: MeldAanFormulier, lijsten: Lijsten, *, status: int = 200, **uitkomst: Any
) -> ResponseReturnValue:
    terug = casus.status is CasusStatus.TERUGGESTUURD
    vragen = [ronde for ronde in casus.rondes if ronde.soort is RondeSoort.TERUGGESTUURD]
    return toon(
        "instroom/bewerken.html",
        status=status,
        form=form,
        terugvraag=vragen[-1] if terug and vragen else None,
        verschillen=verschillen(form, gegevens_van(casus)) if status == BOTSING else [],
        tafels=lijsten.tafels,
        niet_geplaatst=niet_geplaatst(form.wat_gebeurd.data or ""),
        **uitkomst,
        **_stand(casus, form, lijsten),
    )
