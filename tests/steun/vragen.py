"""Counting questions to the database.

Fixture: `tel_vragen` counts the SELECTs while something runs, for pages whose number must stay the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from overleg.basis.database import db


@pytest.fixture
def tel_vragen(app: Flask) -> Callable[[Callable[[], object]], int]:
    """Return a counter of the statements that reach the database while something runs."""

    def tel(doe: Callable[[], object]) -> int:
        with app.app_context():
            motor = db.engine
        gezien: list[str] = []

        def hoor(*args: Any) -> None:
            if str(args[2]).lstrip().upper().startswith("SELECT"):
                gezien.append(args[2])

        event.listen(motor, "before_cursor_execute", hoor)
        doe()
        event.remove(motor, "before_cursor_execute", hoor)
        return len(gezien)

    return tel
