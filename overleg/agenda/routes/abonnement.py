"""Routes: the overleggen in somebody's own calendar, by a secret address that can be withdrawn."""

from datetime import timedelta

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue

from models import Overleg
from models.waarden import OverlegStatus
from overleg.agenda.handelingen.uitnodigen import blok_van, blok_van_gast
from overleg.agenda.kalender import SOORT, Methode, kalender
from overleg.agenda.opvragen.abonnement import abonnement
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.basis.adressen import afzender, volledig
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.afremmen import neem_poging, op_kalenderlink
from overleg.toegang.inlogvraag import eerst_bewijzen, is_vers
from overleg.toegang.kalenderlinks import (
    eigenaar_van,
    kalenderlink_van,
    maak_kalenderlink,
    trek_kalenderlink_in,
)
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.vrager import vrager_van

BESTAND = "actie-overleg.ics"
VERVERSEN = timedelta(hours=1)
TE_VAAK = 429
NIET_GEVONDEN = 404


@blauwdruk.get("/kalender")
@vereist(Recht.EIGEN_ACCOUNT)
def eigen_kalender() -> ResponseReturnValue:
    """Show whether the asker has an address for the own calendar, and how that works."""
    link = kalenderlink_van(sessie(), huidige_vrager())
    return toon("agenda/kalender.html", gemaakt_op=link.gemaakt_op if link else None)


@blauwdruk.post("/kalender")
@vereist(Recht.EIGEN_ACCOUNT)
def kalenderlink_maken() -> ResponseReturnValue:
    """Make an address, in place of the one before, and show it this once; who it is, is asked again."""
    if not is_vers():
        return eerst_bewijzen(url_for("agenda.eigen_kalender"))
    token = maak_kalenderlink(sessie(), huidige_vrager())
    return toon("agenda/kalenderlink.html", adres=volledig("agenda.kalender_ophalen", token=token))


@blauwdruk.post("/kalender/intrekken")
@vereist(Recht.EIGEN_ACCOUNT)
def kalenderlink_intrekken() -> ResponseReturnValue:
    """Let the address not count any more."""
    trek_kalenderlink_in(sessie(), huidige_vrager())
    gelukt("De link werkt niet meer. Uw kalender krijgt geen overleggen meer.")
    return ga_naar(url_for("agenda.eigen_kalender"))


@blauwdruk.get("/kalender/<string(length=43):token>.ics")
@vereist(Recht.IEDEREEN)
def kalender_ophalen(token: str) -> ResponseReturnValue:
    """Give the overleggen of whose address this is; nothing of a casus, no name of a person.

    Only an address that does not count is slowed down: a calendar in the same office goes on.
    """
    eigenaar = eigenaar_van(sessie(), token)
    if eigenaar is None:
        if wacht := neem_poging(op_kalenderlink()):
            return Response(status=TE_VAAK, headers={"Retry-After": str(wacht)})
        abort(NIET_GEVONDEN)
    dag = vandaag()
    wat = abonnement(sessie(), vrager_van(sessie(), eigenaar, dag), dag)
    blokken = [blok_van(overleg, vervallen=_vervalt(overleg)) for overleg in wat.overleggen]
    for gast in wat.slots:
        overleg = gast.punt.overleg
        blokken.append(blok_van_gast(overleg, gast, None, vervallen=_vervalt(overleg)))
    inhoud = kalender(blokken, Methode.PUBLICEREN, van=afzender(), verversen=VERVERSEN)
    kop = {"Content-Disposition": f'attachment; filename="{BESTAND}"'}
    return Response(inhoud, mimetype=SOORT, headers=kop)


def _vervalt(overleg: Overleg) -> bool:
    return overleg.status is OverlegStatus.GEANNULEERD
