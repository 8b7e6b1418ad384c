"""One text of a bespreking and everything it ever was."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Tekstveld, Tekstversie


def versies_van(sessie: Session, veld: Tekstveld) -> list[Tekstversie]:
    """Return every text of a field, newest first, the refused ones too."""
    return list(
        sessie.scalars(
            select(Tekstversie)
            .where(Tekstversie.tekstveld_id == veld.id)
            .options(joinedload(Tekstversie.door))
            .order_by(Tekstversie.op.desc(), Tekstversie.versie.desc(), Tekstversie.id)
        )
    )
