"""Which house style a document gets: that of its tafel now, or the one a record was adopted with."""

import hashlib
import logging
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, undefer

from models import Huisstijl, Overlegtafel
from overleg.verslag.opvragen.lezen import Gelezen

_WIE = (joinedload(Huisstijl.geladen_door), joinedload(Huisstijl.in_gebruik_door))
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stand:
    """The versions of a tafel: the template in use, the one on trial, and what was in use before."""

    nu: Huisstijl | None
    proef: Huisstijl | None
    eerder: Sequence[Huisstijl]


def stand_van_huisstijl(sessie: Session, tafel: Overlegtafel) -> Stand:
    """Return what a tafel has, the newest first; the templates themselves are left where they are."""
    vraag = select(Huisstijl).where(Huisstijl.tafel_id == tafel.id).options(*_WIE)
    rijen = sessie.scalars(vraag.order_by(Huisstijl.in_gebruik_op.desc(), Huisstijl.nummer.desc())).all()
    gebruikt = [rij for rij in rijen if rij.in_gebruik_op]
    heeft_eigen = bool(gebruikt) and gebruikt[0].heeft_sjabloon
    return Stand(
        nu=gebruikt[0] if heeft_eigen else None,
        proef=next((rij for rij in rijen if rij.in_gebruik_op is None), None),
        eerder=gebruikt[1:] if heeft_eigen else gebruikt,
    )


def huidige_huisstijl(sessie: Session, tafel_id: uuid.UUID) -> Huisstijl | None:
    """Return the version taken into use last; it may say that the tafel has none of its own any more."""
    vraag = select(Huisstijl).where(Huisstijl.tafel_id == tafel_id, Huisstijl.in_gebruik_op.is_not(None))
    return sessie.scalars(vraag.order_by(Huisstijl.in_gebruik_op.desc(), Huisstijl.nummer.desc())).first()


def huisstijl_voor_vaststellen(sessie: Session, tafel_id: uuid.UUID) -> uuid.UUID | None:
    """Return which house style a record that is adopted now keeps; none: our own."""
    rij = huidige_huisstijl(sessie, tafel_id)
    return rij.id if rij is not None and rij.heeft_sjabloon else None


def sjabloon_van_tafel(sessie: Session, tafel_id: uuid.UUID | None) -> bytes:
    """Return the template that documents of a tafel get now; nothing: our own house style."""
    return _sjabloon(sessie, huisstijl_voor_vaststellen(sessie, tafel_id)) if tafel_id else b""


def sjabloon_van_verslag(sessie: Session, gelezen: Gelezen, tafel_id: uuid.UUID) -> bytes:
    """Return the template of a record: a concept follows the tafel, an adopted one keeps its own."""
    if gelezen.stempel.is_concept:
        return sjabloon_van_tafel(sessie, tafel_id)
    return _sjabloon(sessie, gelezen.huisstijl_id)


def sjabloon_van_versie(sessie: Session, huisstijl: Huisstijl) -> bytes | None:
    """Return the template of one version, in use or on trial; nothing: our own. None when it is damaged."""
    return _sjabloon(sessie, huisstijl.id) or (None if huisstijl.heeft_sjabloon else b"")


def _sjabloon(sessie: Session, huisstijl_id: uuid.UUID | None) -> bytes:
    """Return a template that is still what was stored; a damaged one gives way to our own house style.

    What a record says is worth more than what it looks like.
    """
    if huisstijl_id is None:
        return b""
    rij = sessie.get(Huisstijl, huisstijl_id, options=[undefer(Huisstijl.sjabloon)])
    if rij is None or rij.sjabloon is None:
        return b""
    if hashlib.sha256(rij.sjabloon).hexdigest() != rij.controlegetal:
        log.error("huisstijl %s is beschadigd: het controlegetal klopt niet", rij.id)
        return b""
    return rij.sjabloon
