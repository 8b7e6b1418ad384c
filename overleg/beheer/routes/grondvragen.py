"""A ground that somebody asked for: which kinds it is about, and deciding that it will not come."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.grondvraag import WijsGrondAfFormulier
from models import Grondvraag
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.beheer.handelingen.grondvragen import wijs_grondvraag_af
from overleg.beheer.routes.gemeen import meld, probeer
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.BEHEER)
def grondvraag(grondvraag: Grondvraag) -> ResponseReturnValue:
    """Show the question, and take in that no ground will come."""
    form = WijsGrondAfFormulier()
    if probeer(
        form, lambda: wijs_grondvraag_af(sessie(), huidige_vrager(), grondvraag, form.reden.data or "")
    ):
        meld("Vastgelegd: er komt geen grondslag.")
        return ga_naar(url_for("beheer.beheer"))
    return toon("beheer/grondvraag.html", status=form.status, form=form, grondvraag=grondvraag)


def registreer(blauwdruk: Blueprint) -> None:
    """Add the route."""
    blauwdruk.route("/beheer/grondvragen/<uuid:grondvraag>", methods=["GET", "POST"])(grondvraag)
