"""What the calendar of one person fetches: the overleggen of the own tafels, of a guest the own slots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from models import Aanschuiver, Agendapunt, Overleg
from overleg.agenda.opvragen.gasten import komt_als_gast
from overleg.basis.limieten import limiet
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

TERUG = timedelta(days=30)
"""What is longer ago leaves the calendar."""


@dataclass(frozen=True)
class Abonnement:
    """The overleggen for the whole time, and the slots as a guest."""

    overleggen: tuple[Overleg, ...]
    slots: Sequence[Aanschuiver]


def abonnement(sessie: Session, vrager: Vrager, dag: date) -> Abonnement:
    """Return what is in the calendar of the asker on `dag`, in two queries; cancelled overleggen too."""
    gezien = sessie.scalars(
        zichtbaar(vrager, Overleg)
        .where(Overleg.datum >= dag - TERUG)
        .options(joinedload(Overleg.tafel))
        .order_by(Overleg.datum, Overleg.begin, Overleg.id)
        .limit(limiet("aantal_in_kalender"))
    ).all()
    als_gast = [overleg.id for overleg in gezien if komt_als_gast(vrager, overleg)]
    slots = sessie.scalars(
        select(Aanschuiver)
        .join(Aanschuiver.punt)
        .join(Agendapunt.overleg)
        .where(
            Overleg.id.in_(als_gast),
            Agendapunt.doorgezet_op.is_(None),
            Aanschuiver.gebruiker_id == vrager.id,
            Aanschuiver.slot_begin.is_not(None),  # until then the guest reads “uw tijd volgt”
        )
        .options(contains_eager(Aanschuiver.punt).contains_eager(Agendapunt.overleg))
        .order_by(Overleg.datum, Aanschuiver.slot_begin, Aanschuiver.id)
    ).all()
    return Abonnement(tuple(overleg for overleg in gezien if overleg.id not in als_gast), slots)
