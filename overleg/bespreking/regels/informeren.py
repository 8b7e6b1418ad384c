"""Rules on when somebody is told: as agreed, or as postponed (domein.md §5, besluit 3)."""

from datetime import date

from models.waarden import InformerenStatus


def wanneer(status: InformerenStatus, op: date | None, opnieuw_op: date | None) -> date | None:
    """Return the day it is due: of what was postponed, the day on which it is looked at again."""
    return opnieuw_op if status is InformerenStatus.UITGESTELD else op


def is_te_laat(status: InformerenStatus, dag_ervan: date | None, dag: date) -> bool:
    """Whether it should have been done before `dag`."""
    return status is not InformerenStatus.GEDAAN and dag_ervan is not None and dag_ervan < dag
