"""Whom to inform and what is offered, for the action lists: as one asker may see it."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from models import Bespreking, Casus, Informering, Overdracht, TeInformerenPartij
from models.waarden import InformerenStatus
from overleg.bespreking.opvragen.openstaand import open_informering, open_partij, wacht_op_antwoord
from overleg.bespreking.regels.informeren import is_te_laat, wanneer
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.verslag.actielijst import Aanbod, TeInformeren
from overleg.verslag.woorden import wie

Plicht = tuple[uuid.UUID, TeInformeren]
"""A casus, and someone who must be told something in it."""


def te_informeren_van_overleg(
    sessie: Session, vrager: Vrager, overleg_id: uuid.UUID, dag: date
) -> list[Plicht]:
    """Return what this overleg agreed on informing and is not done, by date."""
    hier = select(Bespreking.id).where(Bespreking.overleg_id == overleg_id).correlate(None)
    return _te_informeren(
        sessie,
        vrager,
        dag,
        Informering.bespreking_id.in_(hier),
        TeInformerenPartij.bespreking_id.in_(hier),
    )


def eigen_te_informeren(
    sessie: Session, vrager: Vrager, dag: date, *, alleen_zelf: bool = False
) -> list[Plicht]:
    """Return whom the asker's organisatie must still inform, by date; with `alleen_zelf` only who is named.

    At the tafels the asker sits at; whoever is named, also without a place there.
    """
    i, p = Informering, TeInformerenPartij
    return _te_informeren(
        sessie,
        vrager,
        dag,
        _eigen(vrager, i.casus_id, i.organisatie_id, i.persoon_id, alleen_zelf=alleen_zelf),
        _eigen(vrager, p.casus_id, p.organisatie_id, p.persoon_id, alleen_zelf=alleen_zelf),
    )


def _eigen(
    vrager: Vrager,
    casus: InstrumentedAttribute[uuid.UUID],
    organisatie: InstrumentedAttribute[Any],
    persoon: InstrumentedAttribute[uuid.UUID | None],
    *,
    alleen_zelf: bool,
) -> ColumnElement[bool]:
    aan_tafel = select(Casus.id).where(Casus.tafel_id.in_(vrager.tafels())).correlate(None)
    zelf = persoon == vrager.id
    return and_(
        organisatie == vrager.organisatie_id, zelf if alleen_zelf else or_(casus.in_(aan_tafel), zelf)
    )


def _te_informeren(
    sessie: Session,
    vrager: Vrager,
    dag: date,
    personen: ColumnElement[bool],
    partijen: ColumnElement[bool],
) -> list[Plicht]:
    rijen = [
        *((rij.casus_id, _persoon(rij, dag)) for rij in sessie.scalars(_personen(vrager, personen))),
        *((rij.casus_id, _partij(rij, dag)) for rij in sessie.scalars(_partijen(vrager, partijen))),
    ]
    return sorted(rijen, key=lambda rij: (rij[1].datum or date.max, rij[1].kenmerk, rij[1].wie))


def _personen(vrager: Vrager, waar: ColumnElement[bool]) -> Select[Informering]:
    return (
        zichtbaar(vrager, Informering)
        .where(*open_informering(), waar)
        .options(
            joinedload(Informering.casus),
            joinedload(Informering.betrokkene),
            joinedload(Informering.organisatie),
            joinedload(Informering.persoon),
        )
        .order_by(Informering.id)
    )


def _partijen(vrager: Vrager, waar: ColumnElement[bool]) -> Select[TeInformerenPartij]:
    return (
        zichtbaar(vrager, TeInformerenPartij)
        .where(*open_partij(), waar)
        .options(
            joinedload(TeInformerenPartij.casus),
            joinedload(TeInformerenPartij.organisatie),
            joinedload(TeInformerenPartij.persoon),
        )
        .order_by(TeInformerenPartij.id)
    )


def _persoon(rij: Informering, dag: date) -> TeInformeren:
    op_dag = wanneer(rij.status, rij.op, rij.opnieuw_op)
    return TeInformeren(
        kenmerk=rij.casus.kenmerk or "",
        wie=rij.betrokkene.naam,
        wat=rij.wat,
        door=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=op_dag,
        stand="Uitgesteld, opnieuw bekijken" if rij.status is InformerenStatus.UITGESTELD else "Open",
        te_laat=is_te_laat(rij.status, op_dag, dag),
    )


def _partij(rij: TeInformerenPartij, dag: date) -> TeInformeren:
    return TeInformeren(
        kenmerk=rij.casus.kenmerk or "",
        wie=rij.partij,
        wat=rij.wat,
        door=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=rij.op,
        stand="Open",
        te_laat=is_te_laat(InformerenStatus.GEPLAND, rij.op, dag),
    )


def eigen_aanbod(
    sessie: Session, vrager: Vrager, *, alleen_zelf: bool = False
) -> list[tuple[uuid.UUID, Aanbod]]:
    """Return the handovers that wait for an answer of the asker's organisatie, with their casus."""
    o = Overdracht
    rijen = sessie.scalars(
        zichtbaar(vrager, Overdracht)
        .where(
            *wacht_op_antwoord(),
            _eigen(vrager, o.casus_id, o.naar_organisatie_id, o.naar_persoon_id, alleen_zelf=alleen_zelf),
        )
        .options(
            joinedload(Overdracht.casus),
            joinedload(Overdracht.afspraak),
            joinedload(Overdracht.van_organisatie),
        )
        .order_by(Overdracht.aangeboden_op, Overdracht.id)
    )
    return [(rij.casus_id, _aanbod(rij)) for rij in rijen]


def _aanbod(rij: Overdracht) -> Aanbod:
    wat = f"Afspraak {rij.afspraak.nummer}: {rij.afspraak.wat}" if rij.afspraak else rij.soort.tekst
    van = rij.van_organisatie.naam
    return Aanbod(rij.casus.kenmerk or "", wat, van, rij.per_datum, rij.toelichting)
