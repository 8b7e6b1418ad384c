"""Demo accounts have a password that everybody can read: only demo mode starts on a database with one."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from models import Gebruiker
from overleg.basis.config import Config, FouteInstelling
from overleg.basis.database import alleen_lezen, db
from overleg.demo.wie import DOMEIN


def weiger_demo_accounts(app: Flask, config: Config) -> None:
    """Raise FouteInstelling when there is one and this is no demo. A database that is not there yet has none.

    No connection stays open: the processes that serve are copies of this one.
    """
    if config.demo or config.testing:
        return
    with app.app_context():
        try:
            with alleen_lezen(), db.engine.connect() as verbinding:
                gevonden = verbinding.scalar(
                    select(Gebruiker.id).where(Gebruiker.email.endswith(DOMEIN)).limit(1)
                )
        except SQLAlchemyError:
            gevonden = None
        finally:
            db.engine.dispose()
    if gevonden is not None:
        raise FouteInstelling(
            "The database holds demo accounts, whose password everybody knows: use another database, "
            "or demo mode (OVERLEG_DEMO=1) on this machine."
        )
