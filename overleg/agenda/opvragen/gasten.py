"""When a guest is expected: the own slots, never the time of the whole meeting (domein.md §2)."""

import uuid
from collections.abc import Iterable
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt, Overleg
from models.waarden import Rol
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager

Gasttijd = tuple[time, time]


def komt_als_gast(vrager: Vrager, overleg: Overleg) -> bool:
    """Whether the asker comes for an item only; someone with a place at the tafel comes for the whole."""
    return not vrager.is_op(overleg.tafel_id, *LEIDEND, Rol.DEELNEMER)


def gasttijden(
    sessie: Session, vrager: Vrager, overleggen: Iterable[Overleg]
) -> dict[uuid.UUID, Gasttijd | None]:
    """Return by overleg the time of the asker, for those where the asker comes as a guest.

    From the begin of the first slot to the end of the last; None as long as no slot was given.
    """
    als_gast = [overleg.id for overleg in overleggen if komt_als_gast(vrager, overleg)]
    if not als_gast:
        return {}
    rijen = sessie.execute(
        select(Agendapunt.overleg_id, Aanschuiver.slot_begin, Aanschuiver.slot_einde)
        .join(Aanschuiver.punt)
        .where(
            Agendapunt.overleg_id.in_(als_gast),
            Agendapunt.doorgezet_op.is_(None),
            Aanschuiver.gebruiker_id == vrager.id,
        )
    ).all()
    gevonden: dict[uuid.UUID, Gasttijd | None] = dict.fromkeys(als_gast)
    for sleutel, begin, einde in rijen:
        if begin is not None and einde is not None:
            eerder = gevonden[sleutel] or (begin, einde)
            gevonden[sleutel] = (min(eerder[0], begin), max(eerder[1], einde))
    return gevonden
