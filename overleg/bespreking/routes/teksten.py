"""The texts of a bespreking: saving one, and its history."""

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.bespreking.teksten import (
    VEROUDERD,
    MeldSchrijvenFormulier,
    SchrijfTekstFormulier,
    ZetTekstTerugFormulier,
)
from models import Bespreking, Tekstveld
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing
from overleg.basis.schil import ONJUIST, ga_naar, htmx, toon
from overleg.bespreking.handelingen.geweigerd import bewaar_geweigerde_tekst
from overleg.bespreking.handelingen.kiezen import neem_over, zet_terug
from overleg.bespreking.handelingen.schrijfrecht import mag_nu_schrijven
from overleg.bespreking.handelingen.schrijven import meld_klaar, meld_schrijven
from overleg.bespreking.handelingen.teksten import Bewaard, bewaar_tekst
from overleg.bespreking.invoer_stappen import Tekst
from overleg.bespreking.opvragen.schrijvers import Schrijvend, schrijvend_in
from overleg.bespreking.opvragen.teksten import tekstblok, versies_van
from overleg.bespreking.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag

BOTSING = 409


@blauwdruk.app_template_global("schrijvend_in")
def _schrijvend_in(veld: Tekstveld) -> Schrijvend | None:
    """Who else than the reader of this page types in a text that is on it."""
    return schrijvend_in(veld, huidige_vrager())


def _antwoord(veld: Tekstveld, status: int, eigen: str | None = None, **wat: object) -> ResponseReturnValue:
    """Answer with the state of the field; the text itself goes back only on a page without htmx."""
    return toon(
        "bespreking/tekst.html",
        fragment="bespreking/_tekst_staat.html",
        status=status,
        veld=veld,
        tekstblok=tekstblok(veld, schrijven=True),
        waarde=eigen,
        **wat,
    )


@blauwdruk.get("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>")
@vereist(Recht.PLAN_SCHRIJVEN, blik=True)
def tekst(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:  # noqa: ARG001 both ids stand in the URL
    """Show one text by itself, to write it: without JavaScript one form a page loses nothing of another."""
    blok = tekstblok(tekstveld, schrijven=bool(mag_nu_schrijven(huidige_vrager(), tekstveld)))
    return toon("bespreking/tekst.html", veld=tekstveld, tekstblok=blok)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>")
@vereist(Recht.PLAN_SCHRIJVEN)
def tekst_bewaren(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:
    """Save a text; when someone else was earlier, show both and lose nothing."""
    form = SchrijfTekstFormulier()
    if not form.validate_on_submit():
        return _antwoord(tekstveld, ONJUIST, eigen=form.waarde.data or "", form=form)
    invoer = form.als_invoer()
    try:
        if form.overnemen.data:
            neem_over(sessie(), huidige_vrager(), tekstveld, invoer)
            bewaard = Bewaard()
        else:
            bewaard = bewaar_tekst(sessie(), huidige_vrager(), tekstveld, invoer)
    except Botsing as botsing:
        return _te_laat(tekstveld, invoer, botsing)
    if not htmx:
        return _naar_het_veld(bespreking, tekstveld)
    eigen = bewaard.eigen_id
    return _antwoord(tekstveld, 200, opgeslagen=True, basis=eigen, op_versie=invoer.versie if eigen else None)


def _naar_het_veld(bespreking: Bespreking, veld: Tekstveld) -> ResponseReturnValue:
    adres = url_for("bespreking.punt", overleg=bespreking.overleg_id, punt=bespreking.punt_id)
    return ga_naar(f"{adres}#tekst-{veld.id}")


def _te_laat(veld: Tekstveld, invoer: Tekst, botsing: Botsing) -> ResponseReturnValue:
    """Keep the text that came too late, and show it beside the one that was earlier."""
    sleutel = veld.id
    sessie().rollback()
    bewaar_geweigerde_tekst(huidige_vrager(), sleutel, invoer)
    return _antwoord(sessie().get_one(Tekstveld, sleutel), BOTSING, eigen=invoer.waarde, botsing=botsing)


@blauwdruk.get("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>/versies")
@vereist(Recht.PLAN_ZIEN, blik=True)
def tekst_versies(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:  # noqa: ARG001 both ids stand in the URL
    """Show every version of a text, with who and when."""
    return _geschiedenis(tekstveld)


def _geschiedenis(veld: Tekstveld, status: int = 200, zin: str = "") -> ResponseReturnValue:
    vrager = huidige_vrager()
    return toon(
        "bespreking/versies.html",
        status=status,
        bespreking=veld.bespreking,
        veld=veld,
        versies=versies_van(sessie(), veld),
        schrijven=mag(vrager, Recht.PLAN_SCHRIJVEN, veld) and mag_nu_schrijven(vrager, veld),
        zin=zin,
    )


@blauwdruk.post("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>/terugzetten")
@vereist(Recht.PLAN_SCHRIJVEN)
def tekst_terugzetten(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:
    """Save a text from the history as the newest one; show the history again when the field changed."""
    form = ZetTekstTerugFormulier()
    if not form.validate_on_submit() or form.tekst.data is None:
        return _geschiedenis(tekstveld, ONJUIST, VEROUDERD)
    try:
        zet_terug(sessie(), huidige_vrager(), tekstveld, form.tekst.data, form.versie.data or 0)
    except Botsing as botsing:
        return _geschiedenis(tekstveld, BOTSING, botsing.zin)
    return _naar_het_veld(bespreking, tekstveld)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>/schrijft")
@vereist(Recht.PLAN_SCHRIJVEN)
def tekst_schrijft(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:  # noqa: ARG001 both ids stand in the URL
    """Take a sign that someone types in a text, or has stopped."""
    form = MeldSchrijvenFormulier()
    if not form.validate_on_submit():
        return "", ONJUIST
    doe = meld_klaar if form.klaar.data else meld_schrijven
    doe(sessie(), huidige_vrager(), tekstveld)
    return "", 204
