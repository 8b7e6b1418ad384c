"""Handing in progress as a sheet: choose, see what changes, confirm. The file itself is kept nowhere."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.bestand import KiesWerkbladFormulier
from forms.werkblad import VEROUDERD, LeverWerkbladInFormulier
from overleg.basis.database import sessie, zonder_schrijfslot
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.opvolging.handelingen.werkblad import lever_werkblad_in
from overleg.opvolging.opvragen.werkblad import bekijk_werkblad
from overleg.opvolging.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.inleveren import lees_ingeleverd
from overleg.verslag.tabellen.acties import lees_werkblad

NIETS = (
    "In dit werkblad is nog niets ingevuld. Kies per actie een nieuwe stand, bewaar het en kies het opnieuw."
)


@blauwdruk.get("/acties/werkblad")
@vereist(Recht.ACTIES_ZIEN)
def werkblad() -> ResponseReturnValue:
    """Show how it works, and ask for the file."""
    return toon("opvolging/werkblad.html", form=KiesWerkbladFormulier())


@blauwdruk.post("/acties/werkblad")
@vereist(Recht.ACTIES_ZIEN)
def werkblad_bekijken() -> ResponseReturnValue:
    """Show what the sheet would change; nothing is changed yet."""
    form = KiesWerkbladFormulier()
    with zonder_schrijfslot():
        rijen = lees_ingeleverd(form, lees_werkblad, meeste="rijen_werkblad", niets=NIETS)
        if form.foutenlijst:
            return toon("opvolging/werkblad.html", status=form.status, form=form)
        voorstel = bekijk_werkblad(sessie(), huidige_vrager(), rijen)
        bevestigen = LeverWerkbladInFormulier.voor(voorstel.wijzigingen)
        return toon("opvolging/werkblad_voorstel.html", voorstel=voorstel, form=bevestigen)


@blauwdruk.post("/acties/werkblad/inleveren")
@vereist(Recht.ACTIES_ZIEN)
def werkblad_inleveren() -> ResponseReturnValue:
    """Report every row that was shown and can still be done; say what was done."""
    form = LeverWerkbladInFormulier()
    if not form.validate_on_submit():
        opnieuw = KiesWerkbladFormulier(formdata=None)
        opnieuw.voeg_fouten_toe([VEROUDERD])
        return toon("opvolging/werkblad.html", status=ONJUIST, form=opnieuw)
    uitslag = lever_werkblad_in(sessie(), huidige_vrager(), form.als_invoer())
    if uitslag.niet:
        return toon("opvolging/werkblad_klaar.html", uitslag=uitslag)
    aantal = len(uitslag.gedaan)
    flash("1 actie is bijgewerkt." if aantal == 1 else f"{aantal} acties zijn bijgewerkt.", "success")
    return ga_naar(url_for("opvolging.acties"))
