"""A casus whose bespreking is closed, with afspraken of the politie and of the OM; and systems that ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from models import Gebruiker
from models.waarden import BesprekingStatus, CasusStatus
from overleg.basis.klok import nu, vandaag
from tests.opvolging.wereld import Wereld, maak_wereld
from tests.steun.fabriek import Fabriek
from tests.steun.systeem import Systeem, geef_token

MaakSysteem = Callable[[Gebruiker], Systeem]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Three afspraken of the politie (`extra["1"]` to `["3"]`), one of the OM (`extra["om"]`)."""
    wereld = maak_wereld(fabriek)
    wereld.bespreking.afgerond_op = nu()
    wereld.bespreking.status = BesprekingStatus.AFGEROND
    wereld.casus.status = CasusStatus.BESPROKEN
    for nummer in (1, 2, 3):
        dag = vandaag() + timedelta(days=nummer)
        wereld.extra[str(nummer)] = wereld.afspraak(nummer, wereld.politie, geldt_vanaf=nu(), datum=dag)
    wereld.extra["om"] = wereld.afspraak(4, wereld.om, geldt_vanaf=nu())
    return wereld


@pytest.fixture
def systeem(app: Flask, db_sessie: Session) -> MaakSysteem:
    """Return a maker of systems that ask as somebody."""
    return lambda gebruiker: Systeem(app, geef_token(db_sessie, gebruiker))
