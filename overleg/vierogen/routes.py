"""Routes: what waits for a second person, answering it, taking it back."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from forms.vierogen import AntwoordFormulier
from models import Goedkeuring
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.vierogen import opvragen
from overleg.vierogen.handelingen import beantwoord, trek_in

blauwdruk = Blueprint("vierogen", __name__)


@blauwdruk.get("/goedkeuringen")
@vereist(Recht.GOEDKEURINGEN_ZIEN)
def goedkeuringen() -> ResponseReturnValue:
    """Show what waits for a second person."""
    return toon(
        "vierogen/goedkeuringen.html",
        lijst=opvragen.goedkeuringen(sessie(), huidige_vrager()),
        wacht=opvragen.wacht,
    )


@blauwdruk.get("/goedkeuringen/<uuid:goedkeuring>")
@vereist(Recht.GOEDKEURING_ZIEN, blik=True)
def goedkeuring(goedkeuring: Goedkeuring) -> ResponseReturnValue:
    """Show one question, with the form for who may answer."""
    return _toon(goedkeuring, AntwoordFormulier())


@blauwdruk.post("/goedkeuringen/<uuid:goedkeuring>/antwoord")
@vereist(Recht.GOEDKEURING_BESLISSEN)
def antwoord(goedkeuring: Goedkeuring) -> ResponseReturnValue:
    """Approve or refuse."""
    form = AntwoordFormulier()
    if form.validate_on_submit():
        goed, reden = form.als_invoer()
        try:
            beantwoord(sessie(), huidige_vrager(), goedkeuring, goed=goed, antwoord=reden)
        except Geweigerd as fout:
            sessie().rollback()
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("Goedgekeurd. Het is meteen uitgevoerd." if goed else "Geweigerd.", "goed")
            return ga_naar(url_for("vierogen.goedkeuringen"))
    return _toon(goedkeuring, form)


@blauwdruk.post("/goedkeuringen/<uuid:goedkeuring>/intrekken")
@vereist(Recht.GOEDKEURING_INTREKKEN)
def intrekken(goedkeuring: Goedkeuring) -> ResponseReturnValue:
    """Take back what one asked."""
    trek_in(sessie(), huidige_vrager(), goedkeuring)
    flash("De vraag is ingetrokken.", "goed")
    return ga_naar(url_for("vierogen.goedkeuringen"))


def _toon(goedkeuring: Goedkeuring, form: AntwoordFormulier) -> ResponseReturnValue:
    return toon(
        "vierogen/goedkeuring.html",
        status=form.status,
        goedkeuring=goedkeuring,
        form=form,
        wacht=opvragen.wacht(goedkeuring),
    )
