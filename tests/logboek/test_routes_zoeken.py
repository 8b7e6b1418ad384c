"""Finding a casus, staff or a person; what stands out; printing: no name and no content left behind."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker
from models.waarden import CasusStatus
from overleg.logboek.herkomst import VAN_SYSTEEM
from overleg.logboek.soorten import Soort
from tests.logboek.wereld import OCHTEND, Wereld, rijen_van, zonder_inhoud
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
PERIODE = "/logboek/signalen?vanaf=20-11-2026&tot=26-11-2026"
SYSTEEM, WEG = f"{VAN_SYSTEEM}Zaaksysteem", uuid.uuid4()


# --- finding ------------------------------------------------------------------------------------


def test_zoeken__kenmerk__naar_de_casus(wereld: Wereld, als: Als) -> None:
    client = als(wereld.functionaris)
    antwoord = client.post("/logboek/zoeken", data={"kenmerk": f" {str(wereld.casus.kenmerk).lower()} "})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (
        303,
        f"/logboek/casus?casus={wereld.casus.id}",
    )
    vreemd = als(wereld.voorzitter).post("/logboek/zoeken", data={"kenmerk": wereld.vreemd.kenmerk})
    assert vreemd.status_code == 422
    assert "Er is geen casus met dit kenmerk" in vreemd.text
    assert str(wereld.vreemd.kenmerk) in vreemd.text, "what was typed stays"
    assert client.post("/logboek/zoeken", data={}).status_code == 422


def test_zoeken__medewerker__alleen_van_wie_men_regels_mag_zien(wereld: Wereld, als: Als) -> None:
    for naam, gevonden in (("aron", True), ("%", False), ("_ron", False)):
        pagina = als(wereld.voorzitter).post("/logboek/zoeken", data={"medewerker": naam})
        assert pagina.status_code == 200
        assert (f"medewerker={wereld.agent.id}" in pagina.text) is gevonden
    elders = wereld.fabriek.sessie.get_one(Gebruiker, wereld.vreemd.inbrenger_id)
    assert str(wereld.agent.id) not in als(elders).post("/logboek/zoeken", data={"medewerker": "aron"}).text


@pytest.mark.parametrize(
    ("naam", "geboren", "wie"),
    [
        ("kanarie  een", "05-04-1990", "slachtoffer"),
        ("KANARIE ÉÉN", "1990", "slachtoffer"),
        ("Kanarie Twee", "01-02-1985", "pleger"),
        ("Kanarie", "05-04-1990", ""),
        ("Kanarie Één", "06-04-1990", ""),
    ],
)
def test_zoeken__persoon__alleen_precies_enzonder_inhoud(
    wereld: Wereld, als: Als, naam: str, geboren: str, wie: str
) -> None:
    vraag = {"naam": naam, "geboren": geboren}
    pagina = als(wereld.functionaris).post("/logboek/zoeken/persoon", data=vraag)
    assert pagina.status_code == 200
    links = set(re.findall(r"betrokkene=([0-9a-f-]+)", pagina.text))
    assert links == ({str(getattr(wereld, wie).id)} if wie else set())
    zonder_inhoud(pagina.text.replace(naam, ""))
    assert als(wereld.voorzitter).post("/logboek/zoeken/persoon", data=vraag).status_code == 403


def test_zoeken__de_naam_staat_nergens_in_het_logboek(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    client = als(wereld.functionaris)
    client.post("/logboek/zoeken/persoon", data={"naam": "Kanarie Één", "geboren": "1990"})
    client.post("/logboek/zoeken", data={"medewerker": "kanarie"})
    db_sessie.rollback()
    regels = db_sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "logboek_doorzocht")).all()
    assert sorted((regel.gegevens["wat"], regel.gegevens["gevonden"]) for regel in regels) == [
        ("een directbetrokkene", 1),
        ("een medewerker", 0),
    ]
    zonder_inhoud(" ".join(str(vars(regel)) for regel in regels))
    assert client.post("/logboek/zoeken/persoon", data={"naam": "", "geboren": "gisteren"}).status_code == 422


# --- what stands out ----------------------------------------------------------------------------


def test_signalen__veel_in_een_uur_in_de_nacht_en_vaak_nee(
    wereld: Wereld, als: Als, fabriek: Fabriek
) -> None:
    tafel, nacht = wereld.casus.tafel, datetime(2026, 11, 23, 22, 10, tzinfo=UTC)
    for nummer in range(16):
        casus = fabriek.casus(tafel, wereld.voorzitter, CasusStatus.TOEGELATEN)
        wereld.regel(wereld.agent, Soort.CASUS_BEKEKEN, OCHTEND + timedelta(minutes=3 * nummer), casus)
        wereld.regel(wereld.voorzitter, Soort.CASUS_BEKEKEN, OCHTEND + timedelta(minutes=5 * nummer), casus)
    wereld.regel(wereld.agent, Soort.CASUS_BEKEKEN, nacht)
    for minuut in range(5):
        wereld.regel(
            wereld.agent, Soort.TOEGANG_GEWEIGERD, OCHTEND + timedelta(minutes=minuut), uitkomst="geweigerd"
        )
    for _ in range(10):
        fabriek.sessie.add(
            Gebeurtenis(
                tijd=OCHTEND, soort="inloggen_mislukt", gegevens={}, ip="192.0.2.7", uitkomst="geweigerd"
            )
        )
    fabriek.klaar()
    adres = "/logboek/signalen?vanaf=20-11-2026&tot=26-11-2026"
    tekst = als(wereld.functionaris).get(adres).text
    zonder_inhoud(tekst)
    rijen = rijen_van(tekst, "Wat opvalt, het nieuwste eerst")
    kort = [(rij.split("Alles")[0].split(" ")[-2:], rij) for rij in rijen]
    assert len(rijen) == 4, kort
    samen = "\n".join(rijen)
    assert re.search(r"Aron Agent.*binnen één uur veel casussen 17", samen)
    assert re.search(r"Aron Agent.*kreeg vaak nee 6", samen)
    assert re.search(r"23.*Aron Agent.*'s nachts casussen 1|23.*Aron Agent.*nachts casussen 1", samen)
    assert re.search(r"192\.0\.2\.7.*kon vaak niet inloggen 10", samen)
    eigen = als(wereld.voorzitter).get(adres).text
    assert "192.0.2.7" not in eigen
    assert "Aron Agent" in eigen
    elders = wereld.fabriek.sessie.get_one(Gebruiker, wereld.vreemd.inbrenger_id)
    assert "In deze periode valt niets op." in als(elders).get(adres).text


def _signalen(wereld: Wereld, als: Als) -> list[str]:
    wereld.fabriek.klaar()
    pagina = als(wereld.functionaris).get(PERIODE).text
    return [] if "valt niets op" in pagina else rijen_van(pagina, "Wat opvalt, het nieuwste eerst")


def test_signalen__een_systeem_haalt_op__geen_signaal_over_wie_het_is(wereld: Wereld, als: Als) -> None:
    tafel, nacht = wereld.casus.tafel, datetime(2026, 11, 23, 22, 10, tzinfo=UTC)
    for nummer in range(16):
        casus = wereld.fabriek.casus(tafel, wereld.voorzitter, CasusStatus.TOEGELATEN)
        for begin in (OCHTEND, nacht):
            tijd = begin + timedelta(minutes=nummer)
            wereld.regel(wereld.agent, Soort.AFSPRAKEN_OPGEHAALD, tijd, casus, apparaat=SYSTEEM)
    for minuut in range(12):
        tijd = OCHTEND + timedelta(minutes=minuut)
        wereld.regel(
            wereld.agent, Soort.TOEGANG_GEWEIGERD, tijd, uitkomst="geweigerd", apparaat=SYSTEEM, object_id=WEG
        )
    assert _signalen(wereld, als) == []
    gezien = als(wereld.functionaris).get(f"/logboek?medewerker={wereld.agent.id}").text
    assert "haalde eigen afspraken over de casus op" in gezien
    assert "wilde iets zien of doen dat niet mag" in gezien


def test_signalen__een_systeem_verdringt_niemand(
    wereld: Wereld, als: Als, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines of a person are older, and there is room for few."""
    monkeypatch.setattr("overleg.logboek.opvragen.signalen.MEESTE_REGELS", 20)
    for nummer in range(16):
        casus = wereld.fabriek.casus(wereld.casus.tafel, wereld.voorzitter, CasusStatus.TOEGELATEN)
        tijd = OCHTEND + timedelta(minutes=nummer)
        wereld.regel(wereld.voorzitter, Soort.CASUS_BEKEKEN, tijd, casus)
        for uur in range(1, 4):
            later = tijd + timedelta(hours=uur)
            wereld.regel(wereld.agent, Soort.AFSPRAKEN_OPGEHAALD, later, casus, apparaat=SYSTEEM)
    (rij,) = _signalen(wereld, als)
    assert re.search(r"Vera Voorzit.*binnen één uur veel casussen 16", rij)


