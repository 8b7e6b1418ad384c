"""Who joins for this casus: fixed partners always; others and guests with a reason (domein.md §2)."""

from sqlalchemy.orm import Session

from models import Aansluiting, Casus
from overleg.basis.fouten import Geweigerd
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen.partners import alle_partners
from overleg.uitvraag.regels import Aansluitbesluit, mag_aansluiten


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


def beeindig_aansluiting(sessie: Session, vrager: Vrager, aansluiting: Aansluiting) -> None:
    """Have an organisatie no longer join: it sees the casus no more; its own bijdragen stay its own."""
    eis(vrager, Recht.AANSLUITING_BESLISSEN, aansluiting)
    naam = aansluiting.organisatie.naam
    schrijf(sessie, vrager, Soort.AANSLUITING_BEEINDIGD, aansluiting, organisatie=naam)
    sessie.delete(aansluiting)
