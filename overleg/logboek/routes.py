"""Routes of the logboek: reading it, limited to what the asker may see."""

import uuid
from urllib.parse import urlencode

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from forms.logboek import ZoekLogboekFormulier
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.logboek.opvragen import Blad, Zoekvraag, logregels, soorten_met_woorden
from overleg.logboek.schrijven import schrijf_apart
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

blauwdruk = Blueprint("logboek", __name__)


def _sleutel(naam: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.args.get(naam, ""))
    except ValueError:
        return None


def _zoekvraag(form: ZoekLogboekFormulier, casus: uuid.UUID | None) -> Zoekvraag:
    soort = Soort(form.soort.data) if form.soort.data else None
    return Zoekvraag(form.vanaf.data, form.tot.data, soort, form.naam.data or "", casus)


@blauwdruk.get("/logboek")
@vereist(Recht.LOGBOEK_ZIEN)
def logboek() -> ResponseReturnValue:
    """Show who did what and who looked; looking here is noted too."""
    form, casus, na = ZoekLogboekFormulier(request.args), _sleutel("casus"), _sleutel("na")
    form.soort.zet_keuzes(soorten_met_woorden())
    vrager = huidige_vrager()
    blad = logregels(sessie(), vrager, _zoekvraag(form, casus), na) if form.validate() else Blad(())
    volgende = ""
    if blad.volgende:
        vraag = urlencode({**request.args.to_dict(), "na": blad.volgende})
        volgende = f"{url_for('logboek.logboek')}?{vraag}"
    bladzijde = toon(
        "logboek/logboek.html", status=form.status, form=form, blad=blad, casus=casus, volgende=volgende
    )
    if na is None:
        sessie().rollback()
        schrijf_apart(vrager, Soort.LOGBOEK_BEKEKEN, object_soort="logboek", object_id=casus)
    return bladzijde
