"""Signing in with a passkey: both steps at once, for its owner only, and every answer counts once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Bericht, Gebeurtenis, Gebruiker, Passkey, Sessie
from models.waarden import Inlogmanier, OrganisatieSoort, Rol
from overleg.logboek.soorten import Soort
from overleg.toegang import passkeys
from tests.steun.codes import WACHTWOORD
from tests.steun.fabriek import Fabriek
from tests.steun.sleutelhanger import AANWEZIG, Sleutelhanger

Als = Callable[[Gebruiker], FlaskClient]
HIER = "http://localhost:5000"


@pytest.fixture(autouse=True)
def _op_een_naam(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve the application on a host with a name: on an IP address passkeys do not exist."""
    monkeypatch.setitem(app.extensions, "overleg", replace(app.extensions["overleg"], basis_url=HIER))


@pytest.fixture
def agent(fabriek: Fabriek) -> Gebruiker:
    """Return someone of the police."""
    tafel = fabriek.tafel()
    mens = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    fabriek.klaar()
    return mens


def _opties(antwoord: TestResponse) -> str:
    assert antwoord.status_code == 200, antwoord.text
    formulier = BeautifulSoup(antwoord.text, "html.parser").select_one("form[data-passkey]")
    assert formulier is not None
    return str(formulier["data-opties"])


def _vraagt(client: FlaskClient, naam: str = "mijn telefoon") -> str:
    assert client.post("/verify", data={"password": WACHTWOORD}).status_code == 302
    return _opties(client.post("/passkeys", data={"naam": naam}))


def _met_passkey(client: FlaskClient) -> Sleutelhanger:
    hanger = Sleutelhanger(HIER)
    antwoord = client.post("/passkeys/klaar", data={"antwoord": hanger.maakt(_vraagt(client))})
    assert antwoord.status_code == 303, antwoord.text
    return hanger


def _logt_in(client: FlaskClient, hanger: Sleutelhanger, **anders: object) -> TestResponse:
    opties = _opties(client.post("/inloggen/passkey", follow_redirects=True))
    return client.post("/inloggen/passkey/klaar", data={"antwoord": hanger.bewijst(opties, **anders)})


def test_passkey__maken_inloggen_en_weghalen(
    app: Flask, fabriek: Fabriek, als: Als, agent: Gebruiker
) -> None:
    eigen = als(agent)
    hanger = _met_passkey(eigen)
    assert "mijn telefoon" in eigen.get("/passkeys").text
    elders = app.test_client()
    antwoord = _logt_in(elders, hanger)
    assert antwoord.status_code == 303
    assert elders.get("/passkeys").status_code == 200, "no password and no code was asked"
    sessies = fabriek.sessie.scalars(select(Sessie.manieren).where(Sessie.gebruiker_id == agent.id)).all()
    assert [Inlogmanier.PASSKEY] in sessies
    rij = fabriek.sessie.scalars(select(Passkey)).one()
    assert rij.laatst_gebruikt_op is not None
    assert eigen.post("/passkeys/weg", data={"passkey": str(rij.id)}).status_code == 303
    geweigerd = _logt_in(app.test_client(), hanger)
    assert geweigerd.status_code == 422
    assert "niet gelukt" in geweigerd.text
    soorten = set(fabriek.sessie.scalars(select(Gebeurtenis.soort)))
    assert {Soort.PASSKEY_TOEGEVOEGD, Soort.PASSKEY_WEGGEHAALD, Soort.INLOGGEN_MISLUKT} <= soorten
    post = fabriek.sessie.scalars(select(Bericht).where(Bericht.aan == agent.email)).all()
    assert any("passkey toegevoegd" in bericht.onderwerp for bericht in post)


def test_maken__vraagt_eerst_het_wachtwoord_als_dat_even_geleden_is(als: Als, agent: Gebruiker) -> None:
    client = als(agent)
    antwoord = client.post("/passkeys", data={"naam": "mijn telefoon"})
    assert antwoord.status_code == 303
    assert "/verify" in antwoord.headers["Location"]
    daarna = client.post(antwoord.headers["Location"], data={"password": WACHTWOORD})
    assert 'value="mijn telefoon"' in client.get(daarna.headers["Location"]).text
    client = als(agent)
    assert client.post("/passkeys/weg", data={"passkey": "x"}).status_code == 303


@pytest.mark.parametrize("naam", ["", "   ", "x" * 201])
def test_maken__naam_onjuist__zin_bij_het_veld(als: Als, agent: Gebruiker, naam: str) -> None:
    client = als(agent)
    client.post("/verify", data={"password": WACHTWOORD})
    antwoord = client.post("/passkeys", data={"naam": naam})
    assert antwoord.status_code == 422
    assert 'aria-invalid="true"' in antwoord.text


