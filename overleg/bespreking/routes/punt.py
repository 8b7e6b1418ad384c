"""The screen of one casus in the meeting."""

from flask.typing import ResponseReturnValue

from models import Agendapunt, Overleg
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.bespreking.opvragen import Besprekingsblad, besprekingsblad
from overleg.bespreking.opvragen.gast import gastblad, is_gast_bij
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.besluitformulieren import besluitcontext
from overleg.bespreking.routes.delen import VAN_BESLUITEN, gevraagde_delen, gevraagde_ids
from overleg.live.delen import SCHRIJFT, TEKST
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/overleggen/<uuid:overleg>/bespreking/<uuid:punt>")
@vereist(Recht.BESPREKING_ZIEN)
def punt(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:  # noqa: ARG001 both ids stand in the URL
    """Show one casus in the meeting, or only the parts that are asked for; a guest sees less."""
    vrager = huidige_vrager()
    noteer_blik(vrager, Soort.CASUS_BEKEKEN, punt.casus or punt)
    if is_gast_bij(vrager, punt):
        return toon("bespreking/gast.html", blad=gastblad(sessie(), vrager, punt))
    if delen := gevraagde_delen():
        return _delen(Besprekingsblad(sessie(), vrager, punt), delen)
    blad = besprekingsblad(sessie(), vrager, punt)
    return toon("bespreking/punt.html", blad=blad, besluiten=besluitcontext(blad))


def _delen(blad: Besprekingsblad, delen: list[str]) -> ResponseReturnValue:
    return toon(
        "bespreking/_delen.html",
        blad=blad,
        delen=delen,
        besluiten=besluitcontext(blad) if VAN_BESLUITEN.intersection(delen) else None,
        tekstblokken=blad.tekstblokken(gevraagde_ids(delen, TEKST)),
        beschreven=blad.tekstvelden(gevraagde_ids(delen, SCHRIJFT)),
    )
