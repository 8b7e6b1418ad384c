"""Overleggen whose day has passed and that nobody started or called off: their casussen wait there."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Overleg
from overleg.agenda.opvragen.overleggen import OPEN
from overleg.basis.weergave import datum
from overleg.start.taken import Taak, hoogstens
from overleg.toegang.filters import leidt
from overleg.toegang.vrager import Vrager

MEESTE_REGELS = 5


def vergeten_overleggen(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    """Return a line for each, oldest first, of the tafels that the asker leads.

    Started after all, or called off, it lets go of its casussen; until then they can come on no other agenda.
    """
    overleggen = sessie.scalars(
        select(Overleg)
        .where(leidt(vrager, Overleg.tafel_id), Overleg.status.in_(OPEN), Overleg.datum < dag)
        .order_by(Overleg.datum, Overleg.id)
    )
    regels = [
        Taak(
            f"Overleg van {datum(overleg.datum)}: start het alsnog of laat het vervallen",
            "agenda.overleg",
            toon="let-op",
            toelichting="Niet gestart",
            sleutel=overleg.id,
            parameter="overleg",
        )
        for overleg in overleggen
    ]
    rest = Taak("Nog meer overleggen die niet zijn gestart", "agenda.overleggen", toon="let-op")
    return hoogstens(regels, MEESTE_REGELS, rest)
