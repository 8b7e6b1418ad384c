"""What waits for somebody, as conditions on a query: one and the same for the first page and the digest."""

from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import (
    Afspraak,
    Basis,
    Casus,
    Informatiebijdrage,
    Informatieverzoek,
    Informering,
    Overdracht,
    TeInformerenPartij,
)
from models.waarden import BijdrageStatus, CasusStatus
from overleg.bespreking.opvragen.openstaand import (
    Waar,
    open_afspraak,
    open_informering,
    open_partij,
    wacht_op_antwoord,
)
from overleg.toegang.filters import leidt
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT


def tel_rijen(sessie: Session, model: type[Basis], *waar: ColumnElement[bool]) -> int:
    """Return how many rows there are."""
    (aantal,) = tel_uitgesplitst(sessie, model, waar)
    return aantal


def tel_uitgesplitst(
    sessie: Session, model: type[Basis], waar: Waar, *waarvan: ColumnElement[bool]
) -> tuple[int, ...]:
    """Return how many rows there are, and for how many of them each of `waarvan` holds, in one query."""
    delen = (func.count(), *(func.count().filter(deel) for deel in waarvan))
    return tuple(sessie.execute(select(*delen).select_from(model).where(*waar)).one())


def open_afspraken(vrager: Vrager) -> Waar:
    """Return which afspraken the organisatie of the asker still has to do."""
    return (
        Afspraak.organisatie_id == vrager.organisatie_id,
        *open_afspraak(),
        ZICHT[Afspraak](vrager),
    )


def open_overdrachten(vrager: Vrager) -> Waar:
    """Return which handovers wait for the answer of the organisatie of the asker."""
    return (
        Overdracht.naar_organisatie_id == vrager.organisatie_id,
        *wacht_op_antwoord(),
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
        *open_informering(),
        ZICHT[Informering](vrager),
    )


def te_informeren_partijen(vrager: Vrager) -> Waar:
    """Return which parties the organisatie of the asker must still tell something."""
    return (
        TeInformerenPartij.organisatie_id == vrager.organisatie_id,
        *open_partij(),
        ZICHT[TeInformerenPartij](vrager),
    )


def ter_triage(vrager: Vrager) -> Waar:
    """Return which casussen wait for triage at a tafel that the asker leads."""
    return (leidt(vrager, Casus.tafel_id), ZICHT[Casus](vrager), Casus.status == CasusStatus.AANGEMELD)


def voor_mij(vrager: Vrager, persoon: InstrumentedAttribute[UUID | None]) -> ColumnElement[bool]:
    """Return whether something is for the asker: by name, or for whoever of the organisatie takes it up."""
    return or_(persoon.is_(None), persoon == vrager.id)
