"""Guessing is slowed down, for an account and for an address; nobody else notices, and nobody for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker, Inlogpoging
from models.waarden import OrganisatieSoort
from overleg.basis.klok import nu
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import VAN_ADRES, VAN_CODE, VAN_WACHTWOORD, Rem, ruim_op, wachttijd_na
from tests.steun.codes import WACHTWOORD, log_in, put_uit
from tests.steun.fabriek import Fabriek

FOUT = "een-heel-ander-wachtwoord"


@pytest.fixture
def mens(fabriek: Fabriek) -> Gebruiker:
    """Return an account."""
    wie = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE))
    fabriek.klaar()
    return wie


def _probeer(client: FlaskClient, email: str, wachtwoord: str = FOUT) -> int:
    return client.post("/inloggen", data={"email": email, "password": wachtwoord}).status_code


@pytest.mark.parametrize("rem", [VAN_WACHTWOORD, VAN_CODE, VAN_ADRES])
def test_wachttijd__eerst_niets_dan_steeds_langer_en_nooit_voor_altijd(rem: Rem) -> None:
    assert wachttijd_na(rem.vrij, rem) == timedelta(0)
    assert wachttijd_na(rem.vrij + 1, rem) == timedelta(seconds=2)
    assert wachttijd_na(rem.vrij + 3, rem) == timedelta(seconds=8)
    assert wachttijd_na(rem.vrij + 10_000, rem) == rem.langst


@pytest.mark.parametrize("bestaat", [True, False])
def test_wachtwoord_raden__afgeremd__ook_als_het_account_niet_bestaat(
    client: FlaskClient, mens: Gebruiker, db_sessie: Session, bestaat: bool
) -> None:
    email = mens.email if bestaat else "niemand@voorbeeld.nl"
    assert [_probeer(client, email) for _ in range(6)] == [422] * 6
    antwoord = client.post("/inloggen", data={"email": email.upper(), "password": WACHTWOORD})
    assert antwoord.status_code == 429
    assert "Wacht 2 seconden" in antwoord.text
    assert antwoord.headers["Retry-After"] == "2"
    assert Soort.INLOGGEN_AFGEREMD in db_sessie.scalars(select(Gebeurtenis.soort)).all()
    assert not [rij for rij in db_sessie.scalars(select(Inlogpoging.sleutel)) if "@" in rij]


def test_afgeremd__een_ander_merkt_niets_en_na_het_wachten_kan_het_weer(
    client: FlaskClient, nieuwe_client: Callable[[], FlaskClient], mens: Gebruiker, fabriek: Fabriek
) -> None:
    ander = fabriek.gebruiker(mens.organisatie)
    fabriek.klaar()
    for _ in range(6):
        _probeer(client, mens.email)
    assert _probeer(client, mens.email, WACHTWOORD) == 429
    assert log_in(nieuwe_client(), ander).status_code == 302
    with time_machine.travel(nu() + timedelta(seconds=3), tick=True):
        assert _probeer(client, mens.email, WACHTWOORD) == 302
        assert _probeer(nieuwe_client(), mens.email) == 422, "what was right begins anew"


def test_code_raden__afgeremd(client: FlaskClient, mens: Gebruiker) -> None:
    assert _probeer(client, mens.email, WACHTWOORD) == 302
    codes = [client.post("/inloggen/code", data={"code": f"{n:06}"}).status_code for n in range(6)]
    assert codes == [422] * 6
    assert client.post("/inloggen/code", data={"code": "000007"}).status_code == 429
    assert client.post("/inloggen/herstelcode", data={"code": "aaaa-bbbb"}).status_code == 429


def test_adres__veel_verschillende_accounts__ook_afgeremd_en_goed_telt_niet(
    client: FlaskClient, nieuwe_client: Callable[[], FlaskClient], mens: Gebruiker
) -> None:
    for _ in range(3):
        log_in(nieuwe_client(), mens)
    gezien = [_probeer(client, f"iemand{nummer}@voorbeeld.nl") for nummer in range(VAN_ADRES.vrij + 2)]
    assert gezien[: VAN_ADRES.vrij + 1] == [422] * (VAN_ADRES.vrij + 1)
    assert gezien[-1] == 429


def test_adres__antwoorden_van_een_apparaat__ook_afgeremd(client: FlaskClient) -> None:
    put_uit(client, "/inloggen/passkey/klaar")


def test_eigen_wachtwoord__raden_op_een_open_pagina__afgeremd(
    mens: Gebruiker, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    client = als(mens)
    nieuw = {
        "new_password": "een-nieuw-lang-wachtwoord-9",
        "new_password_confirm": "een-nieuw-lang-wachtwoord-9",
    }
    gezien = [client.post("/wachtwoord", data={"password": FOUT, **nieuw}).status_code for _ in range(7)]
    assert gezien[-1] == 429
    assert client.post("/verify", data={"password": WACHTWOORD}).status_code == 429


def test_oud__wordt_vergeten(app: Flask, client: FlaskClient, mens: Gebruiker, db_sessie: Session) -> None:
    _probeer(client, mens.email)
    with app.app_context(), time_machine.travel(nu() + timedelta(hours=2), tick=True):
        assert ruim_op(db_sessie) == 2
