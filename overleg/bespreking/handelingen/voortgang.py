"""Reporting how far an afspraak is: in the meeting, and by its owner afterwards (domein.md §6, §11)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Afspraak, Gebruiker, Overdracht, Voortgang
from models.waarden import OverdrachtStatus
from models.waarden_post import Berichtsoort
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.post import leg_klaar
from overleg.bespreking.handelingen.intrekken import trek_aanbod_in
from overleg.bespreking.invoer_stappen import Melding
from overleg.bespreking.regels.voortgang import mag_gemeld
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.uitsluiting import uitgesloten_mensen
from overleg.toegang.vrager import Vrager


def meld_afspraak(sessie: Session, vrager: Vrager, afspraak: Afspraak, melding: Melding) -> None:
    """Report how far an afspraak is; every report stays readable. What is dealt with is offered no more.

    Raises Geweigerd when this cannot follow on what it is, Botsing when someone reported meanwhile.
    """
    eis(vrager, Recht.AFSPRAAK_MELDEN, afspraak)
    if afspraak.versie != melding.versie:
        raise Botsing("Iemand anders heeft dit intussen gewijzigd. Kijk wat er nu staat, en kies opnieuw.")
    van, status, tekst = afspraak.status, melding.status, melding.tekst
    oordeel = mag_gemeld(van, status, tekst)
    if not oordeel:
        raise Geweigerd(oordeel)
    afspraak.status, afspraak.status_op = status, nu()
    afspraak.status_reden = "" if status in TE_DOEN else tekst
    sessie.add(Voortgang(afspraak_id=afspraak.id, status=status, tekst=tekst, door_id=vrager.id))
    schrijf(
        sessie,
        vrager,
        Soort.AFSPRAAK_GEMELD,
        afspraak,
        nummer=afspraak.nummer,
        van=van.value,
        naar=status.value,
        tekst_hash=vingerafdruk(tekst) if tekst else "",
    )
    if status not in TE_DOEN:
        _trek_aanbod_in(sessie, vrager, afspraak)
        _vertel_wie_wacht(sessie, vrager, afspraak)


def _vertel_wie_wacht(sessie: Session, vrager: Vrager, afspraak: Afspraak) -> None:
    """Tell who has an afspraak that follows on this one that it was dealt with; no personal data."""
    mensen = sessie.scalars(
        select(Gebruiker)
        .join(Afspraak, Afspraak.persoon_id == Gebruiker.id)
        .where(
            Afspraak.volgt_op_id == afspraak.id,
            Afspraak.geldt_vanaf.is_not(None),
            Afspraak.status.in_(TE_DOEN),
            Gebruiker.id != vrager.id,
            Gebruiker.active.is_(True),
            Gebruiker.id.not_in(uitgesloten_mensen(afspraak.casus_id)),
        )
        .distinct()
        .order_by(Gebruiker.email)
    )
    for mens in mensen:
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            mens.email,
            f"Actie-overleg: nieuws over de afspraak waarop u wacht ({afspraak.casus.kenmerk})",
            "Een afspraak die vóór een afspraak van u komt, is afgehandeld.\n"
            "Log in en kijk bij Acties of u verder kunt.\n",
        )


def _trek_aanbod_in(sessie: Session, vrager: Vrager, afspraak: Afspraak) -> None:
    """Take back an offer of it: nobody can take over what is dealt with, and it would keep the casus open."""
    aanbod = sessie.scalars(
        select(Overdracht).where(
            Overdracht.afspraak_id == afspraak.id,
            Overdracht.status == OverdrachtStatus.AANGEBODEN,
            Overdracht.geldt_vanaf.is_not(None),
        )
    )
    for rij in aanbod:
        reden = f"De eigenaar heeft deze afspraak afgehandeld: {afspraak.status.tekst.lower()}."
        trek_aanbod_in(sessie, vrager, rij, reden)
