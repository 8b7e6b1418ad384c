"""The aanmelding as a Word form: fetching it empty, and handing it in. The file itself is kept nowhere."""

import uuid

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.inleveren import LeverFormulierInFormulier
from forms.instroom.aanmelding import MeldAanFormulier, aanmeld_formulier
from models import Overlegtafel
from overleg.basis.database import sessie, zonder_schrijfslot
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.basis.schil import ga_naar, toon
from overleg.instroom.handelingen.aanmelden import begin_ingevuld
from overleg.instroom.invoer import Begin
from overleg.instroom.opvragen.blad import huidige_criteriaset, keuzes_van_tafel, tafels_om_in_te_brengen
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.bestanden import GROOTSTE, Onleesbaar
from overleg.verslag.formulieren.aanmelding import AANMELDING, Uitkomst, aanmelding_inhoud, neem_over
from overleg.verslag.formulieren.openen import Geopend, open_formulier
from overleg.verslag.formulieren.plaatsen import plaats
from overleg.verslag.formulieren.vorm import Formulierinhoud
from overleg.verslag.opvragen.huisstijl import sjabloon_van_tafel
from overleg.verslag.routes.blauwdruk import blauwdruk
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.word.aanmeldformulier import aanmeldformulier_docx

GEEN_TAFEL = "Er is geen overlegtafel waar u kunt aanmelden. Vraag de beheerder om u bij een tafel te zetten."
JUIST_GEWIJZIGD = "De criteria van deze tafel zijn juist gewijzigd. Lever het formulier nog een keer in."
Soort = type[MeldAanFormulier]


@blauwdruk.get("/casussen/formulier.docx")
@vereist(Recht.CASUS_AANMELDEN)
def formulier_docx() -> ResponseReturnValue:
    """Give the empty form of a tafel; of the first one when none is named."""
    tafels = tafels_om_in_te_brengen(sessie(), huidige_vrager())
    if not tafels:
        raise Geweigerd(nee(GEEN_TAFEL))
    gevraagd = request.args.get("tafel", str(tafels[0].id))
    tafel = next((tafel for tafel in tafels if str(tafel.id) == gevraagd), None)
    if tafel is None:
        raise NotFound
    _soort, inhoud = _formulier(tafel)
    return als_bestand(f"aanmeldformulier-{tafel.code}", _leeg(tafel, inhoud))


@blauwdruk.get("/casussen/uit-formulier")
@vereist(Recht.CASUS_AANMELDEN)
def uit_formulier() -> ResponseReturnValue:
    """Show how it works, and ask for the file."""
    return _blad(LeverFormulierInFormulier())


@blauwdruk.post("/casussen/uit-formulier")
@vereist(Recht.CASUS_AANMELDEN)
def formulier_inleveren() -> ResponseReturnValue:
    """Make a concept of what was filled in; nothing is handed in by itself."""
    form = LeverFormulierInFormulier()
    if not form.validate_on_submit():
        return _blad(form)
    try:
        with zonder_schrijfslot():
            geopend = open_formulier(form.bestand.inhoud(GROOTSTE), AANMELDING)
            set_id, uitkomst = _lees(geopend)
    except Onleesbaar as fout:
        form.voeg_fouten_toe([fout.zin], form.bestand)
        return _blad(form)
    fouten = uitkomst.fouten
    if set_id != huidige_criteriaset(sessie(), geopend.van).id:
        fouten = (JUIST_GEWIJZIGD,)
    if fouten:
        form.voeg_fouten_toe(fouten, form.bestand)
        return _blad(form)
    begin = Begin(bool(form.acuut.data), geopend.van)
    casus = begin_ingevuld(sessie(), huidige_vrager(), begin, uitkomst.invoer)
    flash(_melding(uitkomst.aantal_resten), "warning" if uitkomst.aantal_resten else "success")
    return ga_naar(url_for("instroom.spoed" if casus.acuut else "instroom.bewerken", casus=casus.id))


def _lees(geopend: Geopend) -> tuple[uuid.UUID, Uitkomst]:
    """Return the criteriaset by which a form was read, and what it holds. Raises Onleesbaar for another's."""
    tafels = tafels_om_in_te_brengen(sessie(), huidige_vrager())
    tafel = next((tafel for tafel in tafels if tafel.id == geopend.van), None)
    if tafel is None:
        naam = f" (‘{geopend.naam[:80]}’)" if geopend.naam else ""
        raise Onleesbaar(f"Dit formulier is van een overlegtafel waar u niet kunt aanmelden{naam}.")
    soort, inhoud = _formulier(tafel)
    set_id = huidige_criteriaset(sessie(), tafel.id).id
    leeg = open_formulier(_leeg(tafel, inhoud), AANMELDING)
    return set_id, neem_over(soort, plaats(geopend, inhoud, leeg))


def _leeg(tafel: Overlegtafel, inhoud: Formulierinhoud) -> bytes:
    return aanmeldformulier_docx(inhoud, tafel.naam, nu(), sjabloon_van_tafel(sessie(), tafel.id))


def _formulier(tafel: Overlegtafel) -> tuple[Soort, Formulierinhoud]:
    """Return the form of the screen for this tafel, and what the one on paper asks."""
    tafel_id: uuid.UUID = tafel.id
    criteriaset = huidige_criteriaset(sessie(), tafel_id)
    soort = aanmeld_formulier(criteriaset, *keuzes_van_tafel(sessie(), tafel_id))
    leeg = soort(formdata=None, meta={"csrf": False})
    return soort, aanmelding_inhoud(leeg, tafel_id, criteriaset.nummer)


def _melding(aantal: int) -> str:
    if not aantal:
        return "Uw formulier is gelezen. Dit is een concept: lees het na en dien het in."
    wat = "1 tekst kon" if aantal == 1 else f"{aantal} teksten konden"
    return f"Uw formulier is gelezen. {wat} niet op zijn plek: die staat bovenaan de aanmelding."


def _blad(form: LeverFormulierInFormulier) -> ResponseReturnValue:
    tafels = tafels_om_in_te_brengen(sessie(), huidige_vrager())
    return toon("verslag/uit_formulier.html", status=form.status, form=form, tafels=tafels)