def test_signalen__een_systeem_dat_veel_verschillends_niet_mag(wereld: Wereld, als: Als) -> None:
    for minuut in range(5):
        wereld.regel(
            wereld.agent,
            Soort.TOEGANG_GEWEIGERD,
            OCHTEND + timedelta(minutes=minuut),
            uitkomst="onbekend",
            apparaat=SYSTEEM,
            object_id=uuid.uuid4(),
        )
    (rij,) = _signalen(wereld, als)
    assert re.search(r"Aron Agent.*vroeg met een systeem veel wat niet mag 5", rij)


def test_signalen__ten_hoogste_een_maand(wereld: Wereld, als: Als) -> None:
    pagina = als(wereld.functionaris).get("/logboek/signalen?vanaf=01-01-2020&tot=26-11-2026")
    assert "ten hoogste een maand" in pagina.text
    assert (
        als(wereld.functionaris).get("/logboek/signalen?vanaf=02-01-2020&tot=01-01-2020").status_code == 422
    )


# --- printing -----------------------------------------------------------------------------------


def test_afdruk__gemeld_door_de_pagina_en_langs_dezelfde_deur(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    client = als(wereld.voorzitter)
    for pad, status in (
        (f"/casussen/{wereld.casus.id}", 204),
        ("/casussen", 204),
        (f"/casussen/{wereld.vreemd.id}", 404),
        ("/beheer", 403),
        ("/bestaat-niet", 404),
        ("", 404),
    ):
        assert client.post("/logboek/afdruk", data={"pad": pad}).status_code == status, pad
    db_sessie.rollback()
    regels = db_sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "pagina_afgedrukt")).all()
    assert [(regel.casus_id, regel.gegevens) for regel in regels] == [
        (wereld.casus.id, {"eindpunt": "instroom.casus"})
    ]
