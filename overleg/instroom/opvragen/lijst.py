"""The list of casussen that the asker may see, paged by key."""

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Casus
from models.waarden import CasusStatus
from overleg.basis.limieten import limiet
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

_TEKEN = "_"
HEEL_KENMERK = re.compile(r"[a-z]{1,10}-\d{4}-\d{4,}", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Filter:
    """What the list is limited to."""

    status: CasusStatus | None = None
    kenmerk: str = ""
    eigen: bool = False


@dataclass(frozen=True)
class Bladzijde:
    """One page of the list, and the key of the next one (empty: there is none)."""

    casussen: list[Casus]
    volgende: str


def casussen(
    sessie: Session, vrager: Vrager, filter_: Filter, na: str = "", *, hoogstens: str = "aantal_per_pagina"
) -> Bladzijde:
    """Return the newest casussen first, those after the key `na`; a key that cannot be read is the start.

    `hoogstens` names the limit on how many.
    """
    aantal = limiet(hoogstens)
    vraag = zichtbaar(vrager, Casus).options(
        joinedload(Casus.tafel), joinedload(Casus.inbrenger_organisatie), selectinload(Casus.themas)
    )
    if filter_.status:
        vraag = vraag.where(Casus.status == filter_.status)
    if filter_.kenmerk:
        vraag = vraag.where(_op_kenmerk(filter_.kenmerk))
    if filter_.eigen:
        vraag = vraag.where(Casus.inbrenger_id == vrager.id)
    sleutel = _lees(na)
    if sleutel:
        op, id_ = sleutel
        vraag = vraag.where(or_(Casus.gemaakt_op < op, and_(Casus.gemaakt_op == op, Casus.id < id_)))
    rijen = list(sessie.scalars(vraag.order_by(Casus.gemaakt_op.desc(), Casus.id.desc()).limit(aantal + 1)))
    meer = len(rijen) > aantal
    return Bladzijde(rijen[:aantal], _schrijf(rijen[aantal - 1]) if meer else "")


def _op_kenmerk(getypt: str) -> ColumnElement[bool]:
    """Filter: this kenmerk, or those it is a part of. A whole one is found by its index."""
    if HEEL_KENMERK.fullmatch(getypt):
        return Casus.kenmerk == getypt.upper()
    return Casus.kenmerk.icontains(getypt, autoescape=True)


def _schrijf(casus: Casus) -> str:
    return f"{casus.gemaakt_op.isoformat()}{_TEKEN}{casus.id}"


def _lees(na: str) -> tuple[datetime, uuid.UUID] | None:
    op, _, id_ = na.partition(_TEKEN)
    try:
        moment = datetime.fromisoformat(op)
        return (moment.astimezone(UTC), uuid.UUID(id_)) if moment.tzinfo else None
    except (ValueError, OverflowError):  # no moment, or one that lies before or after all moments
        return None
