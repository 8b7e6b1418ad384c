"""A new version of the criteria: through the page, with rows, and the old version stays."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Criteriaset
from models.waarden import CasusStatus
from tests.beheer.conftest import Regio
from tests.steun.fabriek import Fabriek


def velden(tekst: str) -> dict[str, str]:
    """Return what a browser would post of the big form as it stands."""
    formulier = BeautifulSoup(tekst, "html.parser").find("form", id="formulier")
    assert formulier is not None
    gevonden: dict[str, str] = {}
    for veld in formulier.find_all("input"):
        gevonden[str(veld["name"])] = str(veld.get("value", ""))
    return gevonden


@pytest.fixture
def weg(regio: Regio) -> str:
    """Return the address of the form."""
    return f"/beheer/tafels/{regio.tafel.id}/criteria/nieuwe-versie"


def laatste(sessie: Session) -> Criteriaset:
    sessie.expire_all()
    return sessie.scalars(select(Criteriaset).order_by(Criteriaset.nummer.desc()).limit(1)).one()


def test_criteria__hernoemen_en_andere_regel__nieuwe_versie_en_casus_houdt_de_zijne(
    regio: Regio, fabriek: Fabriek, beheer: FlaskClient, db_sessie: Session, weg: str
) -> None:
    casus = fabriek.casus(regio.tafel, regio.voorzitter, CasusStatus.AANGEMELD)
    eerst = casus.criteriaset_id
    data = velden(beheer.get(weg).text)
    data |= {"onderdelen-0-titel": "Belaging", "regel": "a en b en (c of d)"}
    assert beheer.post(weg, data=data).status_code == 303
    nieuw = laatste(db_sessie)
    assert (nieuw.nummer, nieuw.regel) == (2, "A en B en (C of D)")
    onderdeel = nieuw.criteria[3].onderdelen[0]
    assert (onderdeel.sleutel, onderdeel.titel) == ("stalking", "Belaging")
    assert db_sessie.get_one(Casus, casus.id).criteriaset_id == eerst
    overzicht = beheer.get(weg.removesuffix("/nieuwe-versie")).text
    assert "Versie 2, in gebruik sinds" in overzicht
    assert "Versie 1, gemaakt op" in overzicht


def test_criteria__andere_volgorde_en_een_erbij(beheer: FlaskClient, db_sessie: Session, weg: str) -> None:
    data = velden(beheer.get(weg).text)
    met_rij = beheer.post(weg, data=data | {"rij_erbij-criteria": "1"})
    assert met_rij.status_code == 200
    data = velden(met_rij.text) | {
        "criteria-0-plek": "9",
        "criteria-4-plek": "1",
        "criteria-4-code": "e",
        "criteria-4-titel": "Dieren in het gezin",
    }
    antwoord = beheer.post(weg, data=data, follow_redirects=True)
    assert "tellen dus niet mee: E" in antwoord.text
    assert [c.code for c in laatste(db_sessie).criteria] == ["E", "B", "C", "D", "A"]


def test_criteria__nieuw_onderdeel__eigen_sleutel(beheer: FlaskClient, db_sessie: Session, weg: str) -> None:
    data = velden(beheer.get(weg).text)
    for nummer in (7, 8):
        data |= {f"onderdelen-{nummer}-bij": "d", f"onderdelen-{nummer}-titel": "Stalking!"}
    assert beheer.post(weg, data=data).status_code == 303
    sleutels = [o.sleutel for o in laatste(db_sessie).criteria[3].onderdelen]
    assert sleutels[0] == "stalking"
    assert sleutels[-2:] == ["stalking_2", "stalking_3"]


@pytest.mark.parametrize(
    ("wijziging", "zin"),
    [
        ({"regel": "A en B of C"}, "staan door elkaar"),
        ({"regel": "A en X"}, "is geen criterium van deze tafel"),
        ({"criteria-1-code": "A"}, "De letter A staat er 2 keer"),
        ({"criteria-1-code": "of"}, "kan niet als letter"),
        ({"criteria-3-minimum": ""}, "hoeveel onderdelen er minstens moeten gelden"),
        ({"criteria-3-minimum": "8"}, "vraagt 8 van de lijst"),
        ({"onderdelen-0-bij": "Z"}, "bij criterium Z"),
        ({"criteria-0-titel": ""}, "Schrijf het criterium op"),
        ({"versie": "0"}, "maakte intussen een nieuwe versie"),
        ({"versie": "onzin"}, "verouderd"),
    ],
)
def test_criteria__klopt_niet__zin_en_alles_blijft_staan(
    beheer: FlaskClient, db_sessie: Session, weg: str, wijziging: dict[str, Any], zin: str
) -> None:
    data = velden(beheer.get(weg).text) | {"criteria-2-titel": "Getypt door mij"} | wijziging
    antwoord = beheer.post(weg, data=data)
    assert antwoord.status_code == (409 if wijziging.get("versie") == "0" else 422)
    assert zin in antwoord.text
    assert "Getypt door mij" in antwoord.text
    assert laatste(db_sessie).nummer == 1


@pytest.mark.parametrize("sleutel", ["x" * 61, "x" * 5000, "Stalking; --"])
def test_criteria__sleutel_die_de_pagina_niet_gaf__422(
    beheer: FlaskClient, db_sessie: Session, weg: str, sleutel: str
) -> None:
    data = velden(beheer.get(weg).text) | {"onderdelen-0-sleutel": sleutel}
    assert beheer.post(weg, data=data).status_code == 422
    assert laatste(db_sessie).nummer == 1


def test_criteria__regel_die_uitgeschreven_langer_wordt__422(
    beheer: FlaskClient, db_sessie: Session, weg: str
) -> None:
    lang = "minstens 2 van(a,b,c,d)" + "of minstens 2 van(a,b,c,d)" * 10
    data = velden(beheer.get(weg).text) | {"regel": lang}
    antwoord = beheer.post(weg, data=data)
    assert len(lang) <= 300
    assert antwoord.status_code == 422
    assert "Deze regel is te lang" in antwoord.text
    assert lang in antwoord.text
    assert laatste(db_sessie).nummer == 1


def test_criteria__twee_beheerders__ziet_wat_er_nu_staat_en_bewaart_daarna(
    beheer: FlaskClient, db_sessie: Session, weg: str
) -> None:
    begin = velden(beheer.get(weg).text)
    assert beheer.post(weg, data=begin | {"criteria-0-titel": "Van de ander"}).status_code == 303
    mijn = begin | {"criteria-2-titel": "Getypt door mij"}
    botsing = beheer.post(weg, data=mijn)
    assert botsing.status_code == 409
    assert "Zo staat het nu: versie 2" in botsing.text
    assert "Van de ander" in botsing.text
    opnieuw = velden(botsing.text)
    assert opnieuw["criteria-2-titel"] == "Getypt door mij"
    assert beheer.post(weg, data=opnieuw).status_code == 303
    assert laatste(db_sessie).nummer == 3
