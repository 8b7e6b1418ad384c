"""Headers on every answer, errors too (veiligheid.md §3)."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.koppen import VAST, VOOR_LANG
from overleg.toegang.rechten import Recht
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek


@ALLEEN_SQLITE
@pytest.mark.parametrize(
    ("methode", "pad", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/uitvragen", 200),
        ("GET", "/beheer-bestaat-niet", 404),
        ("GET", "/casussen/00000000-0000-0000-0000-000000000000/uitvraag", 404),
        ("GET", "/casussen/geen-id/uitvraag", 404),
        ("POST", "/", 405),
        ("GET", "/static/css/thema.css", 200),
        ("GET", "/static/000000000000/css/thema.css", 200),
        ("GET", "/static/000000000000/onderdelen/manifest.json", 404),
        ("GET", "/static/onderdelen/manifest.json", 200),
        ("GET", "/static/bestaat-niet.css", 404),
        ("GET", "/healthz", 200),
        ("POST", "/uitloggen", 302),
    ],
)
def test_koppen__op_ieder_antwoord(
    fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient], methode: str, pad: str, status: int
) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    antwoord = als(voorzitter).open(pad, method=methode)
    assert antwoord.status_code == status
    for naam, waarde in VAST.items():
        assert antwoord.headers.get(naam) == waarde, naam
    assert "unsafe-inline" not in antwoord.headers["Content-Security-Policy"]
    assert antwoord.headers["Cache-Control"] == ("no-store")
    antwoord.close()


@ALLEEN_SQLITE
@pytest.mark.parametrize("naam", ["css/thema.css", "js/omroep.js", "onderdelen/htmx.min.js"])
def test_koppen__bestand_van_deze_versie__voor_lang(app: Flask, client: FlaskClient, naam: str) -> None:
    with app.test_request_context():
        adres = app.extensions["statisch"](naam)
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert antwoord.headers["Cache-Control"] == VOOR_LANG
    assert "Set-Cookie" not in antwoord.headers
    antwoord.close()


@ALLEEN_SQLITE
def test_koppen__bij_een_onverwachte_fout(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk() -> str:
        raise RuntimeError("GEHEIM-IN-DE-FOUT")

    stuk.recht = Recht.IEDEREEN  # type: ignore[attr-defined]
    monkeypatch.setitem(app.view_functions, "start.gezond", stuk)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    antwoord = client.get("/healthz")
    assert antwoord.status_code == 500
    assert "GEHEIM" not in antwoord.text
    for naam, waarde in VAST.items():
        assert antwoord.headers.get(naam) == waarde, naam
