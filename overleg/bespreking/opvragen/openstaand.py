"""What is still open, as conditions on a query: one and the same for every list, count and file."""

from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, case, select

from models import Afspraak, Bespreking, Informering, Overdracht, TeInformerenPartij
from models.waarden import InformerenStatus, OverdrachtStatus
from overleg.basis.afspraakstand import TE_DOEN

Waar = tuple[ColumnElement[bool], ...]
OP_DAG = case(
    (Informering.status == InformerenStatus.UITGESTELD, Informering.opnieuw_op), else_=Informering.op
)
"""When a person is told: as agreed, or as postponed (`regels/informeren.py: wanneer`)."""


def open_afspraak() -> Waar:
    """Return which afspraken hold and are still to be done."""
    return Afspraak.geldt_vanaf.is_not(None), Afspraak.status.in_(TE_DOEN)


def open_informering() -> Waar:
    """Return which people must still be told something, as a closed bespreking decided."""
    return Informering.status != InformerenStatus.GEDAAN, Informering.bespreking_id.in_(_afgerond())


def open_partij() -> Waar:
    """Return which parties must still be told something, as a closed bespreking decided."""
    return TeInformerenPartij.gedaan_op.is_(None), TeInformerenPartij.bespreking_id.in_(_afgerond())


def wacht_op_antwoord() -> Waar:
    """Return which handovers hold and were not answered yet."""
    return Overdracht.geldt_vanaf.is_not(None), Overdracht.status == OverdrachtStatus.AANGEBODEN


def _afgerond() -> ScalarSelect[UUID]:
    vraag = select(Bespreking.id).where(Bespreking.afgerond_op.is_not(None))
    return vraag.correlate(None).scalar_subquery()
