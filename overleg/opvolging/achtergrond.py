"""What happens without anybody asking (domein.md §6).

Monitoring comes back on the agenda on its date; a casus that another tafel took over leaves.
"""

from datetime import timedelta

from sqlalchemy.orm import Session

from overleg.agenda.handelingen.monitoring import zet_alle_monitoring_klaar
from overleg.basis.achtergrond import taak
from overleg.basis.klok import vandaag
from overleg.opvolging.handelingen.gemeen import sluit_wat_is_overgedragen
from overleg.opvolging.opvragen.sluiten import overgedragen_casussen


@taak("monitoring_op_agenda", elke=timedelta(minutes=15))
def zet_terug(sessie: Session) -> int:
    """Put every casus under monitoring on the agenda of the first overleg on or after its date."""
    return zet_alle_monitoring_klaar(sessie, vandaag())


@taak("overgedragen_sluiten", elke=timedelta(minutes=15))
def sluit_overgedragen(sessie: Session) -> int:
    """Close what another tafel took over and nothing keeps open here, also when two people ended it at once.

    Returns how many were closed.
    """
    return sum(sluit_wat_is_overgedragen(sessie, None, casus) for casus in overgedragen_casussen(sessie))
