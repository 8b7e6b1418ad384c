"""The chain over the logboek: rows are sealed in order, so that a changed or missing one shows.

Rows are written free of each other, so that one person's look never waits for another's; the
background loop seals them within seconds (ontwerp.md §6).
"""

import hashlib
import hmac
import json
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Zegel

BEGIN = "0" * 64


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


def verzegel(sessie: Session, sleutel: bytes) -> int:
    """Seal every row that is not sealed yet, oldest first; return how many."""
    laatste = sessie.scalars(select(Zegel).order_by(Zegel.nummer.desc()).limit(1)).first()
    nummer, vorige = (laatste.nummer, laatste.zegel) if laatste else (0, BEGIN)
    los = sessie.scalars(
        select(Gebeurtenis)
        .outerjoin(Zegel, Zegel.gebeurtenis_id == Gebeurtenis.id)
        .where(Zegel.nummer.is_(None))
        .order_by(Gebeurtenis.tijd, Gebeurtenis.id)
    ).all()
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
    aantal = sessie.scalar(select(func.count()).select_from(Gebeurtenis)) or 0
    return Controle(verwacht - 1, aantal - (verwacht - 1))


def _breuk(sleutel: bytes, vorige: str, verwacht: int, zegel: Zegel, rij: Gebeurtenis | None) -> str:
    if zegel.nummer != verwacht:
        return f"zegel {verwacht} ontbreekt"
    if rij is None:
        return f"regel {zegel.gebeurtenis_id} bij zegel {verwacht} ontbreekt"
    if zegel.vorige != vorige or zegel.zegel != _zegel(sleutel, vorige, rij):
        return f"regel {rij.id} bij zegel {verwacht} is gewijzigd"
    return ""
