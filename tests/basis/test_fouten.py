"""Every failure has a page of its own, in Dutch, that says what to do; no details for outsiders."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.exceptions import Conflict, NotFound, RequestEntityTooLarge, TooManyRequests

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.fouten import Botsing, GeenRecht, Geweigerd
from overleg.basis.oordeel import nee
from overleg.toegang.poort import vereist
from overleg.toegang.rechten import Recht
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]

FOUTEN = [
    (NotFound(), 404, ""),
    (GeenRecht(), 403, ""),
    (Conflict(), 409, ""),
    (RequestEntityTooLarge(), 413, ""),
    (TooManyRequests(), 429, ""),
    (Geweigerd(nee("Stel eerst één concrete vraag.")), 422, "Stel eerst één concrete vraag."),
    (Botsing("Kim wijzigde dit net.", "de andere tekst"), 409, "de andere tekst"),
    (IntegrityError("INSERT geheim", {}, Exception("geheim")), 409, ""),
    (OperationalError("SELECT geheim", {}, Exception("geheim")), 503, ""),
    (ValueError("geheim"), 500, ""),
]


@pytest.fixture
def start_faalt(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let the first page fail in a chosen way."""

    def faal_met(fout: Exception) -> None:
        def view() -> ResponseReturnValue:
            raise fout

        monkeypatch.setitem(app.view_functions, "start.start", vereist(Recht.EIGEN_ACCOUNT)(view))
        monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)

    return faal_met


@pytest.fixture
def lid(fabriek: Fabriek, als: Als) -> FlaskClient:
    """Return someone who is signed in."""
    tafel = fabriek.tafel()
    veilig_thuis = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    return als(fabriek.lid(tafel, veilig_thuis, Rol.DEELNEMER))


@pytest.mark.parametrize("kop", [{}, {"HX-Request": "true"}], ids=["pagina", "fragment"])
@pytest.mark.parametrize("geval", FOUTEN, ids=lambda geval: type(geval[0]).__name__)
def test_fout__eigen_pagina__zonder_details(
    geval: tuple[Exception, int, str],
    kop: dict[str, str],
    lid: FlaskClient,
    start_faalt: Callable[[Exception], None],
) -> None:
    fout, code, woorden = geval
    start_faalt(fout)
    antwoord = lid.get("/", headers=kop)
    assert antwoord.status_code == code
    assert woorden.lower() in antwoord.text.lower()
    assert "geheim" not in antwoord.text
    assert "Traceback" not in antwoord.text
    assert ("<html" in antwoord.text) is not bool(kop)


def test_te_groot__post_van_9_mb__413(lid: FlaskClient) -> None:
    antwoord = lid.post("/wachtwoord", data={"password": "x" * 9_000_000})
    assert antwoord.status_code == 413


def test_onbekend_adres__404(client: FlaskClient) -> None:
    assert client.get("/bestaat-niet").status_code == 404
    assert client.get("/casussen/geen-nummer").status_code == 404
