"""Overwriting what deleted rows leave in the files of the database.

SQLite overwrites a deleted row at once (`secure_delete`), but pages that became free, and the WAL, still
hold older copies: VACUUM writes the file anew and the checkpoint empties the WAL. PostgreSQL keeps dead rows
in their pages: VACUUM FULL writes each table anew. Its archive of the WAL ages out (docs/backup.md).
"""

from sqlalchemy import Connection, select, text, update
from sqlalchemy.orm import Session

from models import Vernietiging
from overleg.basis.database import db, schrijvend_apart
from overleg.basis.klok import nu
from overleg.bewaren.reikwijdte import BEWERKT, WEG

GEDULD = "2s"
"""How long VACUUM waits for a table that is in use: others wait behind it, so not long."""


class NogInGebruik(RuntimeError):
    """Somebody reads an older state of the database: the WAL could not be emptied now."""


def iets_te_wissen(sessie: Session) -> bool:
    """Whether something was destroyed since the files were overwritten."""
    vraag = select(Vernietiging.id).where(Vernietiging.gewist_op.is_(None)).limit(1)
    return sessie.scalars(vraag).first() is not None


def wis() -> int:
    """Overwrite what destroyed rows left in the files; return of how many casussen. Not in a transaction.

    Raises NogInGebruik, or what the database says, when somebody is in the way: it is tried again.
    """
    begin = nu()
    with db.engine.connect() as los:
        verbinding = los.execution_options(isolation_level="AUTOCOMMIT")
        if verbinding.dialect.name == "sqlite":
            _sqlite(verbinding)
        else:
            _postgresql(verbinding)
    with schrijvend_apart() as eigen:
        klaar = update(Vernietiging).where(Vernietiging.gewist_op.is_(None), Vernietiging.op <= begin)
        return int(eigen.execute(klaar.values(gewist_op=nu())).rowcount)  # type: ignore[attr-defined] # a cursor


def _sqlite(verbinding: Connection) -> None:
    rauw = verbinding.connection.driver_connection
    if rauw is None:
        raise RuntimeError("no connection to the database")
    rauw.execute("PRAGMA query_only=OFF")
    rauw.execute("VACUUM")
    bezig, _wal, _klaar = rauw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if bezig:
        raise NogInGebruik("the WAL is still read by others")


def _postgresql(verbinding: Connection) -> None:
    verbinding.execute(text("SET statement_timeout = 0"))
    verbinding.execute(text(f"SET lock_timeout = '{GEDULD}'"))
    try:
        for tabel in (*WEG, *BEWERKT):
            verbinding.execute(text(f'VACUUM (FULL) "{tabel}"'))
    finally:
        verbinding.execute(text("RESET lock_timeout"))
        verbinding.execute(text("RESET statement_timeout"))
