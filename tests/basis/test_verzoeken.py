"""A request is a form or it is nothing; an error page never waits for a lock and always has its headers."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.steun.database import ALLEEN_SQLITE

JSON = ['{"email": "a@b.nl"}', "[1,2]", "5", '"abc"', "[" * 60_000, '{"extra": "\\ud800"}']


@pytest.mark.parametrize("inhoud", JSON, ids=["object", "lijst", "getal", "tekst", "diep", "half-teken"])
def test_json__geen_formulier__415_met_koppen(client: FlaskClient, inhoud: str) -> None:
    antwoord = client.post("/inloggen", data=inhoud, content_type="application/json")
    assert antwoord.status_code == 415
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in antwoord.headers["Content-Security-Policy"]


@pytest.fixture
def bezet(database_url: str) -> Iterator[None]:
    """Let another process hold the write lock, and let nobody wait long for it."""
    bestand = Path(database_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(bestand, isolation_level=None)) as ander:
        ander.execute("BEGIN IMMEDIATE")
        yield
        ander.execute("ROLLBACK")


@ALLEEN_SQLITE  # one writer at a time is SQLite's way; PostgreSQL locks rows
@pytest.mark.usefixtures("bezet")
def test_slot_bezet__503_met_retry_after(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("overleg.basis.database.GEDULD_MS", 200)
    antwoord = client.post("/inloggen", data={"email": "iemand@voorbeeld.nl", "password": "x" * 20})
    assert antwoord.status_code == 503
    assert antwoord.headers["Retry-After"] == "5"
    assert client.get("/inloggen").status_code == 200
