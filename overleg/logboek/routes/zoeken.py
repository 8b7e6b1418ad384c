"""Routes: finding a casus, one of the staff or a person. With POST: no name stands in an address."""

from collections.abc import Sequence

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.logboek import ZoekInLogboekFormulier, ZoekPersoonFormulier
from models import Gebruiker
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.opvragen import dossier as dossiers
from overleg.logboek.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

GEEN_CASUS = "Er is geen casus met dit kenmerk waarvan u het logboek mag zien. Controleer het kenmerk."


def _gezocht(form: ZoekPersoonFormulier) -> dossiers.GezochtePersoon:
    geboren = form.geboren.data
    return dossiers.GezochtePersoon(
        form.naam.data or "", geboren.jaar if geboren else 0, geboren.datum if geboren else None
    )


def _noteer(wat: str, gevonden: int) -> None:
    """Note that somebody looked for something: never the name, which may be of a person in a casus."""
    schrijf(
        sessie(),
        huidige_vrager(),
        Soort.LOGBOEK_DOORZOCHT,
        object_soort="logboek",
        wat=wat,
        gevonden=gevonden,
    )


@blauwdruk.route("/logboek/zoeken", methods=["GET", "POST"])
@vereist(Recht.LOGBOEK_ZIEN)
def zoeken() -> ResponseReturnValue:
    """Go to a casus by its kenmerk, or list the staff with a name."""
    form = ZoekInLogboekFormulier()
    if not form.validate_on_submit():
        return _medewerkers(form)
    if form.kenmerk.data:
        gevonden = dossiers.dossier_met_kenmerk(sessie(), huidige_vrager(), form.kenmerk.data)
        if gevonden is None:
            form.voeg_fouten_toe([GEEN_CASUS], form.kenmerk)
            return _medewerkers(form)
        return ga_naar(url_for("logboek.casus", casus=gevonden.id))
    mensen = dossiers.zoek_medewerkers(sessie(), huidige_vrager(), form.medewerker.data or "")
    _noteer("een medewerker", len(mensen))
    return _medewerkers(form, mensen)


def _medewerkers(
    form: ZoekInLogboekFormulier, gevonden: Sequence[Gebruiker] | None = None
) -> ResponseReturnValue:
    return toon("logboek/zoeken.html", status=form.status, form=form, medewerkers=gevonden)


@blauwdruk.route("/logboek/zoeken/persoon", methods=["GET", "POST"])
@vereist(Recht.LOGBOEK_PERSOON_ZOEKEN)
def persoon() -> ResponseReturnValue:
    """List in which casussen somebody is a directbetrokkene, for a request by that person."""
    form, gevonden = ZoekPersoonFormulier(), None
    if form.validate_on_submit():
        gevonden = dossiers.zoek_persoon(sessie(), huidige_vrager(), _gezocht(form))
        _noteer("een directbetrokkene", len(gevonden))
    return toon("logboek/persoon.html", status=form.status, form=form, personen=gevonden)
