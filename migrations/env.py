"""Alembic's environment: the application's own engine and models."""

from alembic import context
from flask import current_app

from models import Basis

motor = current_app.extensions["migrate"].db.engine

with motor.connect() as verbinding:
    context.configure(
        connection=verbinding,
        target_metadata=Basis.metadata,
        compare_type=True,
        render_as_batch=motor.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()
