"""Questions that wait for a second person, limited to the asker."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from models import Goedkeuring
from models.waarden_vierogen import GoedkeuringStatus
from overleg.basis.klok import nu
from overleg.basis.limieten import limiet
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.toegang.zicht_vierogen import te_beslissen


@dataclass(frozen=True)
class Wachtend:
    """What waits for the asker, and what the asker or a colleague asked before; the newest first."""

    voor_u: tuple[Goedkeuring, ...]
    verder: tuple[Goedkeuring, ...]


def goedkeuringen(sessie: Session, vrager: Vrager) -> Wachtend:
    """Return the questions that the asker may see, no more than fit on a page."""
    rijen = sessie.scalars(
        zichtbaar(vrager, Goedkeuring)
        .options(joinedload(Goedkeuring.gevraagd_door), joinedload(Goedkeuring.beslist_door))
        .order_by(Goedkeuring.gevraagd_op.desc(), Goedkeuring.id)
        .limit(limiet("aantal_per_pagina"))
    ).all()
    eigen = {r.id for r in rijen if wacht(r) and vrager.id not in {r.gevraagd_door_id, r.doel_id}}
    return Wachtend(tuple(r for r in rijen if r.id in eigen), tuple(r for r in rijen if r.id not in eigen))


def wacht(goedkeuring: Goedkeuring) -> bool:
    """Whether an answer still counts."""
    return goedkeuring.status is GoedkeuringStatus.WACHT and goedkeuring.verloopt_op > nu()


def aantal_te_beslissen(sessie: Session, vrager: Vrager) -> int:
    """Return how many questions wait for the answer of the asker."""
    vraag = select(func.count()).select_from(Goedkeuring)
    return (
        sessie.scalar(
            vraag.where(
                te_beslissen(vrager),
                Goedkeuring.status == GoedkeuringStatus.WACHT,
                Goedkeuring.verloopt_op > nu(),
            )
        )
        or 0
    )
