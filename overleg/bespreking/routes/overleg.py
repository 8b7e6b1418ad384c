"""The page of the meeting: starting it, who is there, the actions of last time, which item is on."""

from flask import url_for
from flask.typing import ResponseReturnValue

from models import Agendapunt, Overleg
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.bespreking.handelingen import begin_punt, start_overleg
from overleg.bespreking.opvragen import Overlegblad, overlegblad
from overleg.bespreking.opvragen.tafel import is_gast_hier
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.delen import gevraagde_delen
from overleg.bespreking.routes.opening import Opening, opening_van
from overleg.live.delen import OPENING
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/overleggen/<uuid:overleg>/bespreking")
@vereist(Recht.OVERLEG_ZIEN)
def bespreking(overleg: Overleg) -> ResponseReturnValue:
    """Show the meeting, or only the parts that are asked for; a guest sees no more than that it is on."""
    vrager = huidige_vrager()
    noteer_blik(vrager, Soort.OVERLEG_BEKEKEN, overleg)
    if (delen := gevraagde_delen()) and not is_gast_hier(vrager, overleg):
        blad = Overlegblad(sessie(), vrager, overleg)
        opening = _opening(blad) if OPENING in delen else None
        return toon("bespreking/_overlegdelen.html", blad=blad, delen=delen, opening=opening)
    blad = overlegblad(sessie(), vrager, overleg)
    return toon("bespreking/overleg.html", blad=blad, opening=_opening(blad))


def _opening(blad: Overlegblad) -> Opening | None:
    return opening_van(blad) if blad.leidt and blad.aanwezigheid_open else None


@blauwdruk.post("/overleggen/<uuid:overleg>/bespreking/start")
@vereist(Recht.OVERLEG_LEIDEN)
def starten(overleg: Overleg) -> ResponseReturnValue:
    """Start the meeting."""
    start_overleg(sessie(), huidige_vrager(), overleg)
    return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id))


@blauwdruk.post("/overleggen/<uuid:overleg>/bespreking/<uuid:punt>/begin")
@vereist(Recht.OVERLEG_LEIDEN)
def beginnen(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Put this item on, and go to it."""
    begin_punt(sessie(), huidige_vrager(), punt)
    if punt.casus_id:
        return ga_naar(url_for("bespreking.punt", overleg=overleg.id, punt=punt.id))
    return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id, _anchor=punt.soort.value))
