"""What the pages about one casus need, in a fixed number of queries."""

import uuid
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Agendapunt,
    AndereTafel,
    Casus,
    Criteriaset,
    Criterium,
    CriteriumToets,
    Dienstnummer,
    Maatregel,
    Overleg,
    Overlegtafel,
    Spoedafspraak,
    Tafelbekendheid,
    Thema,
    Triageronde,
    Vraagpatroon,
)
from models.waarden import BekendRegel
from overleg.instroom.regels.vraag import Patroon
from overleg.toegang.voorwaarden import INBRENGEND
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

HEEL = (
    joinedload(Casus.tafel),
    joinedload(Casus.inbrenger),
    joinedload(Casus.inbrenger_organisatie),
    joinedload(Casus.criteriaset).selectinload(Criteriaset.criteria).selectinload(Criterium.onderdelen),
    selectinload(Casus.themas),
    selectinload(Casus.betrokkenen),
    selectinload(Casus.hulp),
    selectinload(Casus.toetsen).options(
        joinedload(CriteriumToets.criterium), selectinload(CriteriumToets.onderdelen)
    ),
    selectinload(Casus.bekend_bij).joinedload(Tafelbekendheid.andere_tafel),
    selectinload(Casus.rondes).options(joinedload(Triageronde.door), joinedload(Triageronde.andere_tafel)),
    selectinload(Casus.spoedafspraken).joinedload(Spoedafspraak.door),
)


def laad(sessie: Session, vrager: Vrager, casus: Casus) -> Casus:
    """Return the same casus with everything its page shows already fetched."""
    return sessie.scalars(zichtbaar(vrager, Casus).where(Casus.id == casus.id).options(*HEEL)).one()


def tafels_om_in_te_brengen(sessie: Session, vrager: Vrager) -> list[Overlegtafel]:
    """Return the tafels at which the asker may bring a case in."""
    vraag = select(Overlegtafel).where(
        Overlegtafel.id.in_(vrager.tafels(*INBRENGEND)), Overlegtafel.actief.is_(True)
    )
    return list(sessie.scalars(vraag.order_by(Overlegtafel.naam, Overlegtafel.id)))


@dataclass(frozen=True)
class Lijsten:
    """The choices of a tafel that the form of an aanmelding offers."""

    themas: list[Thema]
    tafels: list[AndereTafel]
    patronen: list[Patroon]


def lijsten_voor(sessie: Session, casus: Casus) -> Lijsten:
    """Return the themas and tafels in use, with those the casus has already; and the vraagpatronen."""
    themas = select(Thema).where(Thema.tafel_id == casus.tafel_id)
    themas = themas.where(or_(Thema.actief.is_(True), Thema.id.in_([t.id for t in casus.themas])))
    bekend = [rij.andere_tafel_id for rij in casus.bekend_bij if rij.andere_tafel_id]
    return Lijsten(
        themas=list(sessie.scalars(themas.order_by(Thema.volgorde, Thema.id))),
        tafels=[t for t in _andere_tafels(sessie, casus) if t.actief or t.id in bekend],
        patronen=patronen_van(sessie, casus),
    )


def huidige_criteriaset(sessie: Session, tafel_id: uuid.UUID) -> Criteriaset:
    """Return the criteria that hold at a tafel now."""
    vraag = select(Criteriaset).where(Criteriaset.tafel_id == tafel_id)
    return sessie.scalars(vraag.order_by(Criteriaset.nummer.desc()).limit(1)).one()


def keuzes_van_tafel(sessie: Session, tafel_id: uuid.UUID) -> tuple[list[Thema], list[AndereTafel]]:
    """Return the themas and the andere tafels in use at a tafel, for an aanmelding that is not there yet."""
    themas = select(Thema).where(Thema.tafel_id == tafel_id, Thema.actief.is_(True))
    tafels = select(AndereTafel).where(AndereTafel.tafel_id == tafel_id, AndereTafel.actief.is_(True))
    return (
        list(sessie.scalars(themas.order_by(Thema.volgorde, Thema.id))),
        list(sessie.scalars(tafels.order_by(AndereTafel.volgorde, AndereTafel.id))),
    )


def patronen_van(sessie: Session, casus: Casus) -> list[Patroon]:
    """Return the words by which a vraag reads like a request for information."""
    rijen = sessie.scalars(
        select(Vraagpatroon).where(Vraagpatroon.tafel_id == casus.tafel_id).order_by(Vraagpatroon.id)
    )
    return [Patroon(rij.patroon, rij.uitleg) for rij in rijen]


def _andere_tafels(sessie: Session, casus: Casus) -> list[AndereTafel]:
    vraag = select(AndereTafel).where(AndereTafel.tafel_id == casus.tafel_id)
    return list(sessie.scalars(vraag.order_by(AndereTafel.volgorde, AndereTafel.id)))


def andere_tafels(sessie: Session, casus: Casus) -> list[AndereTafel]:
    """Return the tafels to send a casus on to."""
    return [tafel for tafel in _andere_tafels(sessie, casus) if tafel.actief]


def alternatieven(tafels: list[AndereTafel]) -> list[AndereTafel]:
    """Return the tafels that take a case over: what to consider when it does not meet the criteria."""
    return [tafel for tafel in tafels if tafel.bekend_regel is BekendRegel.OVERGEDRAGEN]


def dienstnummers(sessie: Session, vrager: Vrager, casus: Casus) -> list[Dienstnummer]:
    """Return the duty services of the others: not those of the asker's own kind of organisatie."""
    vraag = select(Dienstnummer).where(
        Dienstnummer.tafel_id == casus.tafel_id, Dienstnummer.soort != vrager.organisatie_soort
    )
    return list(sessie.scalars(vraag.order_by(Dienstnummer.volgorde, Dienstnummer.id)))


def maatregelen_van(sessie: Session, vrager: Vrager, casus: Casus) -> list[Maatregel]:
    """Return the maatregelen that are not ended, as far as the asker may see them."""
    vraag = zichtbaar(vrager, Maatregel).where(
        Maatregel.casus_id == casus.id, Maatregel.beeindigd_op.is_(None)
    )
    return list(sessie.scalars(vraag.order_by(Maatregel.vanaf, Maatregel.id)))


def overleggen_van(sessie: Session, vrager: Vrager, casus: Casus) -> list[Overleg]:
    """Return the meetings on whose agenda the casus stands or stood, as far as the asker may see them."""
    punt = select(Agendapunt.overleg_id).where(Agendapunt.casus_id == casus.id).correlate(None)
    vraag = zichtbaar(vrager, Overleg).where(Overleg.id.in_(punt))
    return list(sessie.scalars(vraag.order_by(Overleg.datum, Overleg.id)))
