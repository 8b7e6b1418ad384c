"""The chain over the logboek: rows are sealed in order, so that a changed or missing one shows.

Rows are written free of each other, so that one person's look never waits for another's; the
background loop seals them within seconds (ontwerp.md §6).
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Zegel

BEGIN = "0" * 64
MEESTE_TEGELIJK = 2000
SPELING = timedelta(days=1)


@dataclass(frozen=True)
class Controle:
    """The outcome of checking the chain."""

    verzegeld: int
    """How many rows are sealed and whole."""
    open: int
    """How many rows are not sealed yet."""
    breuk: str = ""
    """What is wrong with the first broken row; empty when all is whole."""


def _inhoud(rij: Gebeurtenis) -> bytes:
    kolommen = {kolom.name: getattr(rij, kolom.key) for kolom in Gebeurtenis.__table__.columns}
    return json.dumps(kolommen, default=str, sort_keys=True, ensure_ascii=False).encode()


def _zegel(sleutel: bytes, vorige: str, rij: Gebeurtenis) -> str:
    return hmac.new(sleutel, vorige.encode() + _inhoud(rij), hashlib.sha256).hexdigest()


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
        nummer, zegel = nummer + 1, _zegel(sleutel, vorige, rij)
        sessie.add(Zegel(nummer=nummer, gebeurtenis_id=rij.id, vorige=vorige, zegel=zegel))
        vorige = zegel
    return len(los)


def controleer(sessie: Session, sleutel: bytes) -> Controle:
    """Walk the chain and name the first broken row."""
    vorige, verwacht = BEGIN, 1
    paren = sessie.execute(
        select(Zegel, Gebeurtenis)
        .outerjoin(Gebeurtenis, Gebeurtenis.id == Zegel.gebeurtenis_id)
        .order_by(Zegel.nummer)
    )
    for zegel, rij in paren:
        breuk = _breuk(sleutel, vorige, verwacht, zegel, rij)
        if breuk:
            return Controle(verwacht - 1, 0, breuk)
        vorige, verwacht = zegel.zegel, verwacht + 1
    vergeten = _overgeslagen(sessie)
    if vergeten is not None:
        return Controle(
            verwacht - 1, 0, f"regel {vergeten.id} van {vergeten.tijd:%d-%m-%Y} is niet verzegeld"
        )
    aantal = sessie.scalar(select(func.count()).select_from(Gebeurtenis)) or 0
    return Controle(verwacht - 1, aantal - (verwacht - 1))


def _overgeslagen(sessie: Session) -> Gebeurtenis | None:
    """Return a row so old that the loop passed it by: put in afterwards, with a false date."""
    laatste = (
        select(Gebeurtenis.tijd)
        .join(Zegel, Zegel.gebeurtenis_id == Gebeurtenis.id)
        .order_by(Zegel.nummer.desc())
        .limit(1)
    )
    tijd = sessie.scalars(laatste).first()
    if tijd is None:
        return None
    los = ~exists().where(Zegel.gebeurtenis_id == Gebeurtenis.id)
    return sessie.scalars(
        select(Gebeurtenis).where(los, Gebeurtenis.tijd <= tijd - SPELING).order_by(Gebeurtenis.tijd).limit(1)
    ).first()


def _breuk(sleutel: bytes, vorige: str, verwacht: int, zegel: Zegel, rij: Gebeurtenis | None) -> str:
    if zegel.nummer != verwacht:
        return f"zegel {verwacht} ontbreekt"
    if rij is None:
        return f"regel {zegel.gebeurtenis_id} bij zegel {verwacht} ontbreekt"
    if zegel.vorige != vorige or zegel.zegel != _zegel(sleutel, vorige, rij):
        return f"regel {rij.id} bij zegel {verwacht} is gewijzigd"
    return ""
