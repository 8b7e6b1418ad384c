"""Routes of the logboek: the lines, limited to what the asker may see."""

import uuid
from urllib.parse import urlencode

from flask import request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.logboek import ZoekLogboekFormulier
from models import Casus, Gebruiker
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.logboek.opvragen.dossier import dossier, medewerker
from overleg.logboek.opvragen.lijst import Blad, Zoekvraag, logregels, soorten_met_woorden
from overleg.logboek.routes.blauwdruk import blauwdruk, noteer, sleutel_uit_adres
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _zoekvraag(form: ZoekLogboekFormulier, casus: uuid.UUID | None, wie: uuid.UUID | None) -> Zoekvraag:
    soort = Soort(form.soort.data) if form.soort.data else None
    return Zoekvraag(form.vanaf.data, form.tot.data, soort, casus, wie)


def _volgende(blad: Blad) -> str:
    if not blad.volgende:
        return ""
    return f"{url_for('logboek.logboek')}?{urlencode({**request.args.to_dict(), 'na': blad.volgende})}"


@blauwdruk.get("/logboek")
@vereist(Recht.LOGBOEK_ZIEN)
def logboek() -> ResponseReturnValue:
    """Show who did what and who looked; looking here is noted too."""
    form, na = ZoekLogboekFormulier(request.args), sleutel_uit_adres("na")
    form.soort.zet_keuzes(soorten_met_woorden())
    vrager, casus_id, wie_id = (
        huidige_vrager(),
        sleutel_uit_adres("casus"),
        sleutel_uit_adres("medewerker"),
    )
    casus = dossier(sessie(), vrager, casus_id) if casus_id else None
    wie = medewerker(sessie(), vrager, wie_id) if wie_id else None
    if (casus_id and casus is None) or (wie_id and wie is None):
        raise NotFound
    blad = (
        logregels(sessie(), vrager, _zoekvraag(form, casus_id, wie_id), na) if form.validate() else Blad(())
    )
    bladzijde = toon(
        "logboek/logboek.html",
        status=form.status,
        form=form,
        blad=blad,
        casus=casus,
        wie=wie,
        volgende=_volgende(blad),
    )
    if na is None and wie_id:
        noteer(Soort.LOGBOEK_MEDEWERKER_BEKEKEN, Gebruiker, wie_id)
    elif na is None:
        noteer(Soort.LOGBOEK_BEKEKEN, Casus if casus_id else None, casus_id)
    return bladzijde
