"""Alembic's environment: the application's own engine and models.

On SQLite a CHECK changes by making the table anew (batch mode). Rows of other tables point to it meanwhile, so
the references are looked at once, at the end, as SQLite's own manual has it.
"""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from models import Basis

motor = current_app.extensions["migrate"].db.engine
IS_SQLITE = motor.dialect.name == "sqlite"


def _verwijzingen(verbinding: Connection, stand: str) -> None:
    """Turn SQLite's own watch over references ON or OFF; it listens outside a transaction only."""
    if IS_SQLITE:
        verbinding.connection.cursor().execute(f"PRAGMA foreign_keys={stand}")


def _eis_hele_verwijzingen(verbinding: Connection) -> None:
    """Stop the migration, with nothing changed, when a row points to one that is not there."""
    if IS_SQLITE and (los := verbinding.exec_driver_sql("PRAGMA foreign_key_check").all()):
        tabellen = ", ".join(sorted({rij[0] for rij in los}))
        raise RuntimeError(f"the migration leaves rows that point nowhere, in: {tabellen}")


with motor.connect() as verbinding:
    context.configure(
        connection=verbinding,
        target_metadata=Basis.metadata,
        compare_type=True,
        render_as_batch=IS_SQLITE,
    )
    _verwijzingen(verbinding, "OFF")
    try:
        with context.begin_transaction():
            context.run_migrations()
            _eis_hele_verwijzingen(verbinding)
    finally:
        _verwijzingen(verbinding, "ON")
