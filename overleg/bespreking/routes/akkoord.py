"""The answer of who is to do an afspraak, in the meeting."""

from flask import make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.bespreking.akkoord import (
    GeefAkkoordFormulier,
    GeefNietAkkoordFormulier,
    LegAntwoordInDeZaalVastFormulier,
)
from models import Afspraak, Bespreking
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar, htmx, toon
from overleg.bespreking.handelingen.akkoord import antwoord_zelf, leg_antwoord_vast
from overleg.bespreking.opvragen.akkoord import in_de_zaal
from overleg.bespreking.opvragen.overleg import naam_van
from overleg.bespreking.opvragen.plan import afsprakenlijst
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.verwerken import BOTSING, GOED, sla_op
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

PAD = "/besprekingen/<uuid:bespreking>/afspraken/<uuid:afspraak>"


def _plek(afspraak: Afspraak) -> str:
    return f"afspraak-{afspraak.nummer}"


def _naar_afspraak(
    bespreking: Bespreking, afspraak: Afspraak, fout: str = "", status: int = GOED
) -> ResponseReturnValue:
    """Go back to the afspraak; for htmx only that one, so that what is typed elsewhere in the list stays."""
    if not htmx:
        return ga_naar(
            url_for(
                "bespreking.punt",
                overleg=bespreking.overleg_id,
                punt=bespreking.punt_id,
                _anchor=_plek(afspraak),
            )
        )
    lijst = afsprakenlijst(sessie(), huidige_vrager(), bespreking)
    tekst = render_template("bespreking/_afspraken.html", lijst=lijst, fout_bij=afspraak.id, fout=fout)
    antwoord = make_response(tekst, status)
    antwoord.headers["HX-Retarget"] = antwoord.headers["HX-Reselect"] = f"#{_plek(afspraak)}"
    antwoord.headers["HX-Reswap"] = "outerHTML"
    return antwoord


def _toon(bespreking: Bespreking, afspraak: Afspraak, form: Formulier, status: int) -> ResponseReturnValue:
    return toon(
        "bespreking/antwoord.html",
        fragment="bespreking/_antwoord_formulier.html",
        status=status,
        bespreking=bespreking,
        afspraak=afspraak,
        form=form,
        adres=request.path,
    )


@blauwdruk.post(f"{PAD}/akkoord")
@vereist(Recht.AFSPRAAK_AANVAARDEN)
def afspraak_akkoord(bespreking: Bespreking, afspraak: Afspraak) -> ResponseReturnValue:
    """Say in one click that the own organisatie does this."""
    form = GeefAkkoordFormulier()
    if not form.validate_on_submit():
        return _naar_afspraak(bespreking, afspraak, form.foutenlijst[0].tekst, ONJUIST)
    try:
        antwoord_zelf(sessie(), huidige_vrager(), afspraak, form.als_invoer())
    except Geweigerd as fout:
        if not htmx:
            raise
        return _naar_afspraak(bespreking, afspraak, " ".join(fout.oordeel.zinnen), ONJUIST)
    except Botsing as fout:
        if not htmx:
            raise
        return _naar_afspraak(bespreking, afspraak, fout.zin, BOTSING)
    return _naar_afspraak(bespreking, afspraak)


@blauwdruk.route(f"{PAD}/niet-akkoord", methods=["GET", "POST"])
@vereist(Recht.AFSPRAAK_AANVAARDEN)
def afspraak_niet_akkoord(bespreking: Bespreking, afspraak: Afspraak) -> ResponseReturnValue:
    """Say that the own organisatie does not do this, and why."""
    form, status = GeefNietAkkoordFormulier(data={"versie": afspraak.versie}), GOED
    if request.method == "POST":
        status = sla_op(form, lambda: antwoord_zelf(sessie(), huidige_vrager(), afspraak, form.als_invoer()))
        if status == GOED:
            return _naar_afspraak(bespreking, afspraak)
        if status == BOTSING:
            form.versie.zet(afspraak.versie)
    return _toon(bespreking, afspraak, form, status)


@blauwdruk.route(f"{PAD}/antwoord", methods=["GET", "POST"])
@vereist(Recht.BESPREKING_LEIDEN, blik=True)
def afspraak_antwoord(bespreking: Bespreking, afspraak: Afspraak) -> ResponseReturnValue:
    """Record what someone in the room says for the organisatie that is to do this."""
    form, status = LegAntwoordInDeZaalVastFormulier(data={"versie": afspraak.versie}), GOED
    form.wie.zet_keuzes([(rij.id, naam_van(rij)) for rij in in_de_zaal(sessie(), afspraak)])
    if request.method == "POST":
        status = sla_op(
            form, lambda: leg_antwoord_vast(sessie(), huidige_vrager(), afspraak, form.als_invoer())
        )
        if status == GOED:
            return _naar_afspraak(bespreking, afspraak)
        if status == BOTSING:
            form.versie.zet(afspraak.versie)
    return _toon(bespreking, afspraak, form, status)
