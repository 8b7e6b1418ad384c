"""The guard over tests of rules; this file's own name puts it under that guard."""

from __future__ import annotations

import sqlite3

import pytest
import sqlalchemy
from sqlalchemy.orm import Session


def test_regels__verbinding__wordt_geweigerd() -> None:
    motor = sqlalchemy.create_engine("sqlite://")
    with pytest.raises(pytest.fail.Exception, match="without a database"):
        motor.connect()
    with pytest.raises(pytest.fail.Exception, match="without a database"):
        sqlite3.connect(":memory:")


def test_regels__sessie__wordt_geweigerd() -> None:
    with Session(sqlalchemy.create_engine("sqlite://")) as sessie:  # noqa: SIM117 - what may fail stands apart
        with pytest.raises(pytest.fail.Exception, match="without a database"):
            sessie.execute(sqlalchemy.text("SELECT 1"))
