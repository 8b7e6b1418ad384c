"""Whom to inform and what is offered, for the action lists: as one asker may see it."""

import uuid
from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from models import Bespreking, Casus, Informering, Overdracht, TeInformerenPartij
from models.waarden import InformerenStatus, OverdrachtStatus
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
    return _te_informeren(sessie, vrager, dag, Bespreking.overleg_id == overleg_id, eigen=False)


def eigen_te_informeren(sessie: Session, vrager: Vrager, dag: date) -> list[Plicht]:
    """Return whom the asker's organisatie must still inform, at the tafels the asker sits at, by date."""
    return _te_informeren(sessie, vrager, dag, Casus.tafel_id.in_(vrager.tafels()), eigen=True)


def _te_informeren(
    sessie: Session, vrager: Vrager, dag: date, waar: ColumnElement[bool], *, eigen: bool
) -> list[Plicht]:
    besprekingen = (
        select(Bespreking.id)
        .join(Casus, Casus.id == Bespreking.casus_id)
        .where(Bespreking.afgerond_op.is_not(None), waar)
        .correlate(None)
    )
    personen = zichtbaar(vrager, Informering).where(Informering.status != InformerenStatus.GEDAAN)
    partijen = zichtbaar(vrager, TeInformerenPartij).where(TeInformerenPartij.gedaan_op.is_(None))
    if eigen:
        personen = personen.where(Informering.organisatie_id == vrager.organisatie_id)
        partijen = partijen.where(TeInformerenPartij.organisatie_id == vrager.organisatie_id)
    rijen = [
        *((rij.casus_id, _persoon(rij, dag)) for rij in sessie.scalars(_personen(personen, besprekingen))),
        *((rij.casus_id, _partij(rij, dag)) for rij in sessie.scalars(_partijen(partijen, besprekingen))),
    ]
    return sorted(rijen, key=lambda rij: (rij[1].datum or date.max, rij[1].kenmerk, rij[1].wie))


def _personen(vraag: Select[Informering], besprekingen: Select[uuid.UUID]) -> Select[Informering]:
    return (
        vraag.where(Informering.bespreking_id.in_(besprekingen))
        .options(
            joinedload(Informering.casus),
            joinedload(Informering.betrokkene),
            joinedload(Informering.organisatie),
            joinedload(Informering.persoon),
        )
        .order_by(Informering.id)
    )


def _partijen(
    vraag: Select[TeInformerenPartij], besprekingen: Select[uuid.UUID]
) -> Select[TeInformerenPartij]:
    return (
        vraag.where(TeInformerenPartij.bespreking_id.in_(besprekingen))
        .options(
            joinedload(TeInformerenPartij.casus),
            joinedload(TeInformerenPartij.organisatie),
            joinedload(TeInformerenPartij.persoon),
        )
        .order_by(TeInformerenPartij.id)
    )


def _persoon(rij: Informering, dag: date) -> TeInformeren:
    wanneer = rij.opnieuw_op if rij.status is InformerenStatus.UITGESTELD else rij.op
    return TeInformeren(
        kenmerk=rij.casus.kenmerk or "",
        wie=rij.betrokkene.naam,
        wat=rij.wat,
        door=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=wanneer,
        stand="Uitgesteld, opnieuw bekijken" if rij.status is InformerenStatus.UITGESTELD else "Open",
        te_laat=wanneer is not None and wanneer < dag,
    )


def _partij(rij: TeInformerenPartij, dag: date) -> TeInformeren:
    return TeInformeren(
        kenmerk=rij.casus.kenmerk or "",
        wie=rij.partij,
        wat=rij.wat,
        door=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=rij.op,
        stand="Open",
        te_laat=rij.op is not None and rij.op < dag,
    )


def eigen_aanbod(sessie: Session, vrager: Vrager) -> list[tuple[uuid.UUID, Aanbod]]:
    """Return the handovers that wait for an answer of the asker's organisatie, with their casus."""
    rijen = sessie.scalars(
        zichtbaar(vrager, Overdracht)
        .where(
            Overdracht.naar_organisatie_id == vrager.organisatie_id,
            Overdracht.status == OverdrachtStatus.AANGEBODEN,
            Overdracht.geldt_vanaf.is_not(None),
            Overdracht.casus_id.in_(
                select(Casus.id).where(Casus.tafel_id.in_(vrager.tafels())).correlate(None)
            ),
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
