"""The facts of an agenda for the checks before it is sent."""

import uuid
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from sqlalchemy import exists, select, union
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Aanschuiver,
    Aansluiting,
    Afspraak,
    Agendapunt,
    Besluit,
    Bespreking,
    Casus,
    Informatieverzoek,
    Organisatie,
    Overleg,
    Tafelpartner,
)
from models.waarden import (
    BesluitSoort,
    BijdrageStatus,
    CasusStatus,
    Rol,
)
from overleg.agenda.feiten import feiten_van
from overleg.agenda.inhoud import gast_naam, punt_titel, telt_mee, tijdvakken
from overleg.agenda.opvragen.deelnemers import leiding_op, niemand_komt_van
from overleg.agenda.opvragen.signalen import monitoring_voor
from overleg.agenda.regels.agenderen import mag_geagendeerd
from overleg.agenda.regels.controle import Agendafeiten, Gastfeit, Partnerfeit, Puntfeit
from overleg.agenda.regels.tijden import Tijdvak
from overleg.basis.afspraakstand import NIET_KLAAR
from overleg.basis.oordeel import Oordeel
from overleg.beheer.opvragen import geldend_besluit
from overleg.toegang.uitsluiting import is_gesloten_organisatie
from overleg.toegang.voorwaarden import is_open_voor
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen.namens import vast_te_leggen


def punten_met_alles(sessie: Session, overleg: Overleg) -> list[Agendapunt]:
    """Return the items that stand on the agenda with casus, guests, requests and joining partners."""
    punten = sessie.scalars(
        select(Agendapunt)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(Agendapunt.volgorde)
        .options(
            selectinload(Agendapunt.aanschuivers).joinedload(Aanschuiver.organisatie),
            selectinload(Agendapunt.aanschuivers).joinedload(Aanschuiver.gebruiker),
            joinedload(Agendapunt.casus)
            .selectinload(Casus.aansluitingen)
            .joinedload(Aansluiting.organisatie),
            joinedload(Agendapunt.casus)
            .selectinload(Casus.verzoeken)
            .joinedload(Informatieverzoek.organisatie),
            joinedload(Agendapunt.casus)
            .selectinload(Casus.verzoeken)
            .selectinload(Informatieverzoek.bijdragen),
        )
    ).all()
    return [punt for punt in punten if telt_mee(punt)]


def agendafeiten(sessie: Session, vrager: Vrager, overleg: Overleg, vandaag: date) -> Agendafeiten:
    """Return the whole agenda as the checks see it, for it is about all of it.

    The items that are closed to the asker are marked, so that nothing of them is told.
    """
    punten = punten_met_alles(sessie, overleg)
    vakken = tijdvakken(overleg, punten)
    leiding = leiding_op(sessie, overleg)
    taken = _met_een_taak(sessie, overleg, [punt.casus_id for punt in punten if punt.casus_id])
    return Agendafeiten(
        vandaag=vandaag,
        datum=overleg.datum,
        begin=overleg.begin,
        einde=overleg.einde,
        plaats=overleg.plaats,
        maximum_casussen=overleg.tafel.maximum_casussen,
        punten=tuple(
            replace(
                _punt(punt, vakken, vandaag, _vast_te_leggen(sessie, vrager, punt)),
                gesloten=not is_open_voor(vrager, punt),
                taak_zonder_plek=_taak_zonder_plek(punt, taken),
            )
            for punt in punten
        ),
        heeft_voorzitter=bool(leiding[Rol.VOORZITTER]),
        heeft_secretaris=bool(leiding[Rol.SECRETARIS]),
        niemand_komt=niemand_komt_van(sessie, overleg),
        monitoring_ontbreekt=sum(
            casus.id not in vrager.teruggetrokken for casus in monitoring_voor(sessie, overleg)
        ),
    )


