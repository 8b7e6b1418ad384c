"""Ending the discussion of a casus: closing it, holding it over, opening it again (domein.md §5 and §6)."""

from collections.abc import Iterable

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import Afspraak, Besluit, Bespreking, Gebruiker, Overdracht, Overleg
from models.waarden import (
    BesluitSoort,
    BesprekingStatus,
    CasusStatus,
    OverdrachtSoort,
    OverdrachtStatus,
    OverlegStatus,
)
from models.waarden_post import Berichtsoort
from overleg.agenda.handelingen import zet_overlegstap
from overleg.agenda.regels.gang import OverlegStap, mag_stap
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.post import leg_klaar
from overleg.basis.weergave import datum
from overleg.bespreking.handelingen.beurt import wacht_op_beurt
from overleg.bespreking.handelingen.intrekken import trek_aanbod_in
from overleg.bespreking.handelingen.verloop import beeindig_huidig
from overleg.bespreking.opvragen.beslist import (
    besluiten_van,
    informeringen_van,
    is_later_besproken,
    partijen_van,
)
from overleg.bespreking.opvragen.besluiten import stand_van
from overleg.bespreking.opvragen.overleg import onbesproken_van
from overleg.bespreking.opvragen.plan import afspraken_van
from overleg.bespreking.regels.besluiten import mag_afgerond, mag_heropend, mag_overleg_afgerond
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.uitsluiting import uitgesloten_mensen
from overleg.toegang.vrager import Vrager


def rond_af(sessie: Session, vrager: Vrager, bespreking: Bespreking) -> None:
    """Close the discussion of a casus: from now on its afspraken and handovers hold, and owners are told.

    Bespreking afgerond is not casus gesloten: the casus is besproken, or in monitoring (domein.md §6).
    Raises Geweigerd with everything that is missing, each with its place on the page.
    """
    eis(vrager, Recht.BESPREKING_LEIDEN, bespreking)
    wacht_op_beurt(sessie, bespreking)
    oordeel = mag_afgerond(stand_van(sessie, bespreking))
    if not oordeel:
        raise Geweigerd(oordeel)
    moment = nu()
    besluiten = besluiten_van(sessie, bespreking)
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, moment
    bespreking.punt.beeindigd_op = bespreking.punt.beeindigd_op or moment
    _zet_casus(bespreking, besluiten[BesluitSoort.MONITORING])
    for model in (Afspraak, Overdracht):
        sessie.execute(
            update(model)
            .where(model.bespreking_id == bespreking.id, model.geldt_vanaf.is_(None))
            .values(geldt_vanaf=moment)
        )
    sessie.flush()
    _trek_vorige_in(sessie, vrager, bespreking)
    afspraken = afspraken_van(sessie, bespreking)
    _vertel(sessie, bespreking, besluiten.values())
    schrijf(
        sessie,
        vrager,
        Soort.BESPREKING_AFGEROND,
        bespreking,
        afspraken=len(afspraken),
        casus_status=bespreking.casus.status.value,
    )


def _zet_casus(bespreking: Bespreking, monitoring: Besluit) -> None:
    casus = bespreking.casus
    zet_stap(casus, Stap.AFRONDEN, CasusStatus.IN_MONITORING if monitoring.ja else CasusStatus.BESPROKEN)
    casus.monitoring_op = monitoring.datum if monitoring.ja else None


def _trek_vorige_in(sessie: Session, vrager: Vrager, bespreking: Bespreking) -> None:
    """Take back what an earlier bespreking offered of regie or casus and nobody answered.

    Questions 1 and 5 were answered anew: an old offer would keep the casus open, and could still be accepted.
    """
    rijen = sessie.scalars(
        select(Overdracht)
        .join(Bespreking, Bespreking.id == Overdracht.bespreking_id)
        .where(
            Overdracht.casus_id == bespreking.casus_id,
            Bespreking.afgerond_op < bespreking.afgerond_op,
            Overdracht.soort.in_((OverdrachtSoort.REGIE, OverdrachtSoort.CASUS)),
            Overdracht.status == OverdrachtStatus.AANGEBODEN,
        )
    )
    for rij in rijen.all():
        op = datum(bespreking.overleg.datum)
        trek_aanbod_in(sessie, vrager, rij, f"In het overleg van {op} is hierover opnieuw besloten.")


def _vertel(sessie: Session, bespreking: Bespreking, besluiten: Iterable[Besluit]) -> None:
    """Lay a mail ready for everyone who was named: that there is something, not what (no personal data)."""
    namen: set[object] = {besluit.persoon_id for besluit in besluiten}
    namen |= {afspraak.persoon_id for afspraak in afspraken_van(sessie, bespreking)}
    namen |= {partij.persoon_id for partij in partijen_van(sessie, bespreking)}
    namen |= {rij.persoon_id for rij in informeringen_van(sessie, bespreking)}
    namen |= set(
        sessie.scalars(select(Overdracht.naar_persoon_id).where(Overdracht.bespreking_id == bespreking.id))
    )
    ontvangers = sessie.scalars(
        select(Gebruiker)
        .where(
            Gebruiker.id.in_([sleutel for sleutel in namen if sleutel]),
            Gebruiker.active.is_(True),
            Gebruiker.id.not_in(uitgesloten_mensen(bespreking.casus_id)),
        )
        .order_by(Gebruiker.email)
    )
    for ontvanger in ontvangers:
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            ontvanger.email,
            f"Actie-overleg: er staat iets voor u klaar ({bespreking.casus.kenmerk})",
            "In het Actie-overleg zijn afspraken gemaakt waarbij u bent genoemd.\n"
            "Log in en kijk bij Acties wat u doet, en wanneer.\n",
        )


def heropen(sessie: Session, vrager: Vrager, bespreking: Bespreking, reden: str) -> None:
    """Open a closed bespreking again, until the verslag is adopted; what was agreed goes on holding."""
    eis(vrager, Recht.BESPREKING_HEROPENEN, bespreking)
    vastgesteld = bespreking.overleg.status is OverlegStatus.VASTGESTELD
    later = is_later_besproken(sessie, bespreking)
    oordeel = mag_heropend(bespreking.status, vastgesteld=vastgesteld, later_besproken=later, reden=reden)
    if not oordeel:
        raise Geweigerd(oordeel)
    zet_stap(bespreking.casus, Stap.BESPREKING_HEROPENEN)
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.OPEN, None
    bespreking.heropend_reden = reden
    bespreking.casus.monitoring_op = None
    schrijf(sessie, vrager, Soort.BESPREKING_HEROPEND, bespreking, reden_hash=vingerafdruk(reden))


def rond_overleg_af(sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
    """End the meeting. Raises Geweigerd with each casus that was not closed, held over or moved on."""
    eis(vrager, Recht.OVERLEG_LEIDEN, overleg)
    oordeel = mag_stap(overleg.status, OverlegStap.AFRONDEN)
    if oordeel:
        oordeel = mag_overleg_afgerond(onbesproken_van(sessie, vrager, overleg))
    if not oordeel:
        raise Geweigerd(oordeel)
    beeindig_huidig(sessie, vrager, overleg)
    overleg.huidig_punt_id = None
    zet_overlegstap(overleg, OverlegStap.AFRONDEN)
    overleg.afgerond_op = nu()
    schrijf(sessie, vrager, Soort.OVERLEG_AFGEROND, overleg)
