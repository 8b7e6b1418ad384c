"""Casussen under monitoring come back on the agenda by themselves on their date (domein.md §6)."""

from datetime import date

from sqlalchemy.orm import Session

from models import Agendapunt, Casus, Overleg
from models.waarden import CasusStatus, OverlegStatus
from overleg.agenda.feiten import feiten_van
from overleg.agenda.handelingen.punten import leg_casus_op
from overleg.agenda.opvragen.overleggen import open_overleggen
from overleg.agenda.opvragen.signalen import monitoring_voor
from overleg.agenda.regels.agenderen import mag_geagendeerd
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager


def zet_monitoring_klaar(sessie: Session, overleg: Overleg, vrager: Vrager | None = None) -> list[Agendapunt]:
    """Put the casussen under monitoring that are due on this overleg's agenda; return the new items.

    Only on the first coming overleg on or after their date. A casus that may not be discussed (no
    melding, no vraag) is left: the agenda page shows it with the reasons. On an agenda that was sent it
    comes before the rondvraag: the times people were told stay. No commit; the background loop calls it
    without an asker.
    """
    verstuurd = overleg.status is OverlegStatus.GEPUBLICEERD
    punten = []
    for casus in monitoring_voor(sessie, overleg):
        if mag_geagendeerd(feiten_van(casus, overleg.datum)):
            punt = leg_casus_op(sessie, overleg, casus, achteraan=verstuurd)
            schrijf(sessie, vrager, Soort.CASUS_GEAGENDEERD, punt, datum=overleg.datum.isoformat())
            punten.append(punt)
    return punten


def zet_alle_monitoring_klaar(sessie: Session, dag: date) -> int:
    """Do so for every overleg that is still to come; return how many items were made."""
    return sum(len(zet_monitoring_klaar(sessie, overleg)) for overleg in open_overleggen(sessie, dag))


def beeindig_monitoring(casus: Casus) -> None:
    """End the monitoring of a casus; one that stands on an agenda is besproken once it is taken off."""
    casus.monitoring_op = None
    if casus.status is not CasusStatus.GEAGENDEERD:
        zet_stap(casus, Stap.MONITORING_BEEINDIGEN)
        return
    for punt in casus.punten:
        if punt.doorgezet_op is None and punt.status_vooraf is CasusStatus.IN_MONITORING:
            punt.status_vooraf = CasusStatus.BESPROKEN
