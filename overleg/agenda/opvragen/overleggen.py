"""The overleggen of the asker's tafels: coming, past, and the next one."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session, joinedload

from models import Agendapunt, Overleg, Overlegtafel
from models.waarden import OverlegStatus, Weekdag
from overleg.agenda.regels.reeks import STAP, eerste_op_weekdag
from overleg.basis.limieten import limiet
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

OPEN = (OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD)


@dataclass(frozen=True)
class Sleutel:
    """Where a page of the list begins: after this overleg."""

    datum: date
    id: uuid.UUID

    def __str__(self) -> str:
        """Write it for in a URL."""
        return f"{self.datum.isoformat()}_{self.id}"

    @classmethod
    def lees(cls, tekst: str) -> "Sleutel | None":
        """Read it back; None for anything else."""
        dag, _, sleutel = tekst.partition("_")
        try:
            return cls(date.fromisoformat(dag), uuid.UUID(sleutel))
        except ValueError:
            return None


@dataclass(frozen=True)
class Bladzijde:
    """Part of the list; `volgende` is where the next part begins, or None."""

    overleggen: tuple[Overleg, ...]
    volgende: Sleutel | None


def komende(
    sessie: Session, vrager: Vrager, dag: date, tafel_id: uuid.UUID | None, na: Sleutel | None
) -> Bladzijde:
    """Return what comes from `dag` on, soonest first."""
    vraag = _lijst(vrager, tafel_id).where(Overleg.datum >= dag)
    if na is not None:
        vraag = vraag.where(tuple_(Overleg.datum, Overleg.id) > (na.datum, na.id))
    return _bladzijde(sessie, vraag.order_by(Overleg.datum, Overleg.id))


def geweest(
    sessie: Session, vrager: Vrager, dag: date, tafel_id: uuid.UUID | None, na: Sleutel | None
) -> Bladzijde:
    """Return what was before `dag`, latest first."""
    vraag = _lijst(vrager, tafel_id).where(Overleg.datum < dag)
    if na is not None:
        vraag = vraag.where(tuple_(Overleg.datum, Overleg.id) < (na.datum, na.id))
    return _bladzijde(sessie, vraag.order_by(Overleg.datum.desc(), Overleg.id.desc()))


def _lijst(vrager: Vrager, tafel_id: uuid.UUID | None) -> Select[Overleg]:
    vraag = zichtbaar(vrager, Overleg).options(joinedload(Overleg.tafel))
    return vraag if tafel_id is None else vraag.where(Overleg.tafel_id == tafel_id)


def _bladzijde(sessie: Session, vraag: Select[Overleg]) -> Bladzijde:
    grens = limiet("aantal_per_pagina")
    rijen = sessie.scalars(vraag.limit(grens + 1)).all()
    deel = tuple(rijen[:grens])
    volgende = Sleutel(deel[-1].datum, deel[-1].id) if len(rijen) > grens else None
    return Bladzijde(deel, volgende)


def eigen_tafels(sessie: Session, vrager: Vrager, *, leidt: bool = False) -> Sequence[Overlegtafel]:
    """Return the tafels of the asker by name, or only those the asker leads."""
    tafels = vrager.tafels(*LEIDEND) if leidt else vrager.tafels()
    vraag = select(Overlegtafel).where(Overlegtafel.id.in_(tafels)).order_by(Overlegtafel.naam)
    return sessie.scalars(vraag).all()


def bezette_momenten(
    sessie: Session, tafel_id: uuid.UUID, vanaf: date, behalve: uuid.UUID | None = None
) -> frozenset[tuple[date, time]]:
    """Return day and begin of the overleggen a tafel has from `vanaf` on, called off ones left out."""
    rijen = sessie.execute(
        select(Overleg.datum, Overleg.begin, Overleg.id).where(
            Overleg.tafel_id == tafel_id,
            Overleg.datum >= vanaf,
            Overleg.status != OverlegStatus.GEANNULEERD,
        )
    ).all()
    return frozenset((datum, begin) for datum, begin, sleutel in rijen if sleutel != behalve)


def eerste_vrije_dag(sessie: Session, tafel: Overlegtafel, vanaf: date) -> date:
    """Return the first usual weekday of the tafel from `vanaf` on that has no overleg yet."""
    bezet = {dag for dag, _ in bezette_momenten(sessie, tafel.id, vanaf)}
    dag = eerste_op_weekdag(vanaf, list(Weekdag).index(tafel.weekdag))
    while dag in bezet:
        dag += STAP.get(tafel.ritme, timedelta(days=7))
    return dag


def open_overleggen(sessie: Session, dag: date) -> Sequence[Overleg]:
    """Return all overleggen of all tafels that are still to come, soonest first: for the background loop."""
    vraag = select(Overleg).where(Overleg.datum >= dag, Overleg.status.in_(OPEN))
    return sessie.scalars(vraag.order_by(Overleg.datum, Overleg.begin, Overleg.id)).all()


def volgend_overleg(sessie: Session, overleg: Overleg, vandaag: date) -> Overleg | None:
    """Return the next overleg of the same tafel that is still to come, or None."""
    later = or_(
        Overleg.datum > overleg.datum, and_(Overleg.datum == overleg.datum, Overleg.begin > overleg.begin)
    )
    vraag = (
        select(Overleg)
        .where(
            Overleg.tafel_id == overleg.tafel_id, later, Overleg.datum >= vandaag, Overleg.status.in_(OPEN)
        )
        .order_by(Overleg.datum, Overleg.begin, Overleg.id)
        .limit(1)
    )
    return sessie.scalars(vraag).one_or_none()


def aantal_casussen(sessie: Session, vrager: Vrager, overleggen: Sequence[Overleg]) -> dict[uuid.UUID, int]:
    """Return how many casussen stand on each agenda, of those the asker may see."""
    sleutels = [overleg.id for overleg in overleggen]
    vraag = zichtbaar(vrager, Agendapunt).where(
        Agendapunt.overleg_id.in_(sleutels),
        Agendapunt.casus_id.is_not(None),
        or_(Agendapunt.doorgezet_op.is_(None), Agendapunt.begonnen_op.is_not(None)),
    )
    eigen = vraag.subquery()
    tel = select(eigen.c.overleg_id, func.count().label("aantal")).group_by(eigen.c.overleg_id)
    return {rij.overleg_id: rij.aantal for rij in sessie.execute(tel)}
