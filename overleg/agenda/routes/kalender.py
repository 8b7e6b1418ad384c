"""Routes: calendar files to download."""

from flask import Response
from flask.typing import ResponseReturnValue

from models import Aanschuiver, Overleg
from models.waarden import OverlegStatus
from overleg.agenda.handelingen.gasten import vak_van_punt
from overleg.agenda.handelingen.uitnodigen import BESTAND, blok_van, blok_van_gast
from overleg.agenda.kalender import SOORT, Blok, Methode
from overleg.agenda.kalender import kalender as kalenderbestand
from overleg.agenda.opvragen.deelnemers import eigen_slots
from overleg.agenda.routes.basis import blauwdruk
from overleg.basis.adressen import afzender
from overleg.basis.database import sessie
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag


@blauwdruk.get("/overleggen/<uuid:overleg>.ics")
@vereist(Recht.OVERLEG_ZIEN)
def kalender(overleg: Overleg) -> ResponseReturnValue:
    """Give the overleg for the reader's own calendar; a guest gets the own slots only."""
    noteer_blik(huidige_vrager(), Soort.KALENDER_GEDOWNLOAD, overleg, altijd=True)
    if mag(huidige_vrager(), Recht.AANWEZIGHEID_MELDEN, overleg):
        vervallen = overleg.status is OverlegStatus.GEANNULEERD
        return _bestand([blok_van(overleg, vervallen=vervallen)])
    return _bestand([_blok(gast) for gast in eigen_slots(sessie(), huidige_vrager(), overleg)])


@blauwdruk.get("/gasten/<uuid:aanschuiver>.ics")
@vereist(Recht.AGENDA_MAKEN)
def kalender_gast(aanschuiver: Aanschuiver) -> ResponseReturnValue:
    """Give the slot of one guest, for inviting a guest without an account."""
    noteer_blik(huidige_vrager(), Soort.KALENDER_GEDOWNLOAD, aanschuiver.punt.overleg, altijd=True)
    return _bestand([_blok(aanschuiver)])


def _blok(gast: Aanschuiver) -> Blok:
    overleg = gast.punt.overleg
    vervallen = overleg.status is OverlegStatus.GEANNULEERD
    return blok_van_gast(overleg, gast, vak_van_punt(sessie(), gast.punt), vervallen=vervallen)


def _bestand(blokken: list[Blok]) -> Response:
    inhoud = kalenderbestand(blokken, Methode.PUBLICEREN, van=afzender())
    kop = {"Content-Disposition": f'attachment; filename="{BESTAND}"'}
    return Response(inhoud, mimetype=SOORT, headers=kop)
