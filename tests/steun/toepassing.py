"""The application under test.

Fixtures: `app` (on a fresh database), `client` (a visitor, not signed in), `nieuwe_client` (makes more
visitors), `db_sessie` (the session that handelingen use, for arranging and looking back).
"""

from __future__ import annotations

import base64
import contextvars
import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, has_app_context, template_rendered
from flask.testing import FlaskClient
from flask_migrate import upgrade
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from forms.basis import Formulier
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from overleg.toegang.sessierijen import nieuw_kenmerk
from tests.steun.pagina import eis_goede_pagina, eis_hele_formulieren, eis_koppen
from tests.steun.sessies import geef_koekje, koekje_van, token_van

GEHEIM = "alleen-voor-de-tests-en-nergens-anders-te-gebruiken"
HOOFDSLEUTEL = base64.b64encode(
    Config(database_url="sqlite://", secret_key=GEHEIM, testing=True).hoofdsleutel_bytes
).decode()
"""What an application in a process of its own needs to read what a test put in the database."""
OMROEPTIJD = 10.0
ARGON2_MINIMUM = 8
"""In KiB: the least memory that argon2 takes."""
SCHRIJVEND = {"POST", "PUT", "PATCH", "DELETE"}
# Making the application costs more than a test; its database address stays the same within a worker.
_gemaakt: dict[str, Flask] = {}


def migreer(app: Flask) -> None:
    """Bring the database of `app` up to date."""
    with app.app_context():
        upgrade(directory=str(WORTEL / "migrations"))


def einde_omroep(app: Flask) -> None:
    """End what watches the database for open streams, and wait until it is gone."""
    omroep = app.extensions["omroep"]
    omroep.luisteraars.clear()
    wachter = omroep.wachter
    if wachter:
        wachter.join(OMROEPTIJD)


def los(app: Flask) -> None:
    """Let go of all connections: the database is about to be replaced or removed."""
    einde_omroep(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


class Bezoeker(FlaskClient):
    """A test client that sees no more of the test than a browser would.

    Each request runs in an empty context, so that neither `g` nor the session of the test leaks in.
    What the test changed through `db_sessie` is committed first. Every page that comes back is held
    to the house rules for pages. The token against forged requests goes along by itself; set `zonder_csrf`
    to leave it out.
    """

    zonder_csrf = False

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Make one request; the page that comes back is checked."""
        if has_app_context() and db.session().in_transaction():  # a commit looks at every object it holds
            db.session.commit()
        getoond: list[Formulier] = []

        def onthoud(_app: Flask, context: dict[str, Any], **_rest: object) -> None:
            getoond.extend(waarde for waarde in context.values() if isinstance(waarde, Formulier))

        with template_rendered.connected_to(onthoud, self.application):
            antwoord = contextvars.Context().run(self._open, *args, **kwargs)
        eis_koppen(antwoord)
        eis_goede_pagina(antwoord)
        eis_hele_formulieren(antwoord, getoond)
        return antwoord

    def _open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if kwargs.get("method", "GET") in SCHRIJVEND and not self.zonder_csrf:
            kwargs["headers"] = {"X-CSRFToken": self.csrf_token(), **dict(kwargs.get("headers") or {})}
        return super().open(*args, **kwargs)

    def csrf_token(self) -> str:
        """Return the token that the forms of this visitor carry."""
        kenmerk = koekje_van(self)
        if kenmerk is None:
            kenmerk = nieuw_kenmerk()
            geef_koekje(self, kenmerk)
        return token_van(self.application, kenmerk)


def maak_app(database_url: str, testmap: Path) -> Flask:
    """Make the application for tests with a client that behaves like a browser."""
    eigen = testmap / f"sleutels-{sha256(database_url.encode()).hexdigest()[:12]}"  # of one worker only
    config = Config(database_url=database_url, secret_key=GEHEIM, testing=True, sleutelmap=str(eigen))
    app = zuinig(create_app(config), testmap)
    app.test_client_class = Bezoeker
    return app


def zuinig(app: Flask, testmap: Path) -> Flask:
    """Let `app` work the same, and waste less time.

    Templates are compiled once a run, a hash of a password costs as little as argon2 allows, and SQLite does
    not wait for the disk: nothing in a test has to survive a power cut. Rows that were asked without an order
    come in reverse, so that nothing can count on the order in which they were written.
    """
    sjablonen = testmap / "sjablonen"
    sjablonen.mkdir(exist_ok=True)
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(sjablonen))
    app.extensions["security"].pwd_context.update(
        argon2__time_cost=1, argon2__memory_cost=ARGON2_MINIMUM, argon2__parallelism=1
    )
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _stel_sqlite_af)
    return app


def _stel_sqlite_af(verbinding: sqlite3.Connection, _record: object) -> None:
    for stand in ("synchronous=OFF", "reverse_unordered_selects=ON"):
        verbinding.execute(f"PRAGMA {stand}").close()


@pytest.fixture
def app(database_url: str, testmap: Path) -> Iterator[Flask]:
    """Return the application on a fresh database; for other settings, call create_app in the test itself."""
    app = _gemaakt.get(database_url)
    if app is None:
        app = _gemaakt[database_url] = maak_app(database_url, testmap)
    lijst: Path = app.extensions["overleg"].lijst_van_vernietigd
    lijst.unlink(missing_ok=True)  # a fresh database does not know what was destroyed in the one before
    yield app
    if database_url.startswith("sqlite"):
        los(app)
    else:  # emptied in place before the next test: its connections stay good
        with app.app_context():
            db.session.remove()


@pytest.fixture
def nieuwe_client(app: Flask) -> Callable[[], FlaskClient]:
    """Return a maker of visitors, each with cookies of its own."""
    return app.test_client


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a visitor that is not signed in."""
    return app.test_client()


@pytest.fixture
def db_sessie(app: Flask) -> Iterator[Session]:
    """Return the session that `overleg.basis.database.sessie()` gives within this test."""
    with app.app_context():
        yield db.session()
        db.session.rollback()
