"""The head of the chain, kept outside the database each day: who cuts off the tail is found out by it.

A line reads `<moment> <number of the last seal> <the seal>`: no names, nothing of a casus.
"""

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from logging.handlers import SYSLOG_UDP_PORT, SysLogHandler
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Zegel
from overleg.basis.klok import nu

ALLEEN_EIGENAAR = 0o600
SYSLOG = "syslog"
DELEN = 3


@dataclass(frozen=True)
class Kop:
    """The last seal at a moment."""

    moment: datetime
    nummer: int
    zegel: str

    def __str__(self) -> str:
        return f"{self.moment.isoformat(timespec='seconds')} {self.nummer} {self.zegel}"


class OnleesbareKop(ValueError):
    """A line that is no head of the chain; the message names it."""


def kop_nu(sessie: Session) -> Kop | None:
    """Return the head of the chain at this moment; None when nothing is sealed yet."""
    laatste = sessie.scalars(select(Zegel).order_by(Zegel.nummer.desc()).limit(1)).first()
    return Kop(nu(), laatste.nummer, laatste.zegel) if laatste else None


def bewaar(kop: Kop, doel: str) -> None:
    """Add `kop` to the file `doel`, or send it to `syslog:///dev/log` or `syslog://host:port`.

    Raises OSError when that fails: the background loop says so and tries again.
    """
    if doel.startswith(f"{SYSLOG}:"):
        _naar_syslog(kop, doel)
        return
    bestand = os.open(Path(doel), os.O_WRONLY | os.O_APPEND | os.O_CREAT, ALLEEN_EIGENAAR)
    with os.fdopen(bestand, "a", encoding="ascii") as open_:
        open_.write(f"{kop}\n")


def lees(tekst: str) -> Sequence[Kop]:
    """Return the heads in a text, a line each; what a syslog puts before the line is passed over.

    Raises OnleesbareKop for a line that is none.
    """
    return [_lees_regel(regel) for regel in tekst.splitlines() if regel.strip()]


def _lees_regel(regel: str) -> Kop:
    try:
        moment, nummer, zegel = regel.split()[-DELEN:]
        return Kop(datetime.fromisoformat(moment), int(nummer), zegel)
    except ValueError:
        raise OnleesbareKop(f"this line is no head of the logboek: {regel[:80]!r}") from None


class _Syslog(SysLogHandler):
    """Sends or fails: a head that got lost without a word is worth nothing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 the library's name
        """Raise what went wrong."""
        raise  # noqa: PLE0704 called by the library while it handles the error


def _naar_syslog(kop: Kop, doel: str) -> None:
    adres = urlsplit(doel)
    waar = (adres.hostname, adres.port or SYSLOG_UDP_PORT) if adres.hostname else adres.path
    bode = _Syslog(address=waar)
    try:
        bode.emit(logging.makeLogRecord({"msg": f"actie-overleg logboek: {kop}", "levelno": logging.INFO}))
    finally:
        bode.close()
