"""The daily check: whole is said nowhere but on the page; a break is told to who must act, every day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import Bericht, Gebeurtenis, Gebruiker
from models.waarden import OrganisatieSoort
from overleg.basis.achtergrond import Lus
from overleg.basis.config import Config
from overleg.logboek.bewaking import ONDERWERP, controleer_keten, meld_breuk
from overleg.logboek.opdrachten import bewaar_kop
from overleg.logboek.schrijven import schrijf
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.soorten import Soort
from overleg.logboek.zegelen import verzegel
from tests.logboek.knoeien import zonder_wachters
from tests.steun.fabriek import Fabriek
from tests.steun.toepassing import GEHEIM


@pytest.fixture
def verzegeld(app: Flask, db_sessie: Session) -> Session:
    """Three sealed lines."""
    for soort in (Soort.INGELOGD, Soort.UITGELOGD, Soort.INGELOGD):
        schrijf(db_sessie, None, soort)
    db_sessie.flush()
    verzegel(db_sessie, logboeksleutel(app))
    db_sessie.commit()
    return db_sessie


def _post(sessie: Session) -> list[Bericht]:
    return list(sessie.scalars(select(Bericht).where(Bericht.onderwerp == ONDERWERP).order_by(Bericht.aan)))


def test_bewaking__heel__geen_bericht(verzegeld: Session) -> None:
    assert meld_breuk(verzegeld, controleer_keten(verzegeld)) == 0
    assert _post(verzegeld) == []


def test_bewaking__gewijzigde_regel__beheerder_en_functionaris_horen_het(
    verzegeld: Session, fabriek: Fabriek
) -> None:
    vt = fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS)
    wie = [fabriek.gebruiker(vt, beheerder=True), fabriek.gebruiker(vt, functionaris=True)]
    uit, gewoon = fabriek.gebruiker(vt, functionaris=True), fabriek.gebruiker(vt)
    uit.active = False
    fabriek.klaar()
    zonder_wachters(verzegeld)
    verzegeld.execute(text("UPDATE gebeurtenis SET soort = 'uitgelogd'"))
    verzegeld.commit()
    uitkomst = controleer_keten(verzegeld)
    assert meld_breuk(verzegeld, uitkomst) == 1
    verzegeld.flush()
    berichten = _post(verzegeld)
    assert [bericht.aan for bericht in berichten] == sorted(mens.email for mens in wie)
    assert gewoon.email not in {bericht.aan for bericht in berichten}
    assert uitkomst.breuk in berichten[0].tekst
    assert len(verzegeld.scalars(select(Gebeurtenis).filter_by(soort=Soort.KETEN_GEBROKEN.value)).all()) == 1


def test_bewaking__afgesneden_staart__gevonden_met_het_bestand(
    app: Flask, verzegeld: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = tmp_path / "kop.txt"
    config = Config(database_url="sqlite://", secret_key=GEHEIM, testing=True, logboek_kop=str(bestand))
    monkeypatch.setitem(app.extensions, "overleg", config)
    assert controleer_keten(verzegeld).breuk == ""
    bewaar_kop(verzegeld)
    zonder_wachters(verzegeld)
    verzegeld.execute(text("DELETE FROM zegel WHERE nummer = 3"))
    verzegeld.commit()
    assert "zegel 3" in controleer_keten(verzegeld).breuk
    bestand.write_text("iets anders\n")
    assert "niet te lezen" in controleer_keten(verzegeld).breuk


def test_bewaking__op_de_pagina(
    app: Flask, verzegeld: Session, fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    vt = fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS)
    client = als(fabriek.gebruiker(vt, functionaris=True))
    assert "nog niet gecontroleerd" in client.get("/logboek/signalen").text
    _controleer(app)
    assert "geen regel gewijzigd of weggehaald" in client.get("/logboek/signalen").text
    zonder_wachters(verzegeld)
    verzegeld.execute(text("UPDATE gebeurtenis SET soort = 'uitgelogd' WHERE soort = 'ingelogd'"))
    verzegeld.execute(text("UPDATE achtergrondtaak SET laatst_op = NULL"))
    verzegeld.commit()
    _controleer(app)
    assert "Het logboek is niet heel" in client.get("/logboek/signalen").text


def _controleer(app: Flask) -> None:
    """Go round once, as the loop does."""
    assert Lus(app).ronde()