@pytest.mark.parametrize(
    "anders",
    [
        {"origin": "https://ander.voorbeeld.nl"},
        {"challenge": "AAAA"},
        {"type": "webauthn.get"},
    ],
)
def test_maken__geknoeid__niet_bewaard(
    fabriek: Fabriek, als: Als, agent: Gebruiker, anders: dict[str, str]
) -> None:
    client = als(agent)
    antwoord = Sleutelhanger(HIER).maakt(_vraagt(client), **anders)
    assert client.post("/passkeys/klaar", data={"antwoord": antwoord}).status_code == 422
    assert not fabriek.sessie.scalars(select(Passkey)).all()


def test_maken__apparaat_vroeg_niets__niet_bewaard(fabriek: Fabriek, als: Als, agent: Gebruiker) -> None:
    client = als(agent)
    hanger = Sleutelhanger(HIER, vlaggen=AANWEZIG)
    antwoord = client.post("/passkeys/klaar", data={"antwoord": hanger.maakt(_vraagt(client))})
    assert antwoord.status_code == 422
    assert not fabriek.sessie.scalars(select(Passkey)).all()


def test_maken__tweemaal_hetzelfde_antwoord__telt_een_keer(als: Als, agent: Gebruiker) -> None:
    client = als(agent)
    antwoord = Sleutelhanger(HIER).maakt(_vraagt(client))
    assert client.post("/passkeys/klaar", data={"antwoord": antwoord}).status_code == 303
    assert client.post("/passkeys/klaar", data={"antwoord": antwoord}).status_code == 422


def test_maken__zelfde_apparaat_of_te_veel__nee(als: Als, agent: Gebruiker, fabriek: Fabriek) -> None:
    client = als(agent)
    hanger = _met_passkey(client)
    weer = client.post("/passkeys/klaar", data={"antwoord": hanger.maakt(_vraagt(client))})
    assert (weer.status_code, "al een passkey" in weer.text) == (422, True)
    for _ in range(9):
        _met_passkey(client)
    vol = client.post("/passkeys/klaar", data={"antwoord": Sleutelhanger(HIER).maakt(_vraagt(client))})
    assert (vol.status_code, "hoogste aantal" in vol.text) == (422, True)
    assert len(fabriek.sessie.scalars(select(Passkey)).all()) == 10


def test_inloggen__kopie_met_een_teller_die_achterloopt__die_passkey_gaat_dicht_en_de_eigenaar_hoort_het(
    app: Flask, als: Als, agent: Gebruiker, fabriek: Fabriek
) -> None:
    hanger = _met_passkey(als(agent))
    kopie = replace(hanger)
    assert _logt_in(app.test_client(), hanger).status_code == 303
    vals = replace(kopie, geheim=Sleutelhanger(HIER).geheim)
    assert _logt_in(app.test_client(), vals).status_code == 422
    assert len(fabriek.sessie.scalars(select(Passkey)).all()) == 1, "a wrong signature closes nothing"
    fabriek.sessie.rollback()
    assert _logt_in(app.test_client(), kopie).status_code == 422
    assert _logt_in(app.test_client(), hanger).status_code == 422
    assert not fabriek.sessie.scalars(select(Passkey)).all()
    over = select(Gebeurtenis.gebruiker_id).where(Gebeurtenis.soort == Soort.PASSKEY_GEKOPIEERD)
    assert fabriek.sessie.scalars(over).all() == [agent.id]
    post = fabriek.sessie.scalars(select(Bericht).where(Bericht.aan == agent.email)).all()
    assert any("kopie van een passkey" in bericht.tekst for bericht in post)


@pytest.mark.parametrize(
    "anders",
    [
        {"origin": "https://ander.voorbeeld.nl"},
        {"origin": "http://localhost:5001"},
        {"challenge": "AAAA"},
        {"type": "webauthn.create"},
    ],
)
def test_inloggen__geknoeid__geen_sessie(
    app: Flask, als: Als, agent: Gebruiker, anders: dict[str, str]
) -> None:
    hanger = _met_passkey(als(agent))
    client = app.test_client()
    assert _logt_in(client, hanger, **anders).status_code == 422
    assert client.get("/passkeys").status_code in {302, 303, 401}


def test_inloggen__ander_account_andere_sleutel_of_niet_ontgrendeld__geen_sessie(
    app: Flask, als: Als, agent: Gebruiker, fabriek: Fabriek
) -> None:
    hanger = _met_passkey(als(agent))
    ander = fabriek.gebruiker(agent.organisatie)
    fabriek.klaar()
    vervalst = [
        replace(hanger, account=ander.id.bytes),
        replace(hanger, geheim=Sleutelhanger(HIER).geheim),
        replace(hanger, vlaggen=AANWEZIG),
        replace(hanger, kenmerk=Sleutelhanger(HIER).kenmerk),
        replace(hanger, account=b""),
    ]
    assert [_logt_in(app.test_client(), nep).status_code for nep in vervalst] == [422] * 5
    assert _logt_in(app.test_client(), hanger).status_code == 303


