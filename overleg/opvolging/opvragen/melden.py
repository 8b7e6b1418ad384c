"""What was reported on one afspraak, and what stands in the way of telling someone."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Informering, Voortgang
from models.waarden import BetrokkeneRol
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.bespreking.opvragen.plan import feit_van
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


def stappen_eerst(sessie: Session, vrager: Vrager, informering: Informering) -> tuple[bool, list[Afspraak]]:
    """Return whether an open step must come before this person is told, and the steps the asker may see.

    Only for a (vermoedelijk) pleger (domein.md §5, stap 2). A guest reads that there is something, not what.
    """
    if informering.betrokkene.rol is not BetrokkeneRol.PLEGER:
        return False, []
    open_ = sessie.scalars(
        select(Afspraak)
        .where(Afspraak.casus_id == informering.casus_id, *open_afspraak())
        .options(joinedload(Afspraak.organisatie), joinedload(Afspraak.gesprek_met))
        .order_by(Afspraak.nummer)
    )
    stappen = {afspraak.id: afspraak for afspraak in open_ if feit_van(afspraak).is_onderzoekshandeling}
    gezien = zichtbaar(vrager, Afspraak).where(Afspraak.id.in_(stappen)).order_by(Afspraak.nummer)
    return bool(stappen), list(sessie.scalars(gezien)) if stappen else []
