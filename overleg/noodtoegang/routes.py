"""Routes: taking emergency access, the page it opens, ending it, and judging it afterwards."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from forms.noodtoegang import BeoordeelNoodtoegangFormulier, NeemNoodtoegangFormulier
from models import Noodtoegang
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.noodtoegang import opvragen
from overleg.noodtoegang.handelingen import (
    beeindig_noodtoegang,
    beoordeel_noodtoegang,
    neem_noodtoegang,
)
from overleg.noodtoegang.regels import DUUR
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag

blauwdruk = Blueprint("noodtoegang", __name__)


@blauwdruk.get("/noodtoegang")
@vereist(Recht.NOODTOEGANGEN_ZIEN)
def noodtoegangen() -> ResponseReturnValue:
    """Show the own ones and those one has to know of, and the form for who may take it."""
    return _toon_lijst(NeemNoodtoegangFormulier())


@blauwdruk.post("/noodtoegang")
@vereist(Recht.NOODTOEGANG_NEMEN)
def nemen() -> ResponseReturnValue:
    """Take emergency access; an attempt that is refused leaves its line too."""
    form = NeemNoodtoegangFormulier()
    if not form.validate_on_submit():
        return _toon_lijst(form)
    try:
        rij = neem_noodtoegang(sessie(), huidige_vrager(), form.als_invoer())
    except Geweigerd as fout:
        sessie().commit()
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return _toon_lijst(form)
    flash("U heeft noodtoegang. De voorzitter en de functionaris gegevensbescherming weten het nu.", "goed")
    return ga_naar(url_for("noodtoegang.noodblad", noodtoegang=rij.id))


def _toon_lijst(form: NeemNoodtoegangFormulier) -> ResponseReturnValue:
    vrager = huidige_vrager()
    return toon(
        "noodtoegang/lijst.html",
        status=form.status,
        form=form if mag(vrager, Recht.NOODTOEGANG_NEMEN) else None,
        rijen=opvragen.noodtoegangen(sessie(), vrager),
        uren=int(DUUR.total_seconds() // 3600),
        loopt=lambda rij: opvragen.loopt(rij, nu()),
    )


@blauwdruk.get("/noodtoegang/<uuid:noodtoegang>/casus")
@vereist(Recht.NOODBLAD_ZIEN)
def noodblad(noodtoegang: Noodtoegang) -> ResponseReturnValue:
    """Show what is most needed of the casus."""
    noteer_blik(huidige_vrager(), Soort.NOODBLAD_BEKEKEN, noodtoegang)
    blad = opvragen.noodblad(sessie(), noodtoegang.casus, vandaag())
    return toon("noodtoegang/blad.html", noodtoegang=noodtoegang, blad=blad)


@blauwdruk.get("/noodtoegang/<uuid:noodtoegang>")
@vereist(Recht.NOODTOEGANG_ZIEN)
def een(noodtoegang: Noodtoegang) -> ResponseReturnValue:
    """Show who took it, why and until when, with the form for who judges it."""
    noteer_blik(huidige_vrager(), Soort.NOODTOEGANG_BEKEKEN, noodtoegang)
    return _toon_een(noodtoegang, BeoordeelNoodtoegangFormulier())


@blauwdruk.post("/noodtoegang/<uuid:noodtoegang>/oordeel")
@vereist(Recht.NOODTOEGANG_BEOORDELEN)
def oordeel(noodtoegang: Noodtoegang) -> ResponseReturnValue:
    """Take in whether it was right."""
    form = BeoordeelNoodtoegangFormulier()
    if form.validate_on_submit():
        terecht, waarom = form.als_invoer()
        try:
            beoordeel_noodtoegang(sessie(), huidige_vrager(), noodtoegang, terecht=terecht, oordeel=waarom)
        except Geweigerd as fout:
            sessie().rollback()
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("Uw oordeel is vastgelegd.", "goed")
            return ga_naar(url_for("noodtoegang.noodtoegangen"))
    return _toon_een(noodtoegang, form)


@blauwdruk.post("/noodtoegang/<uuid:noodtoegang>/beeindigen")
@vereist(Recht.NOODTOEGANG_BEEINDIGEN)
def beeindigen(noodtoegang: Noodtoegang) -> ResponseReturnValue:
    """End it before its time."""
    beeindig_noodtoegang(sessie(), huidige_vrager(), noodtoegang)
    flash("De noodtoegang is beëindigd.", "goed")
    return ga_naar(url_for("noodtoegang.noodtoegangen"))


def _toon_een(rij: Noodtoegang, form: BeoordeelNoodtoegangFormulier) -> ResponseReturnValue:
    return toon(
        "noodtoegang/een.html", status=form.status, rij=rij, form=form, loopt=opvragen.loopt(rij, nu())
    )
