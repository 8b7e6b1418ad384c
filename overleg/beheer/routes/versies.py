"""Instroomcriteria and registratieafspraken: the version in use, the old ones, making a new one."""

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.criteria import WijzigCriteriaFormulier, WijzigRegistratieafspraakFormulier, begin_van
from models import Overlegtafel
from overleg.basis.database import sessie
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ga_naar, toon
from overleg.beheer import opvragen
from overleg.beheer.handelingen.versies import wijzig_criteria, wijzig_registratieafspraak
from overleg.beheer.routes.gemeen import meld, probeer
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.BEHEER)
def criteria(tafel: Overlegtafel) -> ResponseReturnValue:
    """Show the criteria in use and the versions before."""
    return toon("beheer/criteria.html", tafel=tafel, versies=opvragen.criteriasets(sessie(), tafel))


@vereist(Recht.BEHEER)
def criteria_bewerken(tafel: Overlegtafel) -> ResponseReturnValue:
    """Make a new version of the criteria."""
    nieuwste = next(iter(opvragen.criteriasets(sessie(), tafel)), None)
    form = WijzigCriteriaFormulier(data=begin_van(nieuwste))
    uitkomst: list[Oordeel] = []

    def doe() -> None:
        invoer, gezien = form.als_invoer(), form.versie.data
        uitkomst.append(wijzig_criteria(sessie(), huidige_vrager(), tafel, invoer, gezien))

    if not form.verwerk_rijen(request.form) and probeer(form, doe):
        meld("De nieuwe versie geldt vanaf nu. Casussen die al beoordeeld zijn, houden hun eigen versie.")
        for waarschuwing in uitkomst[0].waarschuwingen:
            flash(waarschuwing.zin, "let-op")
        return ga_naar(url_for("beheer.criteria", tafel=tafel.id))
    if form.verouderd and nieuwste:
        form.versie.zet(nieuwste.nummer)
    return toon(
        "beheer/criteria_bewerken.html", status=form.status, tafel=tafel, form=form, nieuwste=nieuwste
    )


@vereist(Recht.BEHEER)
def registratieafspraken(tafel: Overlegtafel) -> ResponseReturnValue:
    """Show the registratieafspraken, and make a new version of them."""
    versies = opvragen.registratieafspraken(sessie(), tafel)
    nummer = versies[0].nummer if versies else 0
    begin = {"versie": nummer, "inhoud": versies[0].inhoud if versies else ""}
    form = WijzigRegistratieafspraakFormulier(data=begin)

    def doe() -> None:
        tekst, gezien = form.inhoud.data or "", form.versie.data
        wijzig_registratieafspraak(sessie(), huidige_vrager(), tafel, tekst, gezien)

    if probeer(form, doe):
        meld("De nieuwe versie is bewaard. Elk overleg bevestigt haar bij de opening.")
        return ga_naar(url_for("beheer.registratieafspraken", tafel=tafel.id))
    if form.verouderd:
        form.versie.zet(nummer)
    return toon(
        "beheer/registratieafspraken.html", status=form.status, tafel=tafel, form=form, versies=versies
    )


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    begin = "/beheer/tafels/<uuid:tafel>"
    beide = ["GET", "POST"]
    blauwdruk.get(f"{begin}/criteria")(criteria)
    blauwdruk.route(f"{begin}/criteria/nieuwe-versie", methods=beide)(criteria_bewerken)
    blauwdruk.route(f"{begin}/registratieafspraken", methods=beide)(registratieafspraken)
