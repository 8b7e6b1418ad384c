"""Looking at who may do what once a year, and putting on record what was found (BIO2 5.18.02)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Gebeurtenis, Gebruiker, Overlegtafel, Rechtenbeoordeling, Systeemkoppeling
from models.waarden import Bezetting, Rol
from overleg.basis.klok import nu, vandaag
from overleg.beheer.rechtenlijst import rechtenlijst
from overleg.beheer.regels.rechtenbeoordeling import (
    NieuweBeoordeling,
    lang_niet_ingelogd,
    mag_vastgelegd,
    moet_beoordeeld,
)
from tests.beheer.conftest import GEZIEN, Regio
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
DAG = date(2026, 11, 30)
PAD = "/toegangsrechten"


@pytest.mark.parametrize(
    ("laatste", "moet"),
    [(None, True), (DAG - timedelta(365), True), (DAG - timedelta(364), False), (DAG, False)],
)
def test_moet_beoordeeld__elk_jaar(laatste: date | None, moet: bool) -> None:
    assert moet_beoordeeld(laatste, DAG) is moet


@pytest.mark.parametrize(
    ("laatste", "lang"), [(None, True), (DAG - timedelta(90), True), (DAG - timedelta(89), False)]
)
def test_lang_niet_ingelogd__drie_maanden(laatste: date | None, lang: bool) -> None:
    assert lang_niet_ingelogd(laatste, DAG) is lang


@pytest.mark.parametrize(
    ("klopt", "toelichting", "goed"), [(True, "", True), (False, " ", False), (False, "x", True)]
)
def test_vastleggen__anders__zegt_wat(klopt: bool, toelichting: str, goed: bool) -> None:
    assert bool(mag_vastgelegd(NieuweBeoordeling(klopt, toelichting, ""))) is goed


def _rechten(sessie: Session, wie: Gebruiker) -> tuple[str, ...]:
    sessie.expire_all()
    (regel,) = (r for r in rechtenlijst(sessie, vandaag()).regels if r.id == wie.id)
    return regel.rechten


def _plaats(fabriek: Fabriek, tafel: Overlegtafel, wie: Gebruiker, rol: Rol, **kolommen: Any) -> None:
    plaats = fabriek.lidmaatschap(tafel, wie, rol)
    for naam, waarde in kolommen.items():
        setattr(plaats, naam, waarde)


def test_lijst__alles_wat_iemand_mag__nu_of_straks(regio: Regio, fabriek: Fabriek) -> None:
    sessie, wie = fabriek.sessie, fabriek.gebruiker(regio.organisatie)
    assert _rechten(sessie, wie) == ("Niets: geen plaats aan een tafel",)
    morgen, gisteren = vandaag() + timedelta(1), vandaag() - timedelta(1)
    elders = fabriek.tafel("Elders", "EL")
    _plaats(fabriek, elders, wie, Rol.DEELNEMER, bezetting=Bezetting.ACHTERVANG, mandaat=True, vanaf=morgen)
    _plaats(fabriek, regio.tafel, wie, Rol.SECRETARIS, vanaf=gisteren - timedelta(9), tot=gisteren)
    _plaats(fabriek, regio.tafel, wie, Rol.DEELNEMER, functie="vertrouwensarts", mandaat=False, tot=vandaag())
    for tot in (vandaag(), gisteren):
        sessie.add(Systeemkoppeling(gebruiker_id=wie.id, naam="x", afdruk=str(tot), geldig_tot=tot))
    wie.beheerder = True
    fabriek.klaar()
    rechten = _rechten(sessie, wie)
    assert rechten[0] == "Beheerder"
    assert rechten[1].startswith("Actie-overleg Elders: Deelnemer, achtervang, met mandaat, vanaf ")
    assert "Deelnemer (vertrouwensarts), vast lid, vanaf" in rechten[2]
    assert "tot en met" in rechten[2]
    assert rechten[3:] == ("1 systeemkoppeling",)


def test_lijst__wie_geen_account_meer_heeft__staat_er_niet(regio: Regio, fabriek: Fabriek) -> None:
    regio.voorzitter.active = False
    fabriek.klaar()
    assert regio.voorzitter.id not in {r.id for r in rechtenlijst(fabriek.sessie, vandaag()).regels}


def test_controlegetal__inloggen_telt_niet__een_recht_wel(regio: Regio, fabriek: Fabriek) -> None:
    def getal() -> str:
        fabriek.klaar()
        fabriek.sessie.expire_all()
        return rechtenlijst(fabriek.sessie, vandaag()).controlegetal

    eerst = getal()
    regio.voorzitter.laatst_ingelogd_op = nu()
    assert getal() == eerst
    regio.voorzitter.functionaris = True
    assert getal() != eerst


def _oordeel(client: FlaskClient, gezien: str | None = None, **velden: str) -> TestResponse:
    if gezien is None:
        gevonden = GEZIEN.search(client.get(PAD).text)
        assert gevonden is not None
        gezien = gevonden[1]
    return client.post(PAD, data={"gezien": gezien, **velden})


@pytest.mark.parametrize("wie", ["beheerder", "functionaris"])
def test_oordeel__vastgelegd_met_wie_wanneer_en_welke_lijst(
    regio: Regio, fabriek: Fabriek, als: Als, wie: str
) -> None:
    mens = regio.beheerder if wie == "beheerder" else fabriek.gebruiker(regio.organisatie, functionaris=True)
    fabriek.klaar()
    client = als(mens)
    assert "nog nooit gedaan" in client.get("/").text
    pagina = client.get(PAD).text
    assert "Nog nooit beoordeeld" in pagina
    assert "Vera Voorzitter" in pagina
    assert _oordeel(client, oordeel="anders", toelichting="Jan is weg; Els regelt het.").status_code == 303
    pagina = client.get(PAD).text
    for zin in ("Dit jaar beoordeeld", "Jan is weg; Els regelt het.", "Er moet iets veranderen", mens.naam):
        assert zin in pagina
    assert "Toegangsrechten beoordelen</a>" not in client.get("/").text
    fabriek.sessie.expire_all()
    (rij,) = fabriek.sessie.scalars(select(Rechtenbeoordeling))
    assert (rij.beoordeeld_door_id, rij.controlegetal[:16] in pagina) == (mens.id, True)
    regel = fabriek.sessie.scalars(select(Gebeurtenis).filter_by(soort="toegangsrechten_beoordeeld")).one()
    assert regel.gegevens["controlegetal"] == rij.controlegetal


def test_oordeel__na_een_jaar_weer(regio: Regio, fabriek: Fabriek, als: Als) -> None:
    client = als(regio.beheerder)
    assert _oordeel(client, oordeel="klopt").status_code == 303
    fabriek.sessie.scalars(select(Rechtenbeoordeling)).one().beoordeeld_op = nu() - timedelta(366)
    fabriek.klaar()
    assert "laatste keer" in client.get("/").text
    assert "Tijd om te beoordelen" in client.get(PAD).text


def test_oordeel__lijst_intussen_anders__eerst_de_nieuwe_zien(
    regio: Regio, fabriek: Fabriek, als: Als
) -> None:
    client = als(regio.beheerder)
    gevonden = GEZIEN.search(client.get(PAD).text)
    assert gevonden is not None
    regio.voorzitter.functionaris = True
    fabriek.klaar()
    antwoord = _oordeel(client, gevonden[1], oordeel="anders", toelichting="Blijft staan.")
    assert antwoord.status_code == 409
    assert "intussen iets aan de rechten gewijzigd" in antwoord.text
    assert "Blijft staan." in antwoord.text
    nieuw = GEZIEN.search(antwoord.text)
    assert nieuw is not None
    assert _oordeel(client, nieuw[1], oordeel="klopt").status_code == 303


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Kies wat uw oordeel is."),
        ({"oordeel": "anders"}, "Schrijf op wat er moet veranderen"),
        ({"oordeel": "klopt", "gezien": "x"}, "intussen"),
    ],
)
def test_oordeel__onvolledig__zegt_wat_te_doen(
    regio: Regio, fabriek: Fabriek, als: Als, velden: dict[str, str], zin: str
) -> None:
    antwoord = _oordeel(als(regio.beheerder), **velden)
    assert antwoord.status_code in {409, 422}
    assert zin in antwoord.text
    assert not fabriek.sessie.scalars(select(Rechtenbeoordeling)).all()


def test_csv__een_rij_per_recht__naam_met_controlegetal(regio: Regio, fabriek: Fabriek, als: Als) -> None:
    regio.voorzitter.naam = "=HYPERLINK(1)"
    fabriek.klaar()
    antwoord = als(regio.beheerder).get(f"{PAD}.csv")
    getal = rechtenlijst(fabriek.sessie, vandaag()).kort_getal
    assert getal in antwoord.headers["Content-Disposition"]
    tekst = antwoord.data.decode("utf-8-sig")
    assert tekst.splitlines()[0].startswith('"Naam";"E-mail"')
    assert '"=HYPERLINK' not in tekst
    assert "Voorzitter, vast lid" in tekst
    assert "toegangsrechten_gedownload" in set(fabriek.sessie.scalars(select(Gebeurtenis.soort)))


def test_anderen__zien_het_niet(regio: Regio, als: Als) -> None:
    for pad in (PAD, f"{PAD}.csv"):
        assert als(regio.voorzitter).get(pad).status_code in {403, 404}
