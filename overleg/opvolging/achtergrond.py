"""What is due on a date without anybody asking: monitoring comes back on the agenda (domein.md §6)."""

from datetime import timedelta

from sqlalchemy.orm import Session

from overleg.agenda.handelingen.monitoring import zet_alle_monitoring_klaar
from overleg.basis.achtergrond import taak
from overleg.basis.klok import vandaag


@taak("monitoring_op_agenda", elke=timedelta(minutes=15))
def zet_terug(sessie: Session) -> int:
    """Put every casus under monitoring on the agenda of the first overleg on or after its date."""
    return zet_alle_monitoring_klaar(sessie, vandaag())
