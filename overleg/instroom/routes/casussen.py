"""Routes: the list of casussen, the page of one, and its melding."""

from typing import Any

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.instroom.begin import ZoekCasusFormulier
from forms.instroom.melding import WerkMeldingBijFormulier, melding_gegevens
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.instroom.feiten import melding_van, uitkomst_van
from overleg.instroom.handelingen.triage import werk_melding_bij
from overleg.instroom.opvragen.blad import laad, overleggen_van
from overleg.instroom.opvragen.lijst import Filter
from overleg.instroom.opvragen.lijst import casussen as zoek_casussen
from overleg.instroom.regels.triage import wat_ontbreekt
from overleg.instroom.regels.weg import weg_van
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409


@blauwdruk.get("/casussen")
@vereist(Recht.CASUSSEN_ZIEN)
def casussen() -> ResponseReturnValue:
    """List the casussen the asker may see, newest first."""
    form = ZoekCasusFormulier(request.args)
    form.validate()
    zoek = Filter(form.stand.data, form.kenmerk.data or "", bool(form.eigen.data))
    blad = zoek_casussen(sessie(), huidige_vrager(), zoek, request.args.get("na", ""))
    filters: dict[str, Any] = {
        naam: request.args[naam] for naam in ("stand", "kenmerk", "eigen") if naam in request.args
    }
    volgende = url_for("instroom.casussen", na=blad.volgende, **filters) if blad.volgende else None
    return toon(
        "instroom/casussen.html",
        form=form,
        blad=blad,
        volgende=volgende,
        filters=filters,
        begin=url_for("instroom.casussen", **filters) if "na" in request.args else None,
        meer_tafels=len(huidige_vrager().tafels()) > 1,
    )


@blauwdruk.get("/casussen/<uuid:casus>")
@vereist(Recht.CASUS_ZIEN)
def casus(casus: Casus) -> ResponseReturnValue:
    """Show one casus: where it is on its route, and everything about the aanmelding."""
    vrager = huidige_vrager()
    noteer_blik(vrager, Soort.CASUS_BEKEKEN, casus)
    casus = laad(sessie(), vrager, casus)
    return toon(
        "instroom/casus.html",
        casus=casus,
        weg=weg_van(casus.status),
        uitkomst=uitkomst_van(casus),
        ontbreekt=wat_ontbreekt(casus.concrete_vraag, melding_van(casus), vandaag()),
        overleggen=overleggen_van(sessie(), vrager, casus),
    )


@blauwdruk.route("/casussen/<uuid:casus>/melding", methods=["GET", "POST"])
@vereist(Recht.MELDING_BIJWERKEN, blik=True)
def melding(casus: Casus) -> ResponseReturnValue:
    """Fill in the melding to Veilig Thuis later."""
    form = WerkMeldingBijFormulier(data={"versie": casus.versie, **melding_gegevens(casus)})
    if not form.validate_on_submit():
        return toon("instroom/melding.html", status=form.status, casus=casus, form=form)
    try:
        werk_melding_bij(sessie(), huidige_vrager(), casus, form.als_invoer(), form.versie.data)
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return toon("instroom/melding.html", status=form.status, casus=casus, form=form)
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        form.versie.data, form.versie.ruw = casus.versie, None
        return toon("instroom/melding.html", status=BOTSING, casus=casus, form=form, botsing=True)
    flash("De melding is bijgewerkt.", "success")
    return ga_naar(url_for("instroom.casus", casus=casus.id))
