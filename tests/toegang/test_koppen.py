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
        ("GET", "/static/css/thema.css?v=1", 200),
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
    assert antwoord.headers["Cache-Control"] == (VOOR_LANG if "?v=" in pad else "no-store")
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
