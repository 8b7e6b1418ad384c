"""The rows of sessions: finding the living one, beginning, renewing and ending (ASVS 7, veiligheid.md §3)."""

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import ColumnElement, CursorResult, delete, insert, or_, select, true, update
from sqlalchemy.orm import Session, joinedload

from models import Sessie
from models.waarden import Inlogmanier
from overleg.basis.achtergrond import taak
from overleg.basis.config import Config
from overleg.basis.klok import nu

BYTES = 32
"""Of chance in the value of a cookie: 256 bits, where ASVS 7.2.3 asks 128."""
OP_DE_MINUUT = timedelta(minutes=1)
VOOR_HET_INLOGGEN = timedelta(hours=1)
"""How long somebody may be busy signing in."""
NOG_TE_ZIEN = timedelta(days=1)
"""How long an ended row stays, so that an open page can say what happened to its session."""


@dataclass(frozen=True)
class Tijden:
    """When a session began, was last used, and was ended."""

    begonnen_op: datetime
    laatst_gebruikt_op: datetime
    beeindigd_op: datetime | None
    ingelogd: bool


@dataclass(frozen=True)
class Grenzen:
    """How long a session may live without being used, and in all."""

    rust: timedelta
    langst: timedelta


def leeft(tijden: Tijden, grenzen: Grenzen, moment: datetime) -> bool:
    """Whether a session still counts at `moment` (ASVS 7.3.1, 7.3.2). A clock set back ends nothing."""
    if tijden.beeindigd_op is not None:
        return False
    langst = grenzen.langst if tijden.ingelogd else VOOR_HET_INLOGGEN
    return moment - tijden.laatst_gebruikt_op < grenzen.rust and moment - tijden.begonnen_op < langst


def tijden_van(rij: Sessie) -> Tijden:
    """Return the moments of a row."""
    return Tijden(rij.begonnen_op, rij.laatst_gebruikt_op, rij.beeindigd_op, rij.gebruiker_id is not None)


def grenzen() -> Grenzen:
    """Return the limits of this installation."""
    config: Config = current_app.extensions["overleg"]
    return Grenzen(config.sessie_rust, config.sessie_langst)


def nieuw_kenmerk() -> str:
    """Return a new value for the cookie."""
    return secrets.token_urlsafe(BYTES)


def afdruk_van(kenmerk: str) -> str:
    """Return what is stored of the value of a cookie. It is pure chance: a fast hash suffices."""
    return hashlib.sha256(kenmerk.encode()).hexdigest()


def zoek(sessie: Session, kenmerk: str) -> Sessie | None:
    """Return the row of a cookie, ended or not, with the account and its organisatie, in one statement."""
    vraag = select(Sessie).where(Sessie.afdruk == afdruk_van(kenmerk))
    return sessie.scalars(vraag.options(joinedload(Sessie.gebruiker))).one_or_none()


def begin(
    sessie: Session,
    kenmerk: str,
    gegevens: str,
    *,
    gebruiker_id: uuid.UUID | None = None,
    manieren: Sequence[Inlogmanier] = (),
    ip: str = "",
    apparaat: str = "",
) -> uuid.UUID:
    """Make the row of a new session and return its id."""
    moment, sleutel = nu(), uuid.uuid4()
    sessie.execute(
        insert(Sessie).values(
            id=sleutel,
            afdruk=afdruk_van(kenmerk),
            gebruiker_id=gebruiker_id,
            gegevens=gegevens,
            begonnen_op=moment,
            laatst_gebruikt_op=moment,
            ingelogd_op=moment if gebruiker_id else None,
            manieren=[manier.value for manier in manieren],
            ip=ip,
            apparaat=apparaat,
        )
    )
    return sleutel


def werk_bij(
    sessie: Session,
    sleutel: uuid.UUID,
    *,
    gegevens: str | None = None,
    kenmerk: str | None = None,
    gebruikt_op: datetime | None = None,
) -> None:
    """Write what is given in a row that did not end."""
    waarden = {
        "gegevens": gegevens,
        "afdruk": kenmerk and afdruk_van(kenmerk),
        "laatst_gebruikt_op": gebruikt_op,
    }
    sessie.execute(
        update(Sessie)
        .where(Sessie.id == sleutel, Sessie.beeindigd_op.is_(None))
        .values({naam: waarde for naam, waarde in waarden.items() if waarde is not None})
    )


def vergeet(sessie: Session, sleutel: uuid.UUID) -> None:
    """Take away a session that another takes the place of; its cookie is nobody's from now on."""
    sessie.execute(delete(Sessie).where(Sessie.id == sleutel))


def beeindig(sessie: Session, sleutel: uuid.UUID) -> bool:
    """End one session; return whether it had not ended before."""
    return _beeindig(sessie, Sessie.id == sleutel) > 0


def beeindig_alle(sessie: Session, gebruiker_id: uuid.UUID, behalve: uuid.UUID | None = None) -> int:
    """End every session of an account, but one when it is named; return how many ended."""
    andere = true() if behalve is None else Sessie.id != behalve
    return _beeindig(sessie, (Sessie.gebruiker_id == gebruiker_id) & andere)


def _beeindig(sessie: Session, welke: ColumnElement[bool]) -> int:
    vraag = update(Sessie).where(welke, Sessie.beeindigd_op.is_(None)).values(beeindigd_op=nu())
    uitkomst: CursorResult[tuple[()]] = sessie.execute(vraag)  # type: ignore[assignment] # it gives a cursor
    return uitkomst.rowcount


def levende(sessie: Session, gebruiker_id: uuid.UUID) -> list[Sessie]:
    """Return the sessions of an account that still count, the last used first."""
    vraag = select(Sessie).where(Sessie.gebruiker_id == gebruiker_id, Sessie.beeindigd_op.is_(None))
    rijen = sessie.scalars(vraag.order_by(Sessie.laatst_gebruikt_op.desc(), Sessie.id))
    grens, moment = grenzen(), nu()
    return [rij for rij in rijen if leeft(tijden_van(rij), grens, moment)]


@taak("sessies_opruimen", elke=timedelta(hours=1))
def ruim_op(sessie: Session) -> int:
    """Forget sessions that ended, or ended by themselves, more than a day ago."""
    grens, oud = grenzen(), nu() - NOG_TE_ZIEN
    voorbij = or_(
        Sessie.beeindigd_op < oud,
        Sessie.laatst_gebruikt_op < oud - grens.rust,
        Sessie.begonnen_op < oud - grens.langst,
        Sessie.gebruiker_id.is_(None) & (Sessie.begonnen_op < nu() - VOOR_HET_INLOGGEN),
    )
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Sessie).where(voorbij)
    )
    return weg.rowcount
