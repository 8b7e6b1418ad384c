"""The migrations: up, down, up again, and the same as the models, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from models import Basis
from overleg.basis.config import WORTEL
from overleg.basis.database import db

MAP = str(WORTEL / "migrations")


def test_migraties__heen_terug_en_weer_heen(app: Flask) -> None:
    with app.app_context():
        downgrade(directory=MAP, revision="base")
        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
        upgrade(directory=MAP)
        with db.engine.connect() as verbinding:
            context = MigrationContext.configure(verbinding, opts={"compare_type": False})
            verschil = compare_metadata(context, Basis.metadata)
        assert verschil == [], "run the migration generator: models and migrations differ"