def test_inloggen__kopie_die_achterloopt__geen_sessie(app: Flask, als: Als, agent: Gebruiker) -> None:
    hanger = _met_passkey(als(agent))
    kopie = replace(hanger)
    for _ in range(3):
        assert _logt_in(app.test_client(), hanger).status_code == 303
    assert _logt_in(app.test_client(), kopie).status_code == 422


def test_inloggen__antwoord_telt_een_keer_en_alleen_in_de_eigen_sessie(
    app: Flask, als: Als, agent: Gebruiker
) -> None:
    hanger = _met_passkey(als(agent))
    client, dief = app.test_client(), app.test_client()
    antwoord = hanger.bewijst(_opties(client.post("/inloggen/passkey", follow_redirects=True)))
    _opties(dief.post("/inloggen/passkey", follow_redirects=True))
    assert dief.post("/inloggen/passkey/klaar", data={"antwoord": antwoord}).status_code == 422
    assert client.post("/inloggen/passkey/klaar", data={"antwoord": antwoord}).status_code == 303
    assert client.post("/inloggen/passkey/klaar", data={"antwoord": antwoord}).status_code == 422


def test_inloggen__te_laat__geen_sessie(
    app: Flask, als: Als, agent: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanger = _met_passkey(als(agent))
    client = app.test_client()
    antwoord = hanger.bewijst(_opties(client.post("/inloggen/passkey", follow_redirects=True)))
    straks = time.time() + passkeys.TIJD_S + 1
    monkeypatch.setattr("overleg.toegang.passkeys.time.time", lambda: straks)
    assert client.post("/inloggen/passkey/klaar", data={"antwoord": antwoord}).status_code == 422


@pytest.mark.parametrize("antwoord", ["", "{}", "[]", "null", "x" * 30_000, '{"rawId": 1}', "\x00"])
def test_inloggen__onzin__422(app: Flask, antwoord: str) -> None:
    client = app.test_client()
    _opties(client.post("/inloggen/passkey", follow_redirects=True))
    assert client.post("/inloggen/passkey/klaar", data={"antwoord": antwoord}).status_code == 422


def test_inloggen__account_uit_of_tweede_stap_gewist__geen_sessie(
    app: Flask, als: Als, agent: Gebruiker, fabriek: Fabriek
) -> None:
    hanger = _met_passkey(als(agent))
    agent.active = False
    fabriek.klaar()
    assert _logt_in(app.test_client(), hanger).status_code == 422
    agent.active = True
    beheerder = fabriek.gebruiker(agent.organisatie, beheerder=True)
    fabriek.klaar()
    beheer = als(beheerder)
    beheer.post("/verify", data={"password": WACHTWOORD})
    assert beheer.post(f"/beheer/gebruikers/{agent.id}/tweede-stap").status_code == 303
    assert _logt_in(app.test_client(), hanger).status_code == 422
    assert not fabriek.sessie.scalars(select(Passkey)).all()


def test_weghalen__van_een_ander__blijft(als: Als, agent: Gebruiker, fabriek: Fabriek) -> None:
    _met_passkey(als(agent))
    rij = fabriek.sessie.scalars(select(Passkey)).one()
    ander = als(fabriek.gebruiker(agent.organisatie))
    ander.post("/verify", data={"password": WACHTWOORD})
    assert ander.post("/passkeys/weg", data={"passkey": str(rij.id)}).status_code == 422
    assert fabriek.sessie.scalars(select(Passkey)).all()


def test_vraag__zonder_dat_die_gesteld_is__naar_inloggen(app: Flask, als: Als, agent: Gebruiker) -> None:
    antwoord = app.test_client().get("/inloggen/passkey")
    assert (antwoord.status_code, antwoord.headers["Location"]) == (303, "/inloggen")
    eigen = als(agent)
    _vraagt(eigen)
    assert eigen.get("/inloggen/passkey").status_code == 303, "a question to make one is none to sign in"


@pytest.mark.parametrize(
    ("adres", "mogelijk"),
    [
        ("https://overleg.voorbeeld.nl", True),
        ("http://localhost:5000", True),
        ("http://127.0.0.1:5000", False),
        ("https://[2001:db8::1]", False),
        ("http://overleg.voorbeeld.nl", False),
    ],
)
def test_mogelijk__alleen_op_een_naam_en_beveiligd(
    app: Flask, monkeypatch: pytest.MonkeyPatch, adres: str, mogelijk: bool
) -> None:
    monkeypatch.setitem(app.extensions, "overleg", replace(app.extensions["overleg"], basis_url=adres))
    with app.app_context():
        assert passkeys.mogelijk() is mogelijk
    assert ("Inloggen met een passkey" in app.test_client().get("/inloggen").text) is mogelijk
