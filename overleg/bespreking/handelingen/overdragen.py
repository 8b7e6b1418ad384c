"""Offering a handover in the meeting: the regie, an afspraak, or the casus itself.

A handover is a relay: the giver stays responsible until the receiver accepted (domein.md §5).
"""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Afspraak, Besluit, Bespreking, Overdracht
from models.waarden import OverdrachtSoort, OverdrachtStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import Oordeel, nee
from overleg.bespreking.handelingen.beurt import wacht_op_beurt
from overleg.bespreking.invoer_besluiten import Aanbod, Regie
from overleg.bespreking.opvragen.personen import (
    Benoemd,
    benoem,
    mag_taak_krijgen,
    veilig_thuis_van,
    zit_aan_tafel,
)
from overleg.bespreking.opvragen.regie import regie_nu
from overleg.bespreking.regels.besluiten import mag_aanbieden, mag_besluiten, mag_van_eigenaar
from overleg.bespreking.regels.voorbehoud import zonder_voorbehoud
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager


def bied_afspraak_aan(sessie: Session, vrager: Vrager, bespreking: Bespreking, aanbod: Aanbod) -> Overdracht:
    """Offer an afspraak of this bespreking to another organisatie; its owner keeps it until accepted.

    Raises Geweigerd when the bespreking is not open, or it goes to who has it, or is offered already.
    """
    eis(vrager, Recht.BESLUIT_INVULLEN, bespreking)
    wacht_op_beurt(sessie, bespreking)
    afspraak = sessie.get(Afspraak, aanbod.afspraak_id)
    if afspraak is None or afspraak.bespreking_id != bespreking.id:
        raise Geweigerd(nee("Kies een afspraak van deze casus.", "afspraak"))
    al = any(
        rij.afspraak_id == afspraak.id and rij.status is OverdrachtStatus.AANGEBODEN
        for rij in _open_van(sessie, bespreking, OverdrachtSoort.AFSPRAAK)
    )
    oordeel = mag_besluiten(bespreking.status) & mag_aanbieden(
        afspraak.organisatie_id, aanbod.naar.organisatie_id, al_aangeboden=al
    )
    oordeel &= _van_eigenaar(vrager, bespreking, afspraak.organisatie_id)
    oordeel &= zonder_voorbehoud({"toelichting": aanbod.toelichting})
    oordeel &= mag_taak_krijgen(sessie, bespreking.casus_id, aanbod.naar)
    if not oordeel:
        raise Geweigerd(oordeel)
    naar = benoem(sessie, aanbod.naar)
    overdracht = _nieuw(vrager, bespreking, OverdrachtSoort.AFSPRAAK, afspraak.organisatie_id)
    overdracht.afspraak = afspraak
    overdracht.per_datum, overdracht.toelichting = aanbod.per_datum, aanbod.toelichting
    _naar(overdracht, naar)
    return _leg_vast(sessie, vrager, overdracht)


def trek_in(sessie: Session, vrager: Vrager, bespreking: Bespreking, overdracht: Overdracht) -> None:
    """Take back an offer of an afspraak that was not answered. Raises Geweigerd otherwise."""
    eis(vrager, Recht.BESLUIT_INVULLEN, bespreking)
    wacht_op_beurt(sessie, bespreking)
    oordeel = mag_besluiten(bespreking.status)
    oordeel &= _van_eigenaar(vrager, bespreking, overdracht.van_organisatie_id)
    if (
        overdracht.status is not OverdrachtStatus.AANGEBODEN
        or overdracht.soort is not OverdrachtSoort.AFSPRAAK
    ):
        oordeel &= nee("Alleen een aangeboden afspraak zonder antwoord kunt u intrekken.")
    if not oordeel:
        raise Geweigerd(oordeel)
    _verwijder(sessie, vrager, overdracht)


def _van_eigenaar(vrager: Vrager, bespreking: Bespreking, van: uuid.UUID) -> Oordeel:
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, bespreking)
    return mag_van_eigenaar(leidt, van == vrager.organisatie_id)


def regel_regie(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, besluit: Besluit, regie: Regie
) -> None:
    """Offer the regie when it goes to another than who has it, or to a guest; else withdraw the offer."""
    casus = bespreking.casus
    nu = regie_nu(sessie, casus)
    naar = Benoemd(regie.wie.organisatie_id, besluit.persoon_id, besluit.persoon_naam)
    van = nu.organisatie.id if nu else veilig_thuis_van(sessie, casus, vrager.organisatie_id)
    nodig = van != naar.organisatie_id and (
        nu is not None or not zit_aan_tafel(sessie, casus, naar.organisatie_id)
    )
    overdracht = _vervang(sessie, vrager, bespreking, OverdrachtSoort.REGIE, van if nodig else None)
    if overdracht is not None:
        overdracht.per_datum, overdracht.toelichting = regie.per_datum, regie.toelichting
        _naar(overdracht, naar)
        _leg_vast(sessie, vrager, overdracht)


def regel_casus(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, tafel_id: uuid.UUID | None, toelichting: str
) -> None:
    """Offer the casus to another tafel, or withdraw that offer when `tafel_id` is None."""
    van = veilig_thuis_van(sessie, bespreking.casus, vrager.organisatie_id)
    overdracht = _vervang(sessie, vrager, bespreking, OverdrachtSoort.CASUS, van if tafel_id else None)
    if overdracht is not None:
        overdracht.andere_tafel_id, overdracht.toelichting = tafel_id, toelichting
        _leg_vast(sessie, vrager, overdracht)


def _open_van(sessie: Session, bespreking: Bespreking, soort: OverdrachtSoort) -> list[Overdracht]:
    return list(
        sessie.scalars(
            select(Overdracht).where(
                Overdracht.bespreking_id == bespreking.id,
                Overdracht.soort == soort,
                Overdracht.status == OverdrachtStatus.AANGEBODEN,
            )
        )
    )


def _vervang(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, soort: OverdrachtSoort, van: uuid.UUID | None
) -> Overdracht | None:
    """Take back the unanswered offer of this kind; return a new one when `van` gives something."""
    for oud in _open_van(sessie, bespreking, soort):
        _verwijder(sessie, vrager, oud)
    return _nieuw(vrager, bespreking, soort, van) if van else None


def _nieuw(vrager: Vrager, bespreking: Bespreking, soort: OverdrachtSoort, van: uuid.UUID) -> Overdracht:
    return Overdracht(
        casus=bespreking.casus,
        bespreking=bespreking,
        soort=soort,
        van_organisatie_id=van,
        aangeboden_door_id=vrager.id,
    )


def _naar(overdracht: Overdracht, wie: Benoemd) -> None:
    overdracht.naar_organisatie_id = wie.organisatie_id
    overdracht.naar_persoon_id, overdracht.naar_naam = wie.persoon_id, wie.naam


def _leg_vast(sessie: Session, vrager: Vrager, overdracht: Overdracht) -> Overdracht:
    sessie.add(overdracht)
    sessie.flush()
    schrijf(sessie, vrager, Soort.OVERDRACHT_AANGEBODEN, overdracht, wat=overdracht.soort.value)
    return overdracht


def _verwijder(sessie: Session, vrager: Vrager, overdracht: Overdracht) -> None:
    schrijf(sessie, vrager, Soort.OVERDRACHT_INGETROKKEN, overdracht, wat=overdracht.soort.value)
    sessie.delete(overdracht)
    sessie.flush()
