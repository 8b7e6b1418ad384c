"""Waking the open streams of this process when an overleg changed, wherever that happened.

One watcher a process, only while someone listens: on PostgreSQL one connection that LISTENs, on SQLite the
database's own change counter. A stream itself holds no connection: it waits in memory. Rights are asked of
the table again at every change, and every few seconds without one.
"""

import logging
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterable, Mapping
from queue import SimpleQueue
from typing import cast

import psycopg
from flask import Flask, current_app
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from overleg.basis.database import alleen_lezen, db
from overleg.basis.klok import vandaag
from overleg.live.melden import KANAAL
from overleg.live.stand import (
    Kijker,
    Overlegstand,
    Sein,
    nummers_van,
    overleggen_met_partners,
    vragers_nu,
)
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager

log = logging.getLogger(__name__)

POLS = 0.02
"""Seconds between two looks at SQLite's change counter."""
HERZIEN = 5.0
"""Seconds between two looks at who may still listen; also how late a lost wake-up is noticed."""
PER_KEER = 25
"""So many overleggen are looked at together; what changes meanwhile is told between two such turns."""
EVEN = 0.05
"""Seconds between two turns of one round."""
NA_FOUT = 1.0
WEG = (SQLAlchemyError, OSError, sqlite3.Error, psycopg.Error)
"""What is raised when the database is away for a moment."""


class Luisteraar:
    """One open stream: who, which overleg, how far it is, and what waits to be told (None: it ends)."""

    def __init__(self, kijker: Kijker, overleg_id: uuid.UUID, na: int) -> None:
        self.kijker, self.overleg_id, self.na = kijker, overleg_id, na
        self.wachtrij: SimpleQueue[Sein | None] = SimpleQueue()


class Omroep:
    """The open streams of one process."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.luisteraars: dict[uuid.UUID, set[Luisteraar]] = {}
        self.slot, self.beurt = threading.Lock(), threading.Lock()
        self.wachter: threading.Thread | None = None

    def open(self, luisteraar: Luisteraar) -> None:
        """Let a stream listen, and tell it what it missed; the first one starts the watcher."""
        with self.slot:
            self.luisteraars.setdefault(luisteraar.overleg_id, set()).add(luisteraar)
            if self.wachter is None or not self.wachter.is_alive():
                self.wachter = threading.Thread(target=self._waak, name="omroep", daemon=True)
                self.wachter.start()
        try:
            self._vertel({luisteraar.overleg_id: [luisteraar]})
        except BaseException:
            self.sluit(luisteraar)
            raise

    def sluit(self, luisteraar: Luisteraar) -> None:
        """Forget a stream."""
        with self.slot:
            groep = self.luisteraars.get(luisteraar.overleg_id, set())
            groep.discard(luisteraar)
            if not groep:
                self.luisteraars.pop(luisteraar.overleg_id, None)

    def verdeel(self, overleggen: Iterable[uuid.UUID]) -> None:
        """Tell who listens to these what changed for them; end the streams of who may no more."""
        with self.slot:
            groepen = {overleg_id: list(self.luisteraars.get(overleg_id, ())) for overleg_id in overleggen}
        self._vertel({overleg_id: groep for overleg_id, groep in groepen.items() if groep})

    def _vertel(self, groepen: Mapping[uuid.UUID, list[Luisteraar]]) -> None:
        """One at a time: two of these at once would tell a stream the same thing twice."""
        if groepen:
            with self.beurt, alleen_lezen(), Session(db.engine) as sessie:
                _verdeel(sessie, groepen)

    def _waak(self) -> None:
        with self.app.app_context():
            wachten = _wachten_postgresql if db.engine.dialect.name == "postgresql" else _wachten_sqlite
            while self.er_is_iemand():
                try:
                    wachten(db.engine, self)
                except WEG as fout:
                    log.warning("live: de database antwoordt niet (%s), opnieuw", type(fout).__name__)
                    time.sleep(NA_FOUT)

    def er_is_iemand(self) -> bool:
        """Whether the watcher must go on; when not it is forgotten: the next stream starts another."""
        with self.slot:
            eigen = self.wachter is threading.current_thread()
            if eigen and not self.luisteraars:
                self.wachter = None
                return False
            return eigen

    def alle(self) -> list[uuid.UUID]:
        """Return the overleggen that someone listens to."""
        with self.slot:
            return list(self.luisteraars)


class Ronde:
    """Within HERZIEN seconds everyone's right is asked again, some overleggen at a time."""

    def __init__(self) -> None:
        self.begin, self.wachtend = time.monotonic(), list[uuid.UUID]()

    def beurt(self, omroep: Omroep) -> bool:
        """Look at the next ones, when it is time for it; say whether there was anything to do."""
        if not self.wachtend and time.monotonic() - self.begin > HERZIEN:
            self.begin, self.wachtend = time.monotonic(), omroep.alle()
        nu, self.wachtend = self.wachtend[:PER_KEER], self.wachtend[PER_KEER:]
        omroep.verdeel(nu)
        return bool(nu)

    @property
    def rust(self) -> float:
        """Seconds until the next turn."""
        return EVEN if self.wachtend else max(EVEN, self.begin + HERZIEN - time.monotonic())


