"""A new tafel, the overview of one, and its profile."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.tafel import NieuweTafelFormulier, WijzigProfielFormulier
from models import Overlegtafel
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.beheer import opvragen
from overleg.beheer.handelingen.tafels import maak_tafel, wijzig_profiel
from overleg.beheer.routes.gemeen import meld, probeer, probeer_wijziging
from overleg.beheer.routes.soorten import LIJSTEN
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.BEHEER)
def nieuwe_tafel() -> ResponseReturnValue:
    """Make a tafel with the usual settings."""
    form = NieuweTafelFormulier()
    gemaakt: list[Overlegtafel] = []
    if probeer(form, lambda: gemaakt.append(maak_tafel(sessie(), huidige_vrager(), form.als_invoer()))):
        meld("De tafel is gemaakt, met de gebruikelijke instellingen. Loop ze na en pas ze aan.")
        return ga_naar(url_for("beheer.tafel", tafel=gemaakt[0].id))
    return toon("beheer/tafel_nieuw.html", status=form.status, form=form)


@vereist(Recht.BEHEER)
def tafel(tafel: Overlegtafel) -> ResponseReturnValue:
    """Show the settings pages of a tafel, and what asks for attention."""
    return toon(
        "beheer/tafel.html", tafel=tafel, lijsten=LIJSTEN, aandacht=opvragen.aandacht(sessie(), tafel)
    )


@vereist(Recht.BEHEER)
def profiel(tafel: Overlegtafel) -> ResponseReturnValue:
    """Change what the tafel is for and when it meets."""
    form = WijzigProfielFormulier(obj=tafel)
    if probeer_wijziging(
        form,
        tafel,
        lambda: wijzig_profiel(sessie(), huidige_vrager(), tafel, form.als_invoer(), form.gezien.data),
    ):
        meld("Het profiel is bewaard.")
        return ga_naar(url_for("beheer.tafel", tafel=tafel.id))
    return toon("beheer/profiel.html", status=form.status, form=form, tafel=tafel)


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    wegen = {"methods": ["GET", "POST"]}
    blauwdruk.route("/beheer/tafels/nieuw", **wegen)(nieuwe_tafel)
    blauwdruk.get("/beheer/tafels/<uuid:tafel>")(tafel)
    blauwdruk.route("/beheer/tafels/<uuid:tafel>/profiel", **wegen)(profiel)
