"""Every failure has a page of its own, in Dutch, that says what to do; no details for outsiders."""

from collections.abc import Callable, Iterator

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
def start_faalt(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Exception], None]]:
    """Let the first page fail in a chosen way."""

    def faal_met(fout: Exception) -> None:
        def view() -> ResponseReturnValue:
            raise fout

        view.recht = app.view_functions["start.start"].recht  # type: ignore[attr-defined]
        monkeypatch.setitem(app.view_functions, "start.start", view)
        monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)

    yield faal_met


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize(("fout", "code", "woorden"), FOUTEN, ids=lambda waarde: str(waarde)[:20])
def test_fout__eigen_pagina__zonder_details(
    fout: Exception,
    code: int,
    woorden: str,
    htmx: bool,
    fabriek: Fabriek,
    als: Als,
    start_faalt: Callable[[Exception], None],
) -> None:
    tafel = fabriek.tafel()
    lid = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.DEELNEMER)
    start_faalt(fout)
    antwoord = als(lid).get("/", headers={"HX-Request": "true"} if htmx else {})
    assert antwoord.status_code == code
    assert woorden.lower() in antwoord.text.lower()
    assert "geheim" not in antwoord.text
    assert "Traceback" not in antwoord.text
    assert ("<html" in antwoord.text) is not htmx


def test_te_groot__post_van_9_mb__413(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    lid = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.DEELNEMER)
    antwoord = als(lid).post("/wachtwoord", data={"password": "x" * 9_000_000})
    assert antwoord.status_code == 413


def test_onbekend_adres__404(client: FlaskClient) -> None:
    assert client.get("/bestaat-niet").status_code == 404
    assert client.get("/casussen/geen-nummer").status_code == 404
