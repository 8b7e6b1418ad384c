"""Putting items on the agenda, taking them off, putting them in order."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from models import Agendapunt, Bespreking, Casus, Deelname, Overleg
from models.waarden import CasusStatus, PuntSoort
from overleg.agenda.feiten import feiten_van
from overleg.agenda.handelingen.afzeggen import zeg_gasten_af
from overleg.agenda.handelingen.gemeen import (
    eis_oordeel,
    eis_wijzigbaar,
    nummer,
    punten_van,
    raak_aan,
    zet_geagendeerd,
    zet_terug,
)
from overleg.agenda.regels.agenderen import (
    MINUTEN_MONITORING,
    mag_geagendeerd,
    mag_punt_weg,
    plek_voor,
)
from overleg.agenda.regels.volgorde import ingevoegd, is_zelfde_lijst, verschoven
from overleg.basis.fouten import Botsing
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import Oordeel, nee
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

VEROUDERD = (
    "Iemand anders wijzigde de agenda op hetzelfde moment. U ziet nu de agenda zoals die is; "
    "zet uw wijziging er opnieuw in."
)


def zet_op_agenda(sessie: Session, vrager: Vrager, overleg: Overleg, casus: Casus) -> Agendapunt:
    """Put an admitted casus on the agenda. Raises Geweigerd with the reasons (domein.md §3, §9)."""
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    eis_wijzigbaar(overleg)
    eis_oordeel(van_deze_tafel(overleg, casus))
    eis_oordeel(mag_geagendeerd(feiten_van(casus, vandaag())))
    punt = leg_casus_op(sessie, overleg, casus)
    schrijf(sessie, vrager, Soort.CASUS_GEAGENDEERD, punt, datum=overleg.datum.isoformat())
    return punt


def van_deze_tafel(overleg: Overleg, casus: Casus) -> Oordeel:
    """Whether the casus belongs to the tafel of the overleg."""
    if casus.tafel_id == overleg.tafel_id:
        return Oordeel()
    return nee("Deze casus hoort bij een andere overlegtafel. Kies een overleg van die tafel.")


def leg_casus_op(
    sessie: Session,
    overleg: Overleg,
    casus: Casus,
    van: Agendapunt | None = None,
    *,
    achteraan: bool = False,
) -> Agendapunt:
    """Make the item of a casus in its usual place; one that had gone on from here comes back.

    `achteraan` puts it just before the rondvraag, so that no time before it moves.
    """
    punten = punten_van(sessie, overleg)
    soort = _soort_voor(casus, van)
    punt = next((p for p in punten if p.casus_id == casus.id), None)
    if punt is None:
        punt = Agendapunt(overleg=overleg, casus=casus, soort=soort, volgorde=0, minuten=0)
        sessie.add(punt)
    else:
        punten.remove(punt)
    punt.soort, punt.doorgezet_op, punt.van_punt = soort, None, van
    punt.minuten = van.minuten if van else _minuten_voor(overleg, soort)
    bij, vooraan = (PuntSoort.VRIJ, False) if achteraan else (soort, casus.acuut)
    punten.insert(plek_voor([p.soort for p in punten], bij, vooraan=vooraan), punt)
    nummer(punten)
    if van is not None:
        punt.status_vooraf = van.status_vooraf
    zet_geagendeerd(casus, punt)
    raak_aan(overleg)
    sessie.flush()
    return punt


def _soort_voor(casus: Casus, van: Agendapunt | None) -> PuntSoort:
    if van is not None:
        return van.soort
    return PuntSoort.MONITORING if casus.status is CasusStatus.IN_MONITORING else PuntSoort.CASUS


def _minuten_voor(overleg: Overleg, soort: PuntSoort) -> int:
    return MINUTEN_MONITORING if soort is PuntSoort.MONITORING else overleg.tafel.minuten_per_casus


def haal_van_agenda(sessie: Session, vrager: Vrager, punt: Agendapunt) -> None:
    """Take an item off. A casus is again what it was; its guests hear that it does not go on."""
    eis(vrager, Recht.AGENDA_MAKEN, punt)
    overleg, casus = punt.overleg, punt.casus
    eis_wijzigbaar(overleg)
    eis_oordeel(mag_punt_weg(soort=punt.soort, begonnen=_is_begonnen(sessie, punt)))
    raak_aan(overleg)  # first: a calendar takes a cancellation only with a higher number
    zeg_gasten_af(sessie, overleg, punt.aanschuivers)
    if casus is None:
        schrijf(sessie, vrager, Soort.AGENDAPUNT_WEGGEHAALD, punt)
    else:
        schrijf(sessie, vrager, Soort.CASUS_VAN_AGENDA, punt, datum=overleg.datum.isoformat())
        zet_terug(casus, punt)
    sessie.execute(delete(Deelname).where(Deelname.punt_id == punt.id))
    sessie.delete(punt)


def _is_begonnen(sessie: Session, punt: Agendapunt) -> bool:
    """Whether something hangs on this item: it was begun, has a bespreking, or went on to a later one."""
    bespreking = sessie.scalars(select(exists().where(Bespreking.punt_id == punt.id))).one()
    vervolg = sessie.scalars(select(exists().where(Agendapunt.van_punt_id == punt.id))).one()
    return punt.begonnen_op is not None or bespreking or vervolg


def voeg_punt_toe(sessie: Session, vrager: Vrager, overleg: Overleg, titel: str, minuten: int) -> Agendapunt:
    """Add a free item, before the rondvraag."""
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    eis_wijzigbaar(overleg)
    punten = punten_van(sessie, overleg)
    punt = Agendapunt(overleg=overleg, soort=PuntSoort.VRIJ, titel=titel, minuten=minuten, volgorde=0)
    sessie.add(punt)
    punten.insert(plek_voor([p.soort for p in punten], PuntSoort.VRIJ), punt)
    nummer(punten)
    raak_aan(overleg)
    sessie.flush()
    schrijf(sessie, vrager, Soort.AGENDAPUNT_TOEGEVOEGD, punt)
    return punt


@dataclass(frozen=True)
class Ordening:
    """What somebody did in the list: one item up or down, or a whole order; and the minutes."""

    versie: int
    """The version of the overleg this was based on."""
    volgorde: tuple[uuid.UUID, ...] = ()
    verschuif: tuple[uuid.UUID, int] | None = None
    minuten: Mapping[uuid.UUID, int] = field(default_factory=dict)


def orden_agenda(sessie: Session, vrager: Vrager, overleg: Overleg, invoer: Ordening) -> None:
    """Put the items in order and set their minutes.

    Raises Botsing when the agenda changed meanwhile, or when the ids are not those of this agenda.
    Only the items the asker sees move; one that is hidden from the asker keeps its place.
    """
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    eis_wijzigbaar(overleg)
    if invoer.versie != overleg.versie:
        raise Botsing(VEROUDERD)
    alle = punten_van(sessie, overleg)
    gezien = zichtbaar(vrager, Agendapunt).where(Agendapunt.overleg_id == overleg.id)
    gezien_ids = {punt.id for punt in sessie.scalars(gezien).all()}
    eigen = [punt.id for punt in alle if punt.id in gezien_ids and punt.doorgezet_op is None]
    nieuw = _nieuwe_volgorde(eigen, invoer)
    op_id = {punt.id: punt for punt in alle}
    nummer([op_id[sleutel] for sleutel in ingevoegd([punt.id for punt in alle], nieuw)])
    for sleutel in set(invoer.minuten) & set(eigen):
        op_id[sleutel].minuten = invoer.minuten[sleutel]
    raak_aan(overleg)
    schrijf(sessie, vrager, Soort.AGENDA_GEORDEND, overleg)


def _nieuwe_volgorde(eigen: list[uuid.UUID], invoer: Ordening) -> list[uuid.UUID]:
    if invoer.verschuif is not None:
        return verschoven(eigen, *invoer.verschuif)
    if invoer.volgorde and not is_zelfde_lijst(eigen, invoer.volgorde):
        raise Botsing(VEROUDERD)
    return list(invoer.volgorde) or eigen
