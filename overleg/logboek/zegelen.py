"""The chain over the logboek: rows are sealed in order, so that a changed or missing one shows.

Rows are written free of each other, so that one person's look never waits for another's; the
background loop seals them within seconds (ontwerp.md §6).
"""

import hashlib
import hmac
from datetime import timedelta

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Zegel
from overleg.logboek.vorm import NIEUWSTE, inhoud

BEGIN = "0" * 64
MEESTE_TEGELIJK = 2000
SPELING = timedelta(days=1)


def zegel_over(sleutel: bytes, vorige: str, rij: Gebeurtenis, vorm: int) -> str:
    """Return the seal over `rij` after the seal `vorige`; only who has the key can make it."""
    return hmac.new(sleutel, vorige.encode() + inhoud(rij, vorm), hashlib.sha256).hexdigest()


def _los(sessie: Session) -> Select[Gebeurtenis]:
    """Return a select of the rows that are not sealed yet, oldest first.

    Looks back from the last sealed row by `SPELING` only: with millions of rows the loop cannot go
    through them all every few seconds. No transaction lasts that long, so no row can be missed.
    """
    laatste = (
        select(Gebeurtenis.tijd)
        .join(Zegel, Zegel.gebeurtenis_id == Gebeurtenis.id)
        .order_by(Zegel.nummer.desc())
        .limit(1)
    )
    tijd = sessie.scalars(laatste).first()
    vraag = select(Gebeurtenis).where(~exists().where(Zegel.gebeurtenis_id == Gebeurtenis.id))
    if tijd is not None:
        vraag = vraag.where(Gebeurtenis.tijd > tijd - SPELING)
    return vraag.order_by(Gebeurtenis.tijd, Gebeurtenis.id)


def iets_open(sessie: Session) -> bool:
    """Whether a row is not sealed yet."""
    return sessie.scalars(_los(sessie).limit(1)).first() is not None


def verzegel(sessie: Session, sleutel: bytes) -> int:
    """Seal what is not sealed yet, oldest first and so many at a time; return how many."""
    laatste = sessie.scalars(select(Zegel).order_by(Zegel.nummer.desc()).limit(1)).first()
    nummer, vorige = (laatste.nummer, laatste.zegel) if laatste else (0, BEGIN)
    los = sessie.scalars(_los(sessie).limit(MEESTE_TEGELIJK)).all()
    for rij in los:
        nummer, zegel = nummer + 1, zegel_over(sleutel, vorige, rij, NIEUWSTE)
        sessie.add(Zegel(nummer=nummer, gebeurtenis_id=rij.id, vorige=vorige, zegel=zegel, vorm=NIEUWSTE))
        vorige = zegel
    return len(los)
