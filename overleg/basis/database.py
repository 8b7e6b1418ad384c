"""The database: one session a request, committed at the request's edge and nowhere else.

A GET reads, and the database holds it to that (read-only on both kinds). Any other method takes
the write lock at once: in SQLite a transaction that reads first and writes later fails without
waiting (veiligheid.md §3).
"""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from overleg.basis.hoofdsleutel import leg_op

db = SQLAlchemy()

LEZEND = frozenset({"GET", "HEAD", "OPTIONS"})
GEDULD_MS = 10_000
"""How long a writer waits for another."""
TEL_TOT = 0.005
"""At most so many seconds between two looks whether SQLite's write lock is free."""
VERBINDINGEN = {
    "sqlite": {
        "pool_size": 20,
        "max_overflow": 80,
    },  # a connection is an open file: cheap, and waiting takes one
    "postgresql": {"pool_size": 10, "max_overflow": 10},
}
_alleen_lezen: ContextVar[bool] = ContextVar("alleen_lezen", default=False)


def sessie() -> Session:
    """Return the session of this request."""
    return db.session()


def laat_los() -> None:
    """Undo what this request did so far and let go of the database: nobody's save waits for slow work."""
    sessie().rollback()


def motor_van(eigen: Session) -> Engine:
    """Return the engine behind a session."""
    bron = eigen.get_bind()
    return bron if isinstance(bron, Engine) else bron.engine


@contextmanager
def alleen_lezen() -> Iterator[None]:
    """Transactions that begin in here cannot write."""
    merk = _alleen_lezen.set(True)
    try:
        yield
    finally:
        _alleen_lezen.reset(merk)


@contextmanager
def zonder_schrijfslot() -> Iterator[None]:
    """For slow work in a request that may write: undo what it did so far, and in here it only reads.

    Objects from before are read again when they are used; `haal_opnieuw` of the door does so with the right.
    """
    laat_los()
    try:
        with alleen_lezen():
            yield
    finally:
        laat_los()


@contextmanager
def schrijvend_apart() -> Iterator[Session]:
    """A short transaction of its own, apart from the request's: for the logboek line of a look."""
    merk = _alleen_lezen.set(False)
    try:
        with Session(db.engine) as eigen, eigen.begin():
            yield eigen
    finally:
        _alleen_lezen.reset(merk)


def leest() -> bool:
    """Whether the current request only reads."""
    return request.method in LEZEND


def motor_opties(url: str) -> dict[str, Any]:
    """Return the engine options for a database address.

    Errors name no parameters: these hold what people typed, and errors go to the log.
    """
    gemeen = {"hide_parameters": True, "pool_timeout": GEDULD_MS / 1000}
    if url.startswith("sqlite"):
        verbinding = {"timeout": GEDULD_MS / 1000, "check_same_thread": False}
        return {**gemeen, **VERBINDINGEN["sqlite"], "connect_args": verbinding}
    return {
        **gemeen,
        **VERBINDINGEN["postgresql"],
        "pool_pre_ping": True,
        "connect_args": {
            "options": "-c statement_timeout=15000 -c lock_timeout=10000 "
            "-c idle_in_transaction_session_timeout=30000"
        },
    }


def _sqlite_verbinding(verbinding: sqlite3.Connection, _record: object) -> None:
    verbinding.isolation_level = None
    cursor = verbinding.cursor()
    for instelling in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={GEDULD_MS}",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {instelling}")
    cursor.close()


def _sqlite_begin(verbinding: Connection) -> None:
    lezen = _alleen_lezen.get()
    verbinding.exec_driver_sql(f"PRAGMA query_only={'ON' if lezen else 'OFF'}")
    if lezen:
        verbinding.exec_driver_sql("BEGIN")
    else:
        _neem_schrijfslot(verbinding)


def _neem_schrijfslot(verbinding: Connection) -> None:
    """Take the write lock, waiting as long as `GEDULD_MS` while somebody else has it.

    Not with SQLite's own waiting: that stops the whole process, with every page and stream that it serves.
    """
    grens = time.monotonic() + GEDULD_MS / 1000
    verbinding.exec_driver_sql("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                verbinding.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError:
                if time.monotonic() > grens:
                    raise
                time.sleep(random.uniform(TEL_TOT / 5, TEL_TOT))  # noqa: S311 - turns, not secrets
            else:
                return
    finally:
        verbinding.exec_driver_sql(f"PRAGMA busy_timeout={GEDULD_MS}")


def _postgresql_begin(verbinding: Connection) -> None:
    if _alleen_lezen.get():
        verbinding.exec_driver_sql("SET TRANSACTION READ ONLY")


def _luister(motor: Engine) -> None:
    if motor.dialect.name == "sqlite":
        event.listen(motor, "connect", _sqlite_verbinding)
        event.listen(motor, "begin", _sqlite_begin)
    else:
        event.listen(motor, "begin", _postgresql_begin)


def registreer(app: Flask, hoofdsleutel: bytes) -> None:
    """Connect the application to its database; texts about people open with `hoofdsleutel`."""
    db.init_app(app)
    with app.app_context():
        _luister(db.engine)
        leg_op(db.engine, hoofdsleutel, motor_opties(str(db.engine.url)))
