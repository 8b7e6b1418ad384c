"""The screen in the room."""

from flask.typing import ResponseReturnValue

from models import Casus, Overleg
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.bespreking.opvragen.zaal import zaalblad
from overleg.bespreking.routes.basis import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/overleggen/<uuid:overleg>/bespreking/zaal")
@vereist(Recht.OVERLEG_LEIDEN)
def zaal(overleg: Overleg) -> ResponseReturnValue:
    """Show what is on, large, for everyone in the room. Who leads the meeting puts it on the screen."""
    vrager = huidige_vrager()
    blad = zaalblad(sessie(), vrager, overleg)
    if blad.casus:
        noteer_blik(vrager, Soort.CASUS_BEKEKEN, sessie().get_one(Casus, blad.casus.id))
    else:
        noteer_blik(vrager, Soort.OVERLEG_BEKEKEN, overleg)
    return toon("bespreking/zaal.html", blad=blad)
