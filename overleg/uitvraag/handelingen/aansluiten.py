"""Who joins for this casus: fixed partners always; others and guests with a reason (domein.md §2)."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Aansluiting, Casus, Informatiebijdrage
from models.waarden import BijdrageStatus
from models.waarden_post import Berichtsoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen.partners import alle_partners, leden_van
from overleg.uitvraag.regels import Aansluitbesluit, mag_aansluiten

ONDERWERP = "Actie-overleg: er sluit een organisatie aan"
TEKST = (
    "Bij een casus waarover u informatie gaf, sluit een organisatie aan. Zij leest uw informatie pas als u "
    "die met haar deelt. Log in, kies “Uitvragen” in het menu en open de casus.\n\n"
    "In deze mail staan geen gegevens over personen."
)


def besluit_aansluiting(sessie: Session, vrager: Vrager, casus: Casus, invoer: Aansluitbesluit) -> None:
    """Have an organisatie join, as partner on request or as guest. Raises Geweigerd with the reason."""
    eis(vrager, Recht.AANSLUITING_BESLISSEN, casus)
    partner = next((p for p in alle_partners(sessie, casus) if p.id == invoer.organisatie_id), None)
    al = any(a.organisatie_id == invoer.organisatie_id for a in casus.aansluitingen)
    oordeel = mag_aansluiten(partner, als_gast=invoer.als_gast, sluit_al_aan=al, status=casus.status)
    if not oordeel or partner is None:
        raise Geweigerd(oordeel)
    aansluiting = Aansluiting(
        casus=casus,
        organisatie_id=partner.id,
        als_gast=invoer.als_gast,
        reden=invoer.reden,
        besloten_door_id=vrager.id,
    )
    sessie.add(aansluiting)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.AANSLUITING_BESLOTEN,
        aansluiting,
        organisatie=partner.naam,
        als_gast=invoer.als_gast,
    )
    _meld_gevers(sessie, casus, partner.id)


def _meld_gevers(sessie: Session, casus: Casus, erbij: uuid.UUID) -> None:
    """Tell who gave information before that somebody joins: nothing is shared with them by itself.

    Of an organisatie of which nobody can be told: who recorded what it gave (decision 038).
    """
    gegeven = sessie.scalars(
        select(Informatiebijdrage)
        .where(
            Informatiebijdrage.casus_id == casus.id,
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
            Informatiebijdrage.bekend.is_(True),
            Informatiebijdrage.organisatie_id != erbij,
        )
        .options(joinedload(Informatiebijdrage.door))
    ).all()
    leden = leden_van(sessie, casus, vandaag())
    adressen = {lid.email for rij in gegeven for lid in leden.get(rij.organisatie_id, ())}
    adressen |= {
        rij.door.email
        for rij in gegeven
        if rij.gegeven_hoe
        and not leden.get(rij.organisatie_id)
        and rij.door in leden.get(rij.door.organisatie_id, ())
    }
    for adres in sorted(adressen):
        leg_klaar(sessie, Berichtsoort.WERK, adres, ONDERWERP, TEKST)


def beeindig_aansluiting(sessie: Session, vrager: Vrager, aansluiting: Aansluiting) -> None:
    """Have an organisatie no longer join: it sees the casus no more; its own bijdragen stay its own."""
    eis(vrager, Recht.AANSLUITING_BESLISSEN, aansluiting)
    naam = aansluiting.organisatie.naam
    schrijf(sessie, vrager, Soort.AANSLUITING_BEEINDIGD, aansluiting, organisatie=naam)
    sessie.delete(aansluiting)
