"""Route: the register of verstrekkingen of a casus, or of one person in it."""

from urllib.parse import urlencode

from flask import request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models import Casus, Directbetrokkene
from overleg.basis.database import sessie
from overleg.basis.klok import nu
from overleg.basis.schil import toon
from overleg.logboek.opvragen import dossier as dossiers
from overleg.logboek.opvragen.verstrekkingen import verstrekkingen as zoek_verstrekkingen
from overleg.logboek.routes.blauwdruk import blauwdruk, noteer, sleutel_uit_adres, verplichte_sleutel
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/logboek/verstrekkingen")
@vereist(Recht.LOGBOEK_ZIEN)
def verstrekkingen() -> ResponseReturnValue:
    """Show who gave what to whom, on which ground; looking here is noted too."""
    vrager, persoon = huidige_vrager(), None
    if wie := sleutel_uit_adres("betrokkene"):
        gevonden = dossiers.betrokkene(sessie(), vrager, wie)
        dossier, persoon = gevonden or (None, None)
    else:
        dossier = dossiers.dossier(sessie(), vrager, verplichte_sleutel("casus"))
    if dossier is None:
        raise NotFound
    register = zoek_verstrekkingen(sessie(), vrager, persoon or dossier.id, sleutel_uit_adres("na"))
    verder = {**request.args.to_dict(), "na": register.volgende}
    bladzijde = toon(
        "logboek/verstrekkingen.html",
        dossier=dossier,
        betrokkene=persoon,
        register=register,
        gemaakt_op=nu(),
        volgende=f"{url_for('logboek.verstrekkingen')}?{urlencode(verder)}" if register.volgende else "",
    )
    over = (Directbetrokkene, persoon.id) if persoon else (Casus, dossier.id)
    noteer(Soort.LOGBOEK_VERSTREKKINGEN_BEKEKEN, *over)
    return bladzijde
