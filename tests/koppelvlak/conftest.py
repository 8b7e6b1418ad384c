"""A casus whose bespreking is closed, with afspraken of the politie and of the OM; and systems that ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from models import Gebruiker
from tests.opvolging.wereld import Wereld, met_open_afspraken
from tests.steun.fabriek import Fabriek
from tests.steun.systeem import Systeem, geef_token

MaakSysteem = Callable[[Gebruiker], Systeem]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Three afspraken of the politie (`extra["1"]` to `["3"]`), one of the OM (`extra["om"]`)."""
    return met_open_afspraken(fabriek)


@pytest.fixture
def systeem(app: Flask, db_sessie: Session) -> MaakSysteem:
    """Return a maker of systems that ask as somebody."""
    return lambda gebruiker: Systeem(app, geef_token(db_sessie, gebruiker))
