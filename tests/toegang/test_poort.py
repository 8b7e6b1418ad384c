"""The door: signed in or not, seen or not, allowed or not."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from tests.steun.codes import code
from tests.steun.fabriek import WACHTWOORD, Fabriek


def test_start__niet_ingelogd__naar_inlogpagina(client: FlaskClient) -> None:
    antwoord = client.get("/")
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"].startswith("/inloggen")


@pytest.mark.parametrize("kop", [{"HX-Request": "true"}, {"X-Live": "1"}, {"Sec-Fetch-Dest": "empty"}])
def test_script__niet_ingelogd__geen_pagina_en_geen_nieuwe_sessie(
    client: FlaskClient, kop: dict[str, str]
) -> None:
    antwoord = client.get("/overleggen", headers=kop)
    assert antwoord.status_code == 401
    assert "Set-Cookie" not in antwoord.headers, "it would break a sign-in form that is open"


def test_start__ingelogd__pagina(fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]) -> None:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    assert als(voorzitter).get("/").status_code == 200


def test_inloggen__met_wachtwoord_en_code__naar_start(fabriek: Fabriek, client: FlaskClient) -> None:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    antwoord = client.post("/inloggen", data={"email": voorzitter.email, "password": WACHTWOORD})
    assert antwoord.status_code == 302, antwoord.text
    assert client.get("/").headers["Location"].startswith("/inloggen"), "a password alone opens nothing"
    assert client.post("/inloggen/code", data={"code": code()}).status_code == 302
    assert client.get("/").status_code == 200


def test_onbekend_adres__ingelogd__houdt_het_menu(
    fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient], client: FlaskClient
) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    antwoord = als(voorzitter).get("/bestaat-niet")
    assert antwoord.status_code == 404
    assert 'href="/overleggen"' in antwoord.text
    antwoord = client.get("/bestaat-niet")
    assert antwoord.status_code == 404
    assert 'href="/overleggen"' not in antwoord.text


@pytest.mark.parametrize("adres", ["//[", "http://[", "http://[::1", "\\\\["])
@pytest.mark.parametrize("plek", ["query", "formulier"])
def test_inloggen__vervolg_dat_geen_adres_is__zegt_het_voor_het_wachtwoord(
    fabriek: Fabriek, client: FlaskClient, adres: str, plek: str
) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    gegevens = {"email": voorzitter.email, "password": WACHTWOORD}
    if plek == "query":
        antwoord = client.post("/inloggen", query_string={"next": adres}, data=gegevens)
        assert client.get("/inloggen", query_string={"next": adres}).status_code == 400
    else:
        antwoord = client.post("/inloggen", data={**gegevens, "next": adres})
    assert antwoord.status_code == 400
    assert client.get("/").status_code == 302, "nobody is signed in"


@pytest.mark.parametrize("naam", ["kwaad.voorbeeld.nl", "127.0.0.1:-1"])
def test_andere_naam__zegt_het_zonder_fout(
    app: Flask, caplog: pytest.LogCaptureFixture, naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "TRUSTED_HOSTS", ["localhost"])
    antwoord = app.test_client().get("/casussen", headers={"Host": naam})
    assert antwoord.status_code == 400
    assert "hoort niet bij het Actie-overleg" in antwoord.text
    assert not [regel for regel in caplog.records if regel.exc_info]
