"""Putting on record that somebody looked at who may do what, and what was found (BIO2 5.18.02)."""

from sqlalchemy.orm import Session

from models import Rechtenbeoordeling
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import vandaag
from overleg.beheer.rechtenlijst import rechtenlijst
from overleg.beheer.regels.rechtenbeoordeling import NieuweBeoordeling, mag_vastgelegd
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

ANDERS = "Er is intussen iets aan de rechten gewijzigd. Bekijk de lijst opnieuw en leg uw oordeel dan vast."


def leg_beoordeling_vast(sessie: Session, vrager: Vrager, invoer: NieuweBeoordeling) -> None:
    """Note the review. Raises Geweigerd when it says too little, Botsing when the rights changed since."""
    eis(vrager, Recht.TOEGANGSRECHTEN_BEOORDELEN)
    oordeel = mag_vastgelegd(invoer)
    if not oordeel:
        raise Geweigerd(oordeel)
    lijst = rechtenlijst(sessie, vandaag())
    if lijst.controlegetal != invoer.gezien:
        raise Botsing(ANDERS)
    rij = Rechtenbeoordeling(
        beoordeeld_door_id=vrager.id,
        aantal=len(lijst.regels),
        controlegetal=lijst.controlegetal,
        klopt=invoer.klopt,
        toelichting=invoer.toelichting,
    )
    sessie.add(rij)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.TOEGANGSRECHTEN_BEOORDEELD,
        rij,
        aantal=rij.aantal,
        oordeel="alles klopt" if rij.klopt else "er moet iets veranderen",
        controlegetal=rij.controlegetal,
    )
