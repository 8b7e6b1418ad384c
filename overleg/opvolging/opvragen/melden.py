"""What was reported on one afspraak."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Voortgang


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
