"""Slowing down guesses at passwords and codes, for account and address, over all workers (ASVS 6.3.1).

An attempt is counted before it is checked, in a transaction of its own: of a hundred at the same moment only
the free ones are looked at. What turns out right is taken off again. The wait grows and ends by itself:
nobody is locked out for ever, and an account that does not exist is slowed down like one that does.
"""

import hashlib
import hmac
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app, request
from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Inlogpoging
from overleg.basis.achtergrond import taak
from overleg.basis.database import schrijvend_apart, sessie
from overleg.basis.klok import nu
from overleg.basis.sleutels import sleutel_voor

VERGETEN_NA = timedelta(hours=1)
"""So long after the last attempt, it begins anew."""
MEESTE_TEKENS = 300


@dataclass(frozen=True)
class Rem:
    """How many attempts go at once, and how long the wait may become."""

    vrij: int
    langst: timedelta


VAN_WACHTWOORD = Rem(5, timedelta(minutes=1))
"""Short: somebody else must not be able to keep a person out by guessing."""
VAN_CODE = Rem(5, timedelta(minutes=15))
"""Longer: who gets here knows the password, and there are a million codes."""
VAN_LINK = Rem(3, timedelta(minutes=15))
"""A mail each time: a mailbox must not be filled by somebody else."""
VAN_KALENDER = Rem(20, timedelta(minutes=15))
"""Calendars that still ask for what was withdrawn, each hour; and who guesses."""
VAN_TOKEN = Rem(20, timedelta(minutes=15))
"""Systems that still ask with a token of before; and who guesses."""
VAN_ADRES = Rem(40, timedelta(minutes=1))
"""A whole office signs in from one address."""


@dataclass(frozen=True)
class Poging:
    """One attempt at something: at which, and how it is slowed down."""

    wat: str
    rem: Rem

    @property
    def sleutel(self) -> str:
        """What it is stored under: no address and no account can be read from it."""
        sleutel = sleutel_voor(current_app._get_current_object(), "afremmen")  # type: ignore[attr-defined]
        return hmac.new(sleutel, self.wat.encode(), hashlib.sha256).hexdigest()


def op_wachtwoord(email: str) -> Poging:
    """Return an attempt at the password of an account, that may not exist."""
    return Poging(f"wachtwoord:{email.strip().casefold()[:MEESTE_TEKENS]}", VAN_WACHTWOORD)


def op_code(gebruiker_id: object) -> Poging:
    """Return an attempt at a code of an account."""
    return Poging(f"code:{gebruiker_id}", VAN_CODE)


def op_link(email: str) -> Poging:
    """Return an attempt to have a link mailed to an account, that may not exist."""
    return Poging(f"link:{email.strip().casefold()[:MEESTE_TEKENS]}", VAN_LINK)


def op_kalenderlink() -> Poging:
    """Return an attempt, from the address that asks, at the secret address of a calendar."""
    return Poging(f"kalender:{request.remote_addr or ''}", VAN_KALENDER)


def op_token() -> Poging:
    """Return an attempt, from the address that asks, with a token that does not count."""
    return Poging(f"token:{request.remote_addr or ''}", VAN_TOKEN)


def van_hier() -> Poging:
    """Return an attempt from the address that asks."""
    return Poging(f"adres:{request.remote_addr or ''}", VAN_ADRES)


def wachttijd_na(aantal: int, rem: Rem) -> timedelta:
    """Return how long the next attempt waits after `aantal`: nothing, then twice as long each time."""
    boven = aantal - rem.vrij
    if boven <= 0:
        return timedelta(0)
    return min(rem.langst, timedelta(seconds=2 ** min(boven, 20)))


def neem_poging(*pogingen: Poging) -> int:
    """Count an attempt, or return in how many seconds the next one is looked at (0: go on).

    Lets go of the transaction of the request first: on SQLite it holds the lock to write.
    """
    sessie().rollback()
    moment = nu()
    with schrijvend_apart() as eigen:
        rijen = [(_rij(eigen, poging, moment), poging.rem) for poging in _op_volgorde(pogingen)]
        wacht = max((rij.wacht_tot - moment for rij, _rem in rijen), default=timedelta(0))
        if wacht > timedelta(0):
            return math.ceil(wacht.total_seconds())
        for rij, rem in rijen:
            rij.aantal, rij.laatst_op = rij.aantal + 1, moment
            rij.wacht_tot = moment + wachttijd_na(rij.aantal, rem)
    return 0


def was_goed(*pogingen: Poging) -> None:
    """Take a right attempt off again, along with the request; of an account all before it go too."""
    for poging in _op_volgorde(pogingen):
        rij = Inlogpoging.sleutel == poging.sleutel
        if poging.rem is VAN_ADRES:
            minder = update(Inlogpoging).where(rij, Inlogpoging.aantal > 0)
            sessie().execute(minder.values(aantal=Inlogpoging.aantal - 1))
        else:
            sessie().execute(delete(Inlogpoging).where(rij))


def _op_volgorde(pogingen: Iterable[Poging]) -> list[Poging]:
    """Two at the same time take the same rows in the same order."""
    return sorted(pogingen, key=lambda poging: poging.sleutel)


def _rij(eigen: Session, poging: Poging, moment: datetime) -> Inlogpoging:
    """Return the row of an attempt, made when it was not there, held until the transaction ends."""
    dialect = sqlite if eigen.get_bind().dialect.name == "sqlite" else postgresql
    begin = {"sleutel": poging.sleutel, "aantal": 0, "laatst_op": moment, "wacht_tot": moment}
    eigen.execute(dialect.insert(Inlogpoging).values(begin).on_conflict_do_nothing())
    rij = eigen.scalars(
        select(Inlogpoging).where(Inlogpoging.sleutel == poging.sleutel).with_for_update()
    ).one()
    if rij.laatst_op < moment - VERGETEN_NA:
        rij.aantal, rij.wacht_tot = 0, moment
    return rij


@taak("inlogpogingen_opruimen", elke=timedelta(hours=1))
def ruim_op(eigen: Session) -> int:
    """Forget what was long ago, and return how much that was."""
    weg: CursorResult[tuple[()]] = eigen.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Inlogpoging).where(Inlogpoging.laatst_op < nu() - VERGETEN_NA)
    )
    return weg.rowcount
