"""Maatregelen that end soon, on the first page and in the digest of who leads (domein.md §5)."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from overleg.agenda.opvragen.signalen import VOOR_TRIAGE, Signaal, maatregelen_binnenkort
from overleg.basis.weergave import datum
from overleg.start.taken import Taak, hoogstens
from overleg.toegang.vrager import Vrager

VOORAF = timedelta(days=7)
"""So long before its day a maatregel is named: there may be no overleg in between."""
MEESTE_REGELS = 5


def maatregelen_gauw(sessie: Session, vrager: Vrager, dag: date) -> list[Signaal]:
    """Return what ends or is to be looked at within a week, or was missed, at the tafels of who leads."""
    return maatregelen_binnenkort(sessie, vrager, dag, dag + VOORAF)


def maatregeltaken(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    """Return a line for each, soonest first: which casus, what and when, not which maatregel."""
    regels = [
        Taak(
            f"{signaal.casus.kenmerk or 'Acuut gevaar, nog zonder kenmerk'}: {signaal.zin}",
            "instroom.spoed" if signaal.casus.status in VOOR_TRIAGE else "opvolging.casus",
            toon="let-op",
            toelichting=datum(signaal.datum),
            sleutel=signaal.casus.id,
            parameter="casus",
        )
        for signaal in maatregelen_gauw(sessie, vrager, dag)
    ]
    rest = Taak("Nog meer maatregelen: kijk bij de agenda", "agenda.overleggen", toon="let-op")
    return hoogstens(list(dict.fromkeys(regels)), MEESTE_REGELS, rest)
