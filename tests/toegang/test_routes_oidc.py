"""Signing in through a provider: linked by oneself first, never by an e-mail address; no way round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Gebeurtenis, Gebruiker, Identiteit, Sessie
from models.waarden import Inlogmanier, OrganisatieSoort, Rol
from overleg.logboek.soorten import Soort
from tests.steun.aanbieder import NepAanbieder, als_aanbieder, draait
from tests.steun.codes import WACHTWOORD, put_uit
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture(scope="module")
def _nep() -> Iterator[NepAanbieder]:
    with draait() as nep:
        yield nep


@pytest.fixture
def nep(_nep: NepAanbieder, app: Flask) -> Iterator[NepAanbieder]:
    """Return a provider that the application knows."""
    _nep.anders, _nep.subject = {}, "1234"
    app.extensions["aanbieders"] = (als_aanbieder(_nep),)
    yield _nep
    app.extensions["aanbieders"] = ()


@pytest.fixture
def agent(fabriek: Fabriek) -> Gebruiker:
    """Return someone of the police."""
    tafel = fabriek.tafel()
    mens = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    fabriek.klaar()
    return mens


def _heen(client: FlaskClient, pad: str, **velden: str) -> str:
    """Begin, and return the address of the provider."""
    blad = client.post(pad, data=velden)
    assert blad.status_code == 200, blad.text
    return str(BeautifulSoup(blad.text, "html.parser").select_one("a[data-verder]")["href"])  # type: ignore[index]


def _bij_de_ander(adres: str) -> dict[str, str]:
    antwoord = requests.get(adres, allow_redirects=False, timeout=5)
    return dict(parse_qsl(urlsplit(antwoord.headers["Location"]).query))


def _terug(client: FlaskClient, gekregen: dict[str, str]) -> TestResponse:
    """Come back, and press the one button there is."""
    pad = "/inloggen/via/politie/terug"
    blad = client.get(pad, query_string=gekregen)
    assert blad.status_code == 200
    invoer = BeautifulSoup(blad.text, "html.parser").select("form[data-verder] input")
    velden = {veld["name"]: veld["value"] for veld in invoer}
    return client.post(pad, data=velden)


def _bewijs(client: FlaskClient) -> None:
    assert client.post("/verify", data={"password": WACHTWOORD}).status_code == 302


def _gekoppeld(client: FlaskClient) -> None:
    _bewijs(client)
    assert _terug(client, _bij_de_ander(_heen(client, "/koppelingen/politie"))).status_code == 303


def test_koppelen_en_inloggen__alleen_wie_zelf_koppelde(
    nep: NepAanbieder, agent: Gebruiker, als: Als, client: FlaskClient, fabriek: Fabriek
) -> None:
    nep.anders = {"email": agent.email, "name": agent.naam}
    onbekend = _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie")))
    assert (onbekend.status_code, "niet gekoppeld" in onbekend.text) == (422, True)
    _gekoppeld(als(agent))
    binnen = _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie", next="/acties")))
    assert (binnen.status_code, binnen.headers["Location"]) == (303, "/acties")
    assert client.get("/acties").status_code == 200
    manieren = fabriek.sessie.scalars(select(Sessie.manieren).where(Sessie.gebruiker_id == agent.id)).all()
    assert [Inlogmanier.OIDC] in manieren
    soorten = fabriek.sessie.scalars(select(Gebeurtenis.soort)).all()
    for soort in (Soort.IDENTITEIT_GEKOPPELD, Soort.INGELOGD, Soort.INLOGGEN_MISLUKT):
        assert soort in soorten


def test_inloggen__andere_subject_zelfde_mail__niet(
    nep: NepAanbieder, agent: Gebruiker, als: Als, client: FlaskClient
) -> None:
    _gekoppeld(als(agent))
    nep.subject, nep.anders = "een-ander", {"email": agent.email}
    assert _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie"))).status_code == 422
    assert client.get("/acties").status_code == 302


@pytest.mark.usefixtures("nep")
def test_inloggen__account_uit_of_koppeling_weg__niet(
    agent: Gebruiker, als: Als, client: FlaskClient, fabriek: Fabriek
) -> None:
    eigen = als(agent)
    _gekoppeld(eigen)
    assert eigen.post("/koppelingen/politie/weg").status_code == 303
    assert _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie"))).status_code == 422
    _gekoppeld(eigen)
    agent.active = False
    fabriek.klaar()
    assert _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie"))).status_code == 422


def test_inloggen__zonder_tweede_factor_daar__niet(
    nep: NepAanbieder, agent: Gebruiker, als: Als, client: FlaskClient
) -> None:
    _gekoppeld(als(agent))
    nep.anders = {"amr": ["pwd"]}
    mislukt = _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie")))
    assert (mislukt.status_code, "niet gelukt" in mislukt.text) == (422, True)
    assert "amr" not in mislukt.text


@pytest.mark.usefixtures("nep")
def test_antwoord_van_een_ander__of_tweemaal__niet(
    agent: Gebruiker, als: Als, nieuwe_client: Callable[[], FlaskClient]
) -> None:
    _gekoppeld(als(agent))
    ene, andere = nieuwe_client(), nieuwe_client()
    gekregen = _bij_de_ander(_heen(ene, "/inloggen/via/politie"))
    assert _terug(andere, gekregen).status_code == 422, "no question was asked there"
    _heen(andere, "/inloggen/via/politie")
    assert _terug(andere, gekregen).status_code == 422, "the answer to the question of another"
    opnieuw = _bij_de_ander(_heen(ene, "/inloggen/via/politie"))
    assert _terug(ene, opnieuw).status_code == 303
    assert _terug(ene, opnieuw).status_code == 422, "an answer counts once"


def test_koppelen__van_een_ander_of_een_tweede__geweigerd(
    nep: NepAanbieder, agent: Gebruiker, als: Als, fabriek: Fabriek
) -> None:
    _gekoppeld(als(agent))
    collega = fabriek.gebruiker(agent.organisatie)
    fabriek.klaar()
    ander = als(collega)
    _bewijs(ander)
    assert _terug(ander, _bij_de_ander(_heen(ander, "/koppelingen/politie"))).status_code == 422
    nep.subject = "5678"
    eigen = als(agent)
    _bewijs(eigen)
    assert _terug(eigen, _bij_de_ander(_heen(eigen, "/koppelingen/politie"))).status_code == 422
    assert fabriek.sessie.scalars(select(Identiteit.subject)).all() == ["1234"]


@pytest.mark.usefixtures("nep")
@pytest.mark.parametrize(
    "verder", ["//kwaad.nl", "/\\kwaad.nl", "https:kwaad.nl", "https://kwaad.nl", "/x\ty"]
)
def test_verder__nooit_naar_een_ander_adres(
    agent: Gebruiker, als: Als, client: FlaskClient, verder: str
) -> None:
    _gekoppeld(als(agent))
    binnen = _terug(client, _bij_de_ander(_heen(client, "/inloggen/via/politie", next=verder)))
    assert (binnen.status_code, binnen.headers["Location"]) == (303, "/")


def test_aanbieder__weg_of_onbekend__zegt_wat_te_doen(
    nep: NepAanbieder, app: Flask, client: FlaskClient
) -> None:
    assert client.post("/inloggen/via/niemand").status_code == 404
    assert "Inloggen via Politie" in client.get("/inloggen").text
    app.extensions["aanbieders"] = (als_aanbieder(nep, issuer="http://127.0.0.1:9"),)
    weg = client.post("/inloggen/via/politie")
    assert (weg.status_code, "niet te bereiken" in weg.text) == (422, True)
    leeg = client.get("/inloggen/via/politie/terug", query_string={"error": "access_denied"})
    assert (leeg.status_code, "Probeer het opnieuw" in leeg.text) == (422, True)


@pytest.mark.usefixtures("nep")
def test_koppelen__lang_geleden_ingelogd__vraagt_eerst_het_wachtwoord(agent: Gebruiker, als: Als) -> None:
    antwoord = als(agent).post("/koppelingen/politie")
    assert antwoord.status_code == 303
    assert antwoord.headers["Location"].startswith("/verify")


@pytest.mark.usefixtures("nep")
def test_antwoorden_zonder_vraag__ook_afgeremd(client: FlaskClient) -> None:
    put_uit(client, "/inloggen/via/politie/terug")