def _verdeel(sessie: Session, groepen: Mapping[uuid.UUID, list[Luisteraar]]) -> None:
    nummers = nummers_van(sessie, groepen)
    overleggen = overleggen_met_partners(sessie, groepen)
    vragers = vragers_nu(sessie, {lid.kijker for groep in groepen.values() for lid in groep}, vandaag())
    for overleg_id, groep in groepen.items():
        overleg = overleggen.get(overleg_id)
        vanaf = min(lid.na for lid in groep)
        stand = Overlegstand(sessie, overleg, vanaf, nummer=nummers.get(overleg_id, 0)) if overleg else None
        for lid in groep:
            _vertel_aan(lid, stand, vragers.get(lid.kijker))


def _vertel_aan(lid: Luisteraar, stand: Overlegstand | None, vrager: Vrager | None) -> None:
    if stand is None or vrager is None or not mag(vrager, Recht.OVERLEG_ZIEN, stand.overleg):
        lid.wachtrij.put(None)
        return
    sein = stand.voor(vrager, lid.na)
    lid.na = sein.nummer
    if sein.delen:
        lid.wachtrij.put(sein)


def _losse_verbinding(motor: Engine) -> object:
    """Return a driver's connection of its own, outside the pool."""
    verbinding = motor.raw_connection()
    eigen = verbinding.driver_connection
    verbinding.detach()
    return eigen


def _wachten_sqlite(motor: Engine, omroep: Omroep) -> None:
    """Look at the change counter until nobody listens; the whole file has one, so ask which overleg moved."""
    eigen = cast(sqlite3.Connection, _losse_verbinding(motor))
    try:
        vorige, gezien, ronde = None, dict[uuid.UUID, int](), Ronde()
        while omroep.er_is_iemand():
            versie = eigen.execute("PRAGMA data_version").fetchone()[0]
            if versie != vorige:
                vorige = versie
                gezien = _wat_bewoog(omroep, gezien)
            elif not ronde.beurt(omroep):
                time.sleep(POLS)
    finally:
        eigen.close()


def _wat_bewoog(omroep: Omroep, gezien: dict[uuid.UUID, int]) -> dict[uuid.UUID, int]:
    alle = omroep.alle()
    with alleen_lezen(), Session(db.engine) as sessie:
        nu = nummers_van(sessie, alle)
    omroep.verdeel(sleutel for sleutel in alle if nu.get(sleutel) != gezien.get(sleutel))
    return nu


def _wachten_postgresql(motor: Engine, omroep: Omroep) -> None:
    """Listen until nobody is left; what happened while there was no connection is asked for at once."""
    eigen = cast(psycopg.Connection, _losse_verbinding(motor))
    try:
        eigen.autocommit = True
        eigen.execute(f"LISTEN {KANAAL}")
        ronde = Ronde()
        omroep.verdeel(omroep.alle())
        while omroep.er_is_iemand():
            ronde.beurt(omroep)
            berichten = eigen.notifies(timeout=ronde.rust, stop_after=1)
            omroep.verdeel({uuid.UUID(bericht.payload) for bericht in berichten})
    finally:
        eigen.close()


def omroep() -> Omroep:
    """Return the streams of this process."""
    gevonden: Omroep = current_app.extensions["omroep"]
    return gevonden


def registreer(app: Flask) -> None:
    """Give the application its streams."""
    app.extensions["omroep"] = Omroep(app)
