"""Routes: who saw a casus between two moments, and who saw the data of one person."""

from datetime import time, timedelta
from urllib.parse import urlencode

from flask import request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.logboek import PeriodeFormulier, TussenFormulier
from models import Casus, Directbetrokkene
from overleg.basis.database import sessie
from overleg.basis.klok import moment_van, nu
from overleg.basis.schil import toon
from overleg.logboek.opvragen import dossier as dossiers
from overleg.logboek.opvragen.gezien import (
    Overzicht,
    Periode,
    blikken_op,
    hele_dagen,
    kijkers,
    kijkers_van_overleg,
)
from overleg.logboek.routes.blauwdruk import blauwdruk, noteer, verplichte_sleutel
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

MIDDERNACHT = time(0)
MINUUT, DAG = timedelta(minutes=1), timedelta(days=1)


def _tussen(form: TussenFormulier) -> Periode:
    """Return the period of the form: both moments count along."""
    vanaf = moment_van(form.vanaf.data, form.vanaf_tijd.data or MIDDERNACHT) if form.vanaf.data else None
    if form.tot.data is None:
        return Periode(vanaf)
    if form.tot_tijd.data:
        return Periode(vanaf, moment_van(form.tot.data, form.tot_tijd.data) + MINUUT)
    return Periode(vanaf, moment_van(form.tot.data + DAG, MIDDERNACHT))


@blauwdruk.get("/logboek/casus")
@vereist(Recht.LOGBOEK_ZIEN)
def casus() -> ResponseReturnValue:
    """Answer who saw a casus between two moments; looking here is noted too."""
    vrager, form = huidige_vrager(), TussenFormulier(request.args)
    gevonden = dossiers.dossier(sessie(), vrager, verplichte_sleutel("casus"))
    if gevonden is None:
        raise NotFound
    goed = form.validate()
    periode = _tussen(form) if goed else Periode()
    bladzijde = toon(
        "logboek/casus.html",
        status=form.status,
        form=form,
        dossier=gevonden,
        betrokkenen=dossiers.betrokkenen(sessie(), gevonden.id),
        kijkers=kijkers(sessie(), vrager, gevonden.id, periode) if goed else [],
        van_overleg=kijkers_van_overleg(sessie(), vrager, gevonden.id, periode) if goed else [],
    )
    noteer(Soort.LOGBOEK_CASUS_BEKEKEN, Casus, gevonden.id)
    return bladzijde


def _eerdere_dagen(overzicht: Overzicht) -> str:
    if overzicht.eerder_dan is None:
        return ""
    vraag = {**request.args.to_dict(), "tot": f"{overzicht.eerder_dan - DAG:%d-%m-%Y}"}
    return f"{url_for('logboek.betrokkene')}?{urlencode(vraag)}"


@blauwdruk.get("/logboek/betrokkene")
@vereist(Recht.LOGBOEK_ZIEN)
def betrokkene() -> ResponseReturnValue:
    """Show who saw the data of one person, in words that person understands."""
    vrager, form = huidige_vrager(), PeriodeFormulier(request.args)
    gevonden = dossiers.betrokkene(sessie(), vrager, verplichte_sleutel("betrokkene"))
    if gevonden is None:
        raise NotFound
    dossier, persoon = gevonden
    goed = form.validate()
    periode = hele_dagen(form.vanaf.data, form.tot.data) if goed else Periode()
    overzicht = blikken_op(sessie(), vrager, persoon, periode) if goed else Overzicht(())
    bladzijde = toon(
        "logboek/betrokkene.html",
        status=form.status,
        form=form,
        dossier=dossier,
        betrokkene=persoon,
        overzicht=overzicht,
        gemaakt_op=nu(),
        volgende=_eerdere_dagen(overzicht),
    )
    noteer(Soort.LOGBOEK_BETROKKENE_BEKEKEN, Directbetrokkene, persoon.id)
    return bladzijde
