"""The house style of a tafel, for the beheerder: try a template, look at an example, take it into use."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.huisstijl import BeslisHuisstijlFormulier, LaadHuisstijlFormulier
from models import Huisstijl, Overlegtafel
from overleg.basis.database import alleen_lezen, laat_los, sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.bestanden import GROOTSTE, Onleesbaar
from overleg.verslag.handelingen.huisstijl import gooi_weg, haal_weg, neem_in_gebruik, zet_klaar
from overleg.verslag.opvragen.huisstijl import sjabloon_van_versie, stand_van_huisstijl
from overleg.verslag.pdf import GeenPdf, kan_pdf, maak_pdf
from overleg.verslag.regels_huisstijl import Bevinding
from overleg.verslag.routes.blauwdruk import blauwdruk
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.sjabloon.openen import open_sjabloon
from overleg.verslag.word.stijlfeiten import bevindingen_van_bewaard
from overleg.verslag.word.voorbeeld import voorbeeld_docx

PAD = "/beheer/tafels/<uuid:tafel>/huisstijl"


@blauwdruk.get(PAD)
@vereist(Recht.BEHEER)
def huisstijl(tafel: Overlegtafel) -> ResponseReturnValue:
    """Show which house style is in use, what is on trial, and what was found per style."""
    return _blad(tafel, LaadHuisstijlFormulier())


@blauwdruk.post(PAD)
@vereist(Recht.BEHEER)
def huisstijl_laden(tafel: Overlegtafel) -> ResponseReturnValue:
    """Check a template and put it on trial; no document changes by it."""
    form = LaadHuisstijlFormulier()
    heeft_bestand = form.validate_on_submit()
    laat_los()  # reading a file, and styles for the page, must not keep others from saving
    if not heeft_bestand:
        return _blad(tafel, form)
    try:
        sjabloon = open_sjabloon(form.bestand.inhoud(GROOTSTE))
    except Onleesbaar as fout:
        form.voeg_fouten_toe([fout.zin], form.bestand)
        return _blad(tafel, form)
    zet_klaar(sessie(), huidige_vrager(), tafel, sjabloon)
    flash("Het sjabloon staat klaar. Bekijk het voorbeeld en neem het dan in gebruik.", "success")
    return _terug(tafel)


@blauwdruk.post(f"{PAD}/in-gebruik")
@vereist(Recht.BEHEER)
def huisstijl_in_gebruik(tafel: Overlegtafel) -> ResponseReturnValue:
    """Let the documents of the tafel look like the template that was seen."""
    neem_in_gebruik(sessie(), huidige_vrager(), tafel, BeslisHuisstijlFormulier().huisstijl.data)
    flash("De huisstijl is in gebruik: elk document van deze tafel ziet er nu zo uit.", "success")
    return _terug(tafel)


@blauwdruk.post(f"{PAD}/weggooien")
@vereist(Recht.BEHEER)
def huisstijl_weggooien(tafel: Overlegtafel) -> ResponseReturnValue:
    """Throw away the template on trial."""
    gooi_weg(sessie(), huidige_vrager(), tafel, BeslisHuisstijlFormulier().huisstijl.data)
    flash("Het sjabloon is weggegooid. Er is niets veranderd aan de documenten.", "success")
    return _terug(tafel)


@blauwdruk.post(f"{PAD}/weghalen")
@vereist(Recht.BEHEER)
def huisstijl_weghalen(tafel: Overlegtafel) -> ResponseReturnValue:
    """Go back to our own house style."""
    haal_weg(sessie(), huidige_vrager(), tafel, BeslisHuisstijlFormulier().huisstijl.data)
    flash(
        "De eigen huisstijl is weggehaald. Nieuwe documenten krijgen weer de standaardhuisstijl.", "success"
    )
    return _terug(tafel)


@blauwdruk.get(f"{PAD}/voorbeeld.docx")
@blauwdruk.get(f"{PAD}/<uuid:huisstijl>/voorbeeld.docx")
@vereist(Recht.BEHEER)
def huisstijl_voorbeeld_docx(tafel: Overlegtafel, huisstijl: Huisstijl | None = None) -> ResponseReturnValue:
    """Give an example with an invented casus: of one version, or of our own house style."""
    return als_bestand(_naam(tafel, huisstijl), _voorbeeld(tafel, huisstijl))


@blauwdruk.get(f"{PAD}/voorbeeld.pdf")
@blauwdruk.get(f"{PAD}/<uuid:huisstijl>/voorbeeld.pdf")
@vereist(Recht.BEHEER)
def huisstijl_voorbeeld_pdf(tafel: Overlegtafel, huisstijl: Huisstijl | None = None) -> ResponseReturnValue:
    """Give the same example as PDF, made of our own document."""
    word, naam = _voorbeeld(tafel, huisstijl), _naam(tafel, huisstijl)
    laat_los()  # it takes seconds, which must not keep others from saving
    try:
        return als_bestand(naam, maak_pdf(word), "pdf")
    except GeenPdf as fout:
        raise Geweigerd(nee(fout.zin)) from fout


def _naam(tafel: Overlegtafel, huisstijl: Huisstijl | None) -> str:
    return f"voorbeeld-huisstijl-{tafel.code}-{huisstijl.nummer if huisstijl else 0}"


def _voorbeeld(tafel: Overlegtafel, huisstijl: Huisstijl | None) -> bytes:
    sjabloon = sjabloon_van_versie(sessie(), huisstijl) if huisstijl else b""
    if sjabloon is None:
        raise NotFound
    return voorbeeld_docx(tafel.naam, sjabloon, nu())


def _terug(tafel: Overlegtafel) -> ResponseReturnValue:
    return ga_naar(url_for("verslag.huisstijl", tafel=tafel.id))


def _blad(tafel: Overlegtafel, form: LaadHuisstijlFormulier) -> ResponseReturnValue:
    """Show the page. It only reads, also when a form was sent: no lock is held while styles are judged."""
    with alleen_lezen():
        return _toon_blad(tafel, form)


def _toon_blad(tafel: Overlegtafel, form: LaadHuisstijlFormulier) -> ResponseReturnValue:
    stand = stand_van_huisstijl(sessie(), tafel)
    return toon(
        "verslag/huisstijl.html",
        status=form.status,
        tafel=tafel,
        form=form,
        stand=stand,
        bij_proef=_bevindingen(stand.proef),
        bij_nu=_bevindingen(stand.nu),
        kan_pdf=kan_pdf(),
    )


def _bevindingen(rij: Huisstijl | None) -> tuple[Bevinding, ...]:
    sjabloon = sjabloon_van_versie(sessie(), rij) if rij else None
    return bevindingen_van_bewaard(sjabloon) if sjabloon else ()
