"""Sending the outbox: each mail is taken by one loop only, and never sent twice by itself.

Taking a mail is a transaction of its own, before anything goes over the line. Where nobody can know
whether it went (the line broke, the process ended half-way) it is set aside for a person to decide.
"""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import Session

from models import Bericht
from models.waarden import BerichtStatus
from overleg.basis.database import alleen_lezen, db, schrijvend_apart
from overleg.basis.klok import nu
from overleg.basis.mailserver import Mailserver, NietVerstuurd, Onverstuurbaar, Onzeker

MEESTE_PER_RONDE = 50
MEESTE_POGINGEN = 10
EERSTE_WACHT = timedelta(minutes=1)
LANGSTE_WACHT = timedelta(hours=6)
VASTGELOPEN = timedelta(minutes=10)
"""A mail that was taken longer ago than this belongs to a loop that ended."""


def wacht_na(pogingen: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, up to six hours."""
    keer: int = 1 << min(max(pogingen, 1), MEESTE_POGINGEN) - 1
    return min(EERSTE_WACHT * keer, LANGSTE_WACHT)


def _wacht(moment: datetime) -> ColumnElement[bool]:
    return or_(
        Bericht.status == BerichtStatus.KLAAR,
        and_(Bericht.status == BerichtStatus.MISLUKT, Bericht.volgende_poging_op <= moment),
    )


def _vastgelopen(moment: datetime) -> ColumnElement[bool]:
    return and_(Bericht.status == BerichtStatus.BEZIG, Bericht.bezig_sinds < moment - VASTGELOPEN)


def _iets_te_doen() -> bool:
    """Whether a mail waits: a look that does not take the write lock."""
    moment = nu()
    with alleen_lezen(), Session(db.engine) as eigen:
        return bool(eigen.scalar(select(exists().where(or_(_wacht(moment), _vastgelopen(moment))))))


def verstuur_post(server: Mailserver | None, van: str) -> int:
    """Send what waits in the outbox, up to a number a round; return how many mails were handled.

    Without a mail server they stay in the outbox, marked so, for beheer to read.
    """
    if not _iets_te_doen():
        return 0
    with schrijvend_apart() as eigen:
        _zet_apart(eigen)
        if server is None:
            return _blijft_hier(eigen)
    aantal = 0
    while aantal < MEESTE_PER_RONDE and (bericht := _pak()) is not None:
        _leg_vast(bericht.id, *_probeer(server, van, bericht))
        aantal += 1
    return aantal


def _zet_apart(eigen: Session) -> None:
    """Set aside what a loop took and never finished: it may have been sent."""
    eigen.execute(
        update(Bericht)
        .where(_vastgelopen(nu()))
        .values(status=BerichtStatus.ONZEKER, fout="De verzending werd onderbroken.", geheim="")
    )


def _blijft_hier(eigen: Session) -> int:
    """Without a mail server: leave what waits in the outbox, marked so."""
    wachtend = eigen.scalars(select(Bericht).where(_wacht(nu())).with_for_update(skip_locked=True)).all()
    for bericht in wachtend:
        bericht.status, bericht.geheim = BerichtStatus.LOKAAL, ""
    return len(wachtend)


def _pak() -> Bericht | None:
    """Take the oldest mail that waits, so that no other loop takes it; None when there is none."""
    moment = nu()
    with schrijvend_apart() as eigen:
        bericht = eigen.scalars(
            select(Bericht)
            .where(_wacht(moment))
            .order_by(Bericht.gemaakt_op, Bericht.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if bericht is not None:
            bericht.status, bericht.bezig_sinds = BerichtStatus.BEZIG, moment
            bericht.pogingen += 1
            eigen.flush()
            eigen.expunge(bericht)
    return bericht


def _probeer(server: Mailserver, van: str, bericht: Bericht) -> tuple[BerichtStatus, str]:
    try:
        server.verstuur(bericht, van)
    except Onzeker as fout:
        return BerichtStatus.ONZEKER, f"De verbinding brak af ({fout})."
    except Onverstuurbaar as fout:
        return BerichtStatus.OPGEGEVEN, f"De mailserver neemt dit bericht niet aan ({fout})."
    except NietVerstuurd as fout:
        op = bericht.pogingen >= MEESTE_POGINGEN
        return (BerichtStatus.OPGEGEVEN if op else BerichtStatus.MISLUKT), f"Het lukte niet ({fout})."
    return BerichtStatus.VERSTUURD, ""


def _leg_vast(sleutel: uuid.UUID, status: BerichtStatus, fout: str) -> None:
    """Write down how it ended, unless a person decided about it meanwhile."""
    with schrijvend_apart() as eigen:
        bericht = eigen.get_one(Bericht, sleutel)
        if bericht.status is not BerichtStatus.BEZIG:
            return
        bericht.status, bericht.fout, bericht.bezig_sinds = status, fout[:300], None
        if status is not BerichtStatus.MISLUKT:  # it will not be sent again: the link was for this mail only
            bericht.geheim = ""
        if status is BerichtStatus.VERSTUURD:
            bericht.verstuurd_op = nu()
        if status is BerichtStatus.MISLUKT:
            bericht.volgende_poging_op = nu() + wacht_na(bericht.pogingen)
