"""A guard: tests of rules (test_regels*.py) are tables of facts and outcomes and reach no database."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest
import sqlalchemy

ZUIVER = "test_regels"


@pytest.fixture(autouse=True)
def geen_database_in_regels(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection to a database fail in a test of rules."""
    if not request.path.name.startswith(ZUIVER):
        return

    def weiger(*_args: Any, **_kwargs: Any) -> NoReturn:
        pytest.fail(f"{request.path.name} tests rules: give the facts as values, without a database")

    assert "database_url" not in request.fixturenames, f"{request.path.name} may not use a database fixture"
    for weg in ("connect", "raw_connection"):
        monkeypatch.setattr(sqlalchemy.Engine, weg, weiger)
    monkeypatch.setattr("sqlite3.connect", weiger)
    monkeypatch.setattr("psycopg.connect", weiger)
