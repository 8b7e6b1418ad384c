"""Routes: one item: its page, off the agenda, on to the next overleg."""

from flask import url_for
from flask.typing import ResponseReturnValue

from models import Agendapunt, Overleg
from models.waarden import OverlegStatus
from overleg.agenda.handelingen.doorzetten import zet_door
from overleg.agenda.handelingen.punten import haal_van_agenda
from overleg.agenda.opvragen.overleggen import volgend_overleg
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.agenda.routes.gasten import toon_punt
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee
from overleg.basis.schil import ga_naar
from overleg.basis.weergave import datum_lang
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

GEEN_VOLGEND = "Er is nog geen volgend overleg van deze tafel. Plan er eerst een."


@blauwdruk.get("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>")
@vereist(Recht.AGENDA_MAKEN, blik=True)
def punt(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Show one item with its guests."""
    return toon_punt(overleg, punt)


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/weg")
@vereist(Recht.AGENDA_MAKEN)
def weg(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Take an item off the agenda."""
    haal_van_agenda(sessie(), huidige_vrager(), punt)
    gelukt("Het punt is van de agenda gehaald.")
    return ga_naar(url_for("agenda.agenda", overleg=overleg.id))


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/doorzetten")
@vereist(Recht.AGENDA_MAKEN)
def doorzetten(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Put a casus on to the next overleg of this tafel; who is in the meeting goes on there."""
    naar = volgend_overleg(sessie(), overleg, vandaag())
    if naar is None:
        raise Geweigerd(nee(GEEN_VOLGEND))
    zet_door(sessie(), huidige_vrager(), punt, naar)
    gelukt(f"De casus staat nu op de agenda van {datum_lang(naar.datum)}.")
    terug = "bespreking.bespreking" if overleg.status is OverlegStatus.LOPEND else "agenda.agenda"
    return ga_naar(url_for(terug, overleg=overleg.id))
