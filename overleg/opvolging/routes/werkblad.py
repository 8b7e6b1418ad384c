"""Handing in progress as a sheet: choose, see what changes, confirm. The file itself is kept nowhere."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.werkblad import VEROUDERD, KiesWerkbladFormulier, LeverWerkbladInFormulier
from overleg.basis.database import laat_los, sessie
from overleg.basis.limieten import limiet
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.opvolging.handelingen.werkblad import lever_werkblad_in
from overleg.opvolging.opvragen.werkblad import bekijk_werkblad
from overleg.opvolging.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.bestanden import GROOTSTE, Onleesbaar
from overleg.verslag.tabellen.acties import Werkbladrij, lees_werkblad

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
    rijen = _gelezen(form) if form.validate_on_submit() else ()
    if form.foutenlijst:
        return toon("opvolging/werkblad.html", status=form.status, form=form)
    voorstel = bekijk_werkblad(sessie(), huidige_vrager(), rijen)
    bevestigen = LeverWerkbladInFormulier.voor(voorstel.wijzigingen)
    return toon("opvolging/werkblad_voorstel.html", voorstel=voorstel, form=bevestigen)


def _gelezen(form: KiesWerkbladFormulier) -> tuple[Werkbladrij, ...]:
    """Return the rows that were filled in; what is wrong with the file is put at its field."""
    laat_los()
    meeste = limiet("rijen_werkblad")
    try:
        rijen = lees_werkblad(form.bestand.inhoud(GROOTSTE))
    except Onleesbaar as fout:
        form.voeg_fouten_toe([fout.zin], form.bestand)
        return ()
    if not rijen:
        form.voeg_fouten_toe([NIETS], form.bestand)
    if len(rijen) > meeste:
        zin = f"Er zijn {len(rijen)} rijen ingevuld: hoogstens {meeste} tegelijk. Lever het in delen in."
        form.voeg_fouten_toe([zin], form.bestand)
    return rijen


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
