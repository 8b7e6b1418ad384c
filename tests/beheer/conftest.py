"""A tafel with people, and a beheerder of another organisatie."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Gebruiker, Grondslag, Organisatie, Overlegtafel, Tafelpartner, Thema
from models.waarden import OrganisatieSoort, Rol
from tests.steun.fabriek import Fabriek

Wijzig = Callable[[str, dict[str, str]], TestResponse]
GEZIEN = re.compile(r'name="gezien"[^>]*value="([^"]+)"')


@dataclass
class Regio:
    """What most tests of beheer need."""

    tafel: Overlegtafel
    organisatie: Organisatie
    partner: Tafelpartner
    voorzitter: Gebruiker
    beheerder: Gebruiker
    thema: Thema
    grondslag: Grondslag


@pytest.fixture
def regio(fabriek: Fabriek) -> Regio:
    """Return a tafel with a partner, a voorzitter and a beheerder."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="Vera Voorzitter")
    beheerder = fabriek.gebruiker(vt, "Bram Beheerder", beheerder=True)
    sessie = fabriek.sessie
    partner = sessie.scalars(select(Tafelpartner).where(Tafelpartner.tafel_id == tafel.id)).one()
    thema = sessie.scalars(select(Thema).where(Thema.onderdeel_sleutel == "stalking")).one()
    grondslag = sessie.scalars(select(Grondslag).where(Grondslag.tafel_id == tafel.id).limit(1)).one()
    fabriek.klaar()
    return Regio(tafel, vt, partner, voorzitter, beheerder, thema, grondslag)


@pytest.fixture
def beheer(regio: Regio, als: Callable[[Gebruiker], FlaskClient]) -> FlaskClient:
    """Return the beheerder, signed in."""
    return als(regio.beheerder)


@pytest.fixture
def wijzig(beheer: FlaskClient) -> Wijzig:
    """Return what opens the form on a row and sends it, with the state of the row it was opened on."""

    def doe(weg: str, data: dict[str, str]) -> TestResponse:
        gezien = GEZIEN.search(beheer.get(weg).text)
        return beheer.post(weg, data=data | ({"gezien": gezien[1]} if gezien else {}))

    return doe
