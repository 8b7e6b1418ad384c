"""With another master key than the database was filled with, nothing starts (decision 019)."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from models import Sleutel
from models.versleuteling import kast_van
from overleg.basis.config import FouteInstelling
from overleg.basis.database import alleen_lezen, db


def weiger_andere_hoofdsleutel(app: Flask) -> None:
    """Raise FouteInstelling when the master key does not open a key of this database.

    Else new texts would be sealed with a key that nobody else has. A database that is not there yet has none.
    No connection stays open: the processes that serve are copies of this one.
    """
    with app.app_context():
        try:
            with alleen_lezen(), db.engine.connect() as verbinding:
                rij = verbinding.execute(select(Sleutel.voor_id, Sleutel.verpakt).limit(1)).first()
        except SQLAlchemyError:
            rij = None
        finally:
            db.engine.dispose()
        if rij is not None and not kast_van(db.engine.dialect).past(rij[0].hex, rij[1]):
            raise FouteInstelling(
                "The master key is not the one this database was filled with, so nobody can read it: put "
                "back the folder OVERLEG_SLEUTELMAP (or OVERLEG_HOOFDSLEUTEL) of this installation."
            )