def _met_een_taak(
    sessie: Session, overleg: Overleg, casussen: Sequence[uuid.UUID]
) -> list[tuple[uuid.UUID, uuid.UUID, str]]:
    """Return per casus who was last given its regie or has an open afspraak, and is no partner here."""
    afspraken = select(Afspraak.casus_id, Afspraak.organisatie_id).where(
        Afspraak.casus_id.in_(casussen), Afspraak.geldt_vanaf.is_not(None), Afspraak.status.in_(NIET_KLAAR)
    )
    regie = (
        select(Bespreking.casus_id, Besluit.organisatie_id)
        .join(Bespreking, Bespreking.id == Besluit.bespreking_id)
        .where(
            Bespreking.casus_id.in_(casussen),
            geldend_besluit(),
            Besluit.soort == BesluitSoort.REGIE,
        )
    )
    taak = union(afspraken, regie).subquery()
    partner = exists().where(
        Tafelpartner.tafel_id == overleg.tafel_id,
        Tafelpartner.organisatie_id == Organisatie.id,
        Tafelpartner.actief.is_(True),
    )
    rijen = sessie.execute(
        select(taak.c.casus_id, Organisatie.id, Organisatie.naam)
        .join(Organisatie, Organisatie.id == taak.c.organisatie_id)
        .where(~partner, ~is_gesloten_organisatie(taak.c.casus_id))
        .order_by(Organisatie.naam)
    )
    return [(rij[0], rij[1], rij[2]) for rij in rijen]


def _taak_zonder_plek(punt: Agendapunt, taken: Sequence[tuple[uuid.UUID, uuid.UUID, str]]) -> tuple[str, ...]:
    """Return who has something to do in this casus, and would not be there."""
    if punt.casus is None:
        return ()
    erbij = {gast.organisatie_id for gast in punt.aanschuivers}
    erbij |= {aansluiting.organisatie_id for aansluiting in punt.casus.aansluitingen}
    return tuple(naam for casus, wie, naam in taken if casus == punt.casus_id and wie not in erbij)


def _vast_te_leggen(sessie: Session, vrager: Vrager, punt: Agendapunt) -> frozenset[uuid.UUID]:
    """Return which open questions of an item another must record the answer to."""
    if punt.casus is None or not is_open_voor(vrager, punt):
        return frozenset()
    return vast_te_leggen(sessie, punt.casus, _open_verzoeken(punt.casus.verzoeken))


def _punt(
    punt: Agendapunt, vakken: dict[uuid.UUID, Tijdvak], vandaag: date, door_een_ander: Set[uuid.UUID]
) -> Puntfeit:
    casus = punt.casus
    gasten = tuple(_gast(gast) for gast in punt.aanschuivers)
    if casus is None:
        return Puntfeit(punt.id, punt_titel(punt), punt.minuten, vakken[punt.id], gasten=gasten)
    staat = {gast.organisatie_id for gast in punt.aanschuivers}
    return Puntfeit(
        punt.id,
        punt_titel(punt),
        punt.minuten,
        vakken[punt.id],
        casus.id,
        _oordeel(punt, casus, vandaag),
        gasten,
        tuple(
            a.organisatie.naam for a in casus.aansluitingen if a.als_gast and a.organisatie_id not in staat
        ),
        wacht_op=tuple(_wacht_op(casus.verzoeken, door_een_ander)),
    )


def _oordeel(punt: Agendapunt, casus: Casus, vandaag: date) -> Oordeel:
    """Return the oordeel as if the casus were put on now; it stands here, so that is no objection."""
    return mag_geagendeerd(feiten_van(casus, vandaag, punt.status_vooraf or CasusStatus.TOEGELATEN))


def _gast(gast: Aanschuiver) -> Gastfeit:
    slot = (gast.slot_begin, gast.slot_einde) if gast.slot_begin and gast.slot_einde else None
    naam = gast_naam(gast)
    wie = f"{naam} ({gast.organisatie.naam})" if naam else gast.organisatie.naam
    return Gastfeit(wie, slot, heeft_adres=gast.gebruiker is not None)


def _open_verzoeken(verzoeken: Sequence[Informatieverzoek]) -> list[Informatieverzoek]:
    return [
        verzoek
        for verzoek in verzoeken
        if verzoek.ingetrokken_op is None
        and not any(b.status is BijdrageStatus.INGEDIEND for b in verzoek.bijdragen)
    ]


def _wacht_op(verzoeken: Sequence[Informatieverzoek], door_een_ander: Set[uuid.UUID]) -> list[Partnerfeit]:
    return sorted(
        (
            Partnerfeit(_partner(v), v.uiterlijk, v.id if v.id in door_een_ander else None)
            for v in _open_verzoeken(verzoeken)
        ),
        key=lambda feit: (feit.uiterlijk, feit.naam),
    )


def _partner(verzoek: Informatieverzoek) -> str:
    return f"{verzoek.organisatie.naam} ({verzoek.functie})" if verzoek.functie else verzoek.organisatie.naam
