"""What waits for somebody, as conditions on a query: one and the same for the first page and the digest."""

from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import (
    Afspraak,
    Basis,
    Bespreking,
    Casus,
    Informatiebijdrage,
    Informatieverzoek,
    Informering,
    Overdracht,
    TeInformerenPartij,
)
from models.waarden import AfspraakStatus, BijdrageStatus, CasusStatus, InformerenStatus, OverdrachtStatus
from overleg.toegang.filters import leidt
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT

Waar = tuple[ColumnElement[bool], ...]
LOPEND = (AfspraakStatus.OPEN, AfspraakStatus.BEZIG)
OP_DAG = func.coalesce(Informering.opnieuw_op, Informering.op)
"""When a person is told: as agreed, or as postponed."""


def tel_rijen(sessie: Session, model: type[Basis], *waar: ColumnElement[bool]) -> int:
    """Return how many rows there are."""
    return sessie.scalar(select(func.count()).select_from(model).where(*waar)) or 0


def open_afspraken(vrager: Vrager) -> Waar:
    """Return which afspraken the organisatie of the asker still has to do."""
    return (
        Afspraak.organisatie_id == vrager.organisatie_id,
        Afspraak.geldt_vanaf.is_not(None),
        Afspraak.status.in_(LOPEND),
        ZICHT[Afspraak](vrager),
    )


def open_overdrachten(vrager: Vrager) -> Waar:
    """Return which handovers wait for the answer of the organisatie of the asker."""
    return (
        Overdracht.naar_organisatie_id == vrager.organisatie_id,
        Overdracht.status == OverdrachtStatus.AANGEBODEN,
        Overdracht.geldt_vanaf.is_not(None),
        ZICHT[Overdracht](vrager),
    )


def open_vragen(vrager: Vrager) -> Waar:
    """Return which questions the organisatie of the asker did not answer yet."""
    beantwoord = exists().where(
        Informatiebijdrage.verzoek_id == Informatieverzoek.id,
        Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
    )
    return (
        Informatieverzoek.organisatie_id == vrager.organisatie_id,
        Informatieverzoek.ingetrokken_op.is_(None),
        ZICHT[Informatieverzoek](vrager),
        ~beantwoord,
    )


def te_informeren_personen(vrager: Vrager) -> Waar:
    """Return which people the organisatie of the asker must still tell something."""
    return (
        Informering.organisatie_id == vrager.organisatie_id,
        Informering.status != InformerenStatus.GEDAAN,
        Informering.bespreking_id.in_(_afgerond()),
        ZICHT[Informering](vrager),
    )


def te_informeren_partijen(vrager: Vrager) -> Waar:
    """Return which parties the organisatie of the asker must still tell something."""
    return (
        TeInformerenPartij.organisatie_id == vrager.organisatie_id,
        TeInformerenPartij.gedaan_op.is_(None),
        TeInformerenPartij.bespreking_id.in_(_afgerond()),
        ZICHT[TeInformerenPartij](vrager),
    )


def ter_triage(vrager: Vrager) -> Waar:
    """Return which casussen wait for triage at a tafel that the asker leads."""
    return (leidt(vrager, Casus.tafel_id), ZICHT[Casus](vrager), Casus.status == CasusStatus.AANGEMELD)


def voor_mij(vrager: Vrager, persoon: InstrumentedAttribute[UUID | None]) -> ColumnElement[bool]:
    """Return whether something is for the asker: by name, or for whoever of the organisatie takes it up."""
    return or_(persoon.is_(None), persoon == vrager.id)


def _afgerond() -> ScalarSelect[UUID]:
    vraag = select(Bespreking.id).where(Bespreking.afgerond_op.is_not(None))
    return vraag.correlate(None).scalar_subquery()
