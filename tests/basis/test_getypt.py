"""A form that is answered with a page of an error: what was typed stands on it, and nothing is lost."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from lxml import html
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import Forbidden, NotFound, TooManyRequests

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from overleg.basis import fouten
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.toegang.poort import vereist
from overleg.toegang.rechten import Recht
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
PAD = "/casussen/nieuw"
VAN_ONS = {"Sec-Fetch-Site": "same-origin"}
ZIN = "Zij belde om half negen;\nde <b>buurvrouw</b> was bij haar."
FOUTEN = [
    Forbidden(),
    NotFound(),
    TooManyRequests(),
    Geweigerd(nee("Dit kan nu niet.")),
    OperationalError("SELECT", {}, Exception()),
    ValueError(),
]


@pytest.fixture
def lid(fabriek: Fabriek, als: Als) -> FlaskClient:
    """Return someone who is signed in."""
    tafel = fabriek.tafel()
    return als(fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.DEELNEMER))


@pytest.fixture
def faalt(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let a form fail in a chosen way."""

    def faal_met(fout: Exception) -> None:
        def view() -> ResponseReturnValue:
            raise fout

        eindpunt, _ = app.url_map.bind("localhost").match(PAD, method="POST")
        monkeypatch.setitem(app.view_functions, eindpunt, vereist(Recht.EIGEN_ACCOUNT)(view))
        monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)

    return faal_met


def _teruggegeven(pagina: str) -> list[str]:
    return [veld.text.strip() for veld in html.fromstring(pagina).iter("textarea")]


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: type(fout).__name__)
def test_fout__wat_er_getypt_is_staat_er_heel(
    fout: Exception, lid: FlaskClient, faalt: Callable[[Exception], None]
) -> None:
    faalt(fout)
    gegevens = {
        "feiten": ZIN,
        "zorg": ZIN,
        "keuze": "straf",
        "sleutel": "0b083a0b-406a-4484-a8e2-8302f9696b40",
    }
    antwoord = lid.post(PAD, data=gegevens, headers=VAN_ONS)
    assert antwoord.status_code >= 400
    assert _teruggegeven(antwoord.text) == [ZIN]


def test_database_weg__ook_zonder_haar_staat_het_er(
    lid: FlaskClient, faalt: Callable[[Exception], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def weg(*_wat: object, **_meer: object) -> str:
        raise OperationalError("SELECT", {}, Exception())

    faalt(OperationalError("SELECT", {}, Exception()))
    monkeypatch.setattr(fouten, "render_template", weg)
    assert _teruggegeven(lid.post(PAD, data={"feiten": ZIN}, headers=VAN_ONS).text) == [ZIN]


@pytest.mark.parametrize(
    "koppen",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://kwaad.example"},
        {"Origin": "https://[kapot"},
    ],
    ids=str,
)
def test_van_een_andere_site__hun_woorden_niet_op_onze_pagina(
    koppen: dict[str, str], lid: FlaskClient, faalt: Callable[[Exception], None]
) -> None:
    faalt(NotFound())
    assert "buurvrouw" not in lid.post(PAD, data={"feiten": ZIN}, headers=koppen).text


def test_oudere_browser__zegt_van_welke_pagina(lid: FlaskClient, faalt: Callable[[Exception], None]) -> None:
    faalt(NotFound())
    antwoord = lid.post(PAD, data={"feiten": ZIN}, headers={"Origin": "http://localhost"})
    assert _teruggegeven(antwoord.text) == [ZIN]


def test_wachtwoord__nooit_terug(lid: FlaskClient, faalt: Callable[[Exception], None]) -> None:
    faalt(NotFound())
    gegevens = {"new_password": "mijn eigen geheim", "wachtwoord": "nog een geheim"}
    assert "geheim" not in lid.post(PAD, data=gegevens, headers=VAN_ONS).text


def test_sessie_voorbij__eerst_de_tekst_dan_inloggen(client: FlaskClient) -> None:
    antwoord = client.post(PAD, data={"feiten": ZIN}, headers=VAN_ONS)
    assert antwoord.status_code == 401
    assert _teruggegeven(antwoord.text) == [ZIN]
    assert 'href="/inloggen"' in antwoord.text
    assert client.post(PAD, data={"keuze": "straf"}, headers=VAN_ONS).status_code == 302
