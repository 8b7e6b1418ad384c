"""What people do with an overleg and its agenda; other stages import from here."""

from overleg.agenda.handelingen.doorzetten import zet_door
from overleg.agenda.handelingen.gang import zet_overlegstap
from overleg.agenda.handelingen.monitoring import beeindig_monitoring, zet_monitoring_klaar
from overleg.agenda.handelingen.punten import zet_op_agenda
from overleg.agenda.handelingen.versturen import zet_deelnames_klaar

__all__ = [
    "beeindig_monitoring",
    "zet_deelnames_klaar",
    "zet_door",
    "zet_monitoring_klaar",
    "zet_op_agenda",
    "zet_overlegstap",
]
