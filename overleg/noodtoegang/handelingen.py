"""Taking emergency access, ending it, and saying afterwards whether it was right (docs/besluiten/026)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Gebruiker, Noodtoegang
from models.waarden_post import Berichtsoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.noodtoegang.opvragen import loopt, noodfeiten
from overleg.noodtoegang.regels import DUUR, mag_beoordeeld, mag_genomen
from overleg.toegang.leiding import voorzitters_van
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

ONDERWERP = "Noodtoegang gebruikt"
TEKST = (
    "Iemand gebruikte de noodtoegang om een casus van overlegtafel {tafel} te lezen. Log in op het "
    "Actie-overleg: bij Vandaag staat wie het was en om welke casus het gaat. De noodtoegang stopt vanzelf "
    "na {uren} uur; de voorzitter kan die eerder beëindigen."
)


@dataclass(frozen=True)
class Noodvraag:
    """Which casus, by its exact kenmerk, and why."""

    kenmerk: str
    reden: str


def neem_noodtoegang(sessie: Session, vrager: Vrager, invoer: Noodvraag) -> Noodtoegang:
    """Give the asker the most needed of one casus for a set time, and tell who must know at once.

    Raises Geweigerd as the rules say; a casus that is closed to the asker is the same as none. A refusal is a
    line in the same transaction, under the same lock: the caller commits it, so that it counts.
    """
    eis(vrager, Recht.NOODTOEGANG_NEMEN)
    sessie.scalars(select(Gebruiker.id).where(Gebruiker.id == vrager.id).with_for_update()).one()
    casus, feiten = noodfeiten(sessie, vrager, invoer.kenmerk)
    oordeel = mag_genomen(feiten, invoer.reden)
    if not oordeel or casus is None:
        schrijf(sessie, vrager, Soort.NOODTOEGANG_GEWEIGERD, uitkomst="geweigerd")
        raise Geweigerd(oordeel)
    begin = nu()
    rij = Noodtoegang(casus=casus, gebruiker_id=vrager.id, reden=invoer.reden, vanaf=begin, tot=begin + DUUR)
    sessie.add(rij)
    sessie.flush()
    schrijf(sessie, vrager, Soort.NOODTOEGANG_GENOMEN, rij, reden_hash=vingerafdruk(invoer.reden))
    _vertel(sessie, casus)
    return rij


def _vertel(sessie: Session, casus: Casus) -> None:
    """Mail the voorzitters and every functionaris; no kenmerk, no name."""
    toezicht = sessie.scalars(select(Gebruiker.email).where(Gebruiker.active, Gebruiker.functionaris))
    tekst = TEKST.format(tafel=casus.tafel.naam, uren=int(DUUR.total_seconds() // 3600))
    for adres in sorted({*voorzitters_van(sessie, casus), *toezicht}):
        leg_klaar(sessie, Berichtsoort.ALTIJD, adres, ONDERWERP, tekst)


def beeindig_noodtoegang(sessie: Session, vrager: Vrager, rij: Noodtoegang) -> None:
    """End it before its time. Raises Geweigerd when it is over already."""
    eis(vrager, Recht.NOODTOEGANG_BEEINDIGEN, rij)
    sessie.refresh(rij, with_for_update={"of": Noodtoegang})
    if not loopt(rij, nu()):
        raise Geweigerd(nee("Deze noodtoegang is al voorbij."))
    rij.beeindigd_op = nu()
    schrijf(sessie, vrager, Soort.NOODTOEGANG_BEEINDIGD, rij)


def beoordeel_noodtoegang(
    sessie: Session, vrager: Vrager, rij: Noodtoegang, *, terecht: bool, oordeel: str
) -> None:
    """Put on record whether it was right. Raises Geweigerd while it goes on, and the second time."""
    eis(vrager, Recht.NOODTOEGANG_BEOORDELEN, rij)
    sessie.refresh(rij, with_for_update={"of": Noodtoegang})
    mag = mag_beoordeeld(loopt=loopt(rij, nu()), al=rij.beoordeeld_op is not None)
    if not mag:
        raise Geweigerd(mag)
    if not terecht and not oordeel.strip():
        raise Geweigerd(nee("Schrijf op waarom dit niet terecht was.", "oordeel"))
    rij.terecht, rij.oordeel = terecht, oordeel
    rij.beoordeeld_op, rij.beoordeeld_door_id = nu(), vrager.id
    schrijf(
        sessie,
        vrager,
        Soort.NOODTOEGANG_BEOORDEELD,
        rij,
        oordeel="terecht" if terecht else "niet terecht",
        toelichting_hash=vingerafdruk(oordeel),
    )
