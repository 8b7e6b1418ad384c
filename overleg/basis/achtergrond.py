"""`flask achtergrond`: the one loop for what happens without anybody asking.

Any number of machines may run it. A stage adds its work with a function of one session:

    @achtergrond.taak("monitoring_op_agenda", dagelijks=True)
    def zet_terug(sessie: Session) -> int: ...

It runs in a transaction of its own, at one machine at a time, each minute or once a day; it returns how
many things it did. What takes long to find out is looked up before that, by `kijk`, while others can write;
the work gets what it found. One that fails is undone and tried again a minute later; the others go on.
"""

import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import click
from flask import Flask, current_app
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import Achtergrondtaak
from overleg.basis.config import Config
from overleg.basis.database import alleen_lezen, db, schrijvend_apart
from overleg.basis.klok import hier, nu
from overleg.basis.mailserver import Mailserver
from overleg.basis.versturen import verstuur_post

log = logging.getLogger(__name__)

RUST = 2.0
MINUUT = timedelta(minutes=1)

Werk = Callable[..., int]
"""Takes the session, and what `kijk` found when the task has one."""
Los = Callable[[], int]


@dataclass(frozen=True)
class Taak:
    """One piece of work, and how often it runs."""

    naam: str
    doe: Werk
    dagelijks: bool = False
    vanaf_uur: int = 0
    """Of daily work: not before this hour in Amsterdam."""
    elke: timedelta = MINUUT
    nodig: Callable[[Session], bool] | None = None
    """A cheap look whether there is anything to do; it reads only."""
    kijk: Callable[[Session], object] | None = None
    """A long look beforehand; it reads only, and holds nobody up."""
    los: Los | None = None
    """Work that cannot be in a transaction (VACUUM): it runs after `doe`, and may run twice."""

    def is_aan_de_beurt(self, laatst: datetime | None, moment: datetime) -> bool:
        """Whether it must run now. Daily means: not yet on this day in Amsterdam."""
        if self.dagelijks and hier(moment).hour < self.vanaf_uur:
            return False
        if laatst is None:
            return True
        if self.dagelijks:
            return hier(laatst).date() < hier(moment).date()
        return moment - laatst >= self.elke


TAKEN: dict[str, Taak] = {}
"""Name → work; filled by `taak` when the stages are loaded."""


def taak(
    naam: str,
    *,
    dagelijks: bool = False,
    vanaf_uur: int = 0,
    elke: timedelta = MINUUT,
    nodig: Callable[[Session], bool] | None = None,
    kijk: Callable[[Session], object] | None = None,
    los: Los | None = None,
) -> Callable[[Werk], Werk]:
    """Let the loop run a function: `elke` so often, or once a day, as Taak says."""

    def meld_aan(doe: Werk) -> Werk:
        if naam in TAKEN and TAKEN[naam].doe is not doe:
            raise RuntimeError(f"two background tasks are named {naam!r}")
        TAKEN[naam] = Taak(naam, doe, dagelijks, vanaf_uur, elke, nodig, kijk, los)
        return doe

    return meld_aan


def _is_nodig(werk: Taak) -> bool:
    """Look, without taking the write lock, whether a task must run now; make its row the first time."""
    with alleen_lezen(), Session(db.engine) as eigen:
        rij = eigen.get(Achtergrondtaak, werk.naam)
        if rij is not None:
            aan_de_beurt = werk.is_aan_de_beurt(rij.laatst_op, nu())
            return aan_de_beurt and (werk.nodig is None or werk.nodig(eigen))
    try:
        with schrijvend_apart() as eigen:
            eigen.execute(insert(Achtergrondtaak).values(naam=werk.naam, uitkomst=""))
    except IntegrityError:
        log.debug("another loop was first with %s", werk.naam)
    return True


def _kijk(kijk: Callable[[Session], object]) -> tuple[object]:
    with alleen_lezen(), Session(db.engine) as eigen:
        return (kijk(eigen),)


def voer_uit(werk: Taak) -> int:
    """Run one task, unless another loop has it or had it just now; return how many things it did."""
    gezien = _kijk(werk.kijk) if werk.kijk else ()
    with schrijvend_apart() as eigen:
        rij = eigen.scalars(
            select(Achtergrondtaak).where(Achtergrondtaak.naam == werk.naam).with_for_update(skip_locked=True)
        ).one_or_none()
        if rij is None or not werk.is_aan_de_beurt(rij.laatst_op, nu()):
            return 0
        aantal = werk.doe(eigen, *gezien)
        rij.laatst_op, rij.uitkomst = nu(), str(aantal)
    return aantal + (werk.los() if werk.los else 0)


class Lus:
    """The loop of one process: rounds, until it is asked to end."""

    def __init__(self, app: Flask) -> None:
        """Run for `app`; the mail server is that of its settings."""
        config: Config = app.extensions["overleg"]
        self.app = app
        self.server = Mailserver.uit_url(config.mail_url) if config.mail_url else None
        self.van = config.mail_van
        self.stop = threading.Event()
        self.rust_tot: dict[str, datetime] = {}
        """Work that failed just now, and until when it is left alone."""

    def ronde(self) -> bool:
        """Do all that is due now; return whether everything went well."""
        with self.app.app_context():
            uitkomsten = [self._probeer(werk.naam, partial(self._taak, werk)) for werk in TAKEN.values()]
            uitkomsten.append(self._probeer("post", partial(verstuur_post, self.server, self.van)))
        return all(uitkomsten)

    @staticmethod
    def _taak(werk: Taak) -> int:
        return voer_uit(werk) if _is_nodig(werk) else 0

    def _probeer(self, naam: str, doe: Callable[[], int]) -> bool:
        if self.stop.is_set() or self.rust_tot.get(naam, nu()) > nu():
            return True
        try:
            if aantal := doe():
                log.info("%s: %s", naam, aantal)
        except Exception:
            log.exception("background work %s failed; it is tried again in a minute", naam)
            self.rust_tot[naam] = nu() + MINUUT
            return False
        return True

    def draai(self) -> None:
        """Go round until asked to end."""
        while not self.stop.is_set():
            self.ronde()
            self.stop.wait(RUST)


@click.command("achtergrond")
@click.option("--eenmalig", is_flag=True, help="Do what is due now, and end.")
def achtergrond_opdracht(eenmalig: bool) -> None:
    """Send mail, seal the logboek, and do what is due on a date; ends on SIGTERM."""
    lus = Lus(current_app)
    if eenmalig:
        if not lus.ronde():
            raise click.ClickException("Not everything went well: the lines above say what failed.")
        return
    for soort in (signal.SIGTERM, signal.SIGINT):
        signal.signal(soort, lambda _nummer, _plek: lus.stop.set())
    lus.draai()


def registreer(app: Flask) -> None:
    """Add the command; raises FouteInstelling when OVERLEG_MAIL_URL cannot be read."""
    Lus(app)
    app.cli.add_command(achtergrond_opdracht)
