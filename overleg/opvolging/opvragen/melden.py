"""What was reported on one afspraak, and what stands in the way of telling someone."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Informering, Voortgang
from models.waarden import BetrokkeneRol, Domein
from overleg.bespreking.regels.voortgang import TE_DOEN
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar


def voortgang_van(sessie: Session, afspraak: Afspraak) -> list[Voortgang]:
    """Return every report on an afspraak, newest first."""
    return list(
        sessie.scalars(
            select(Voortgang)
            .where(Voortgang.afspraak_id == afspraak.id)
            .order_by(Voortgang.op.desc(), Voortgang.id)
            .options(joinedload(Voortgang.door))
        )
    )


def eerst_in_straf(sessie: Session, vrager: Vrager, informering: Informering) -> tuple[bool, list[Afspraak]]:
    """Return whether telling this person can spoil an open step in straf, and those the asker may see.

    Only for a (vermoedelijk) pleger: informed before the investigative step is warned about (domein.md §5,
    stap 2). A guest reads that there is something, not what.
    """
    if informering.betrokkene.rol is not BetrokkeneRol.PLEGER:
        return False, []
    open_ = (
        Afspraak.casus_id == informering.casus_id,
        Afspraak.geldt_vanaf.is_not(None),
        Afspraak.domein == Domein.STRAF,
        Afspraak.status.in_(TE_DOEN),
    )
    gezien = zichtbaar(vrager, Afspraak).where(*open_).options(joinedload(Afspraak.organisatie))
    rijen = list(sessie.scalars(gezien.order_by(Afspraak.nummer)))
    return bool(rijen) or bool(sessie.scalar(select(exists().where(*open_)))), rijen
