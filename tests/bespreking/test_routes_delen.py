"""Parts of a page fetched by themselves: the same as on the page, cheap, and only for who may see them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Tekstveld
from models.waarden import Veld
from overleg.live.delen import ALLES, DELEN, TEKST, VAN_CASUS, VAN_OVERLEG
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer

MEESTE_VRAGEN_VOOR_EEN_TEKST = 14


def _soep(client: FlaskClient, url: str, *delen: str) -> BeautifulSoup:
    antwoord = client.get(url, query_string=[("deel", deel) for deel in delen])
    assert antwoord.status_code == 200
    return BeautifulSoup(antwoord.text, "html.parser")


def _deel(soep: BeautifulSoup, naam: str) -> str:
    """Return a part without what differs at every look: the number of the page, and seconds that ticked."""
    deel = soep.find(id=naam)
    assert isinstance(deel, Tag), f"{naam} is not there"
    for veld in deel.find_all("input", attrs={"name": ["verzendnummer", "csrf_token"]}):
        veld.decompose()
    for klok in deel.select("[data-seconden]"):
        del klok["data-seconden"]
    return " ".join(deel.decode().split())


@pytest.fixture
def bezig(zitting: Zitting, als: Als) -> Zitting:
    """Return a meeting with a casus that is on, with an afspraak."""
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    voorzitter.post(zitting.afspraken_url, data=invoer(zitting.om, "Dagvaarden", "09-12-2026"))
    zitting.sessie.expire_all()
    return zitting


def test_elk_sein_noemt_een_deel_dat_een_pagina_heeft() -> None:
    genoemd = {deel for delen in DELEN.values() for deel in delen} - {ALLES, TEKST}
    assert genoemd == {*VAN_CASUS, *VAN_OVERLEG}


def test_deel_van_een_casus__is_wat_er_op_de_pagina_staat(bezig: Zitting, als: Als) -> None:
    for wie in (bezig.voorzitter, bezig.agent):
        client = als(wie)
        pagina = _soep(client, bezig.punt_url)
        teksten = [TEKST.format(id=veld.id) for veld in bezig.sessie.scalars(select(Tekstveld))]
        heeft = [deel for deel in (*VAN_CASUS, *teksten) if pagina.find(id=deel)]
        assert {"bespreking-kop", "afspraken", "besluiten", "afronden", *teksten} <= set(heeft)
        for deel in heeft:
            los = _soep(client, bezig.punt_url, deel)
            assert _deel(los, deel) == _deel(pagina, deel)
            ids = {str(element["id"]) for element in los.find_all(id=True)}
            assert not ids & (set(heeft) - {deel}), f"with {deel} came more than was asked for"


def test_deel_van_het_overleg__is_wat_er_op_de_pagina_staat(bezig: Zitting, als: Als) -> None:
    for wie in (bezig.voorzitter, bezig.agent):
        client = als(wie)
        pagina = _soep(client, bezig.url)
        for deel in (deel for deel in VAN_OVERLEG if pagina.find(id=deel)):
            assert _deel(_soep(client, bezig.url, deel), deel) == _deel(pagina, deel)


def test_kop__zegt_ook_wat_aan_de_beurt_is(bezig: Zitting, als: Als) -> None:
    for url, deel in ((bezig.punt_url, "bespreking-kop"), (bezig.url, "punten")):
        nu = _soep(als(bezig.agent), url, deel).select_one("#blad [data-nu]")
        assert nu is not None
        assert nu["data-nu"] == bezig.punt_url


def test_onzin_als_deel__geeft_niets(bezig: Zitting, als: Als) -> None:
    vreemd = (
        "tekst-",
        "tekst-nee",
        f"tekst-{uuid.uuid4()}",
        "blad",
        "<script>",
        *(str(n) for n in range(60)),
    )
    for url in (bezig.punt_url, bezig.url):
        soep = _soep(als(bezig.agent), url, *vreemd)
        blad = soep.find(id="blad")
        assert isinstance(blad, Tag)
        assert not blad.find_all(id=True)


def test_tekst_van_een_andere_casus__komt_niet_mee(bezig: Zitting, als: Als) -> None:
    voorzitter = als(bezig.voorzitter)
    eigen = bezig.veld(Veld.AFWEGING).id
    voorzitter.post(f"{bezig.url}/{bezig.ander_punt.id}/begin")
    soep = _soep(voorzitter, f"{bezig.url}/{bezig.ander_punt.id}", f"tekst-{eigen}")
    assert soep.find(id=f"tekst-{eigen}") is None


def test_delen__vast_en_klein_aantal_vragen(
    bezig: Zitting, als: Als, tel_vragen: Callable[[Callable[[], object]], int]
) -> None:
    agent, voorzitter = als(bezig.agent), als(bezig.voorzitter)
    tekst = f"{bezig.punt_url}?deel=tekst-{bezig.veld(Veld.AFWEGING).id}"
    adressen = [tekst, *(f"{bezig.punt_url}?deel={deel}" for deel in VAN_CASUS)]
    agent.get(bezig.punt_url)
    eerst = [tel_vragen(partial(agent.get, adres)) for adres in adressen]
    heel = tel_vragen(partial(agent.get, bezig.punt_url))
    assert eerst[0] <= MEESTE_VRAGEN_VOOR_EEN_TEKST
    assert max(eerst) < heel
    for nummer in range(3):
        voorzitter.post(bezig.afspraken_url, data=invoer(bezig.vt, f"Afspraak {nummer}", "09-12-2026"))
    assert [tel_vragen(partial(agent.get, adres)) for adres in adressen] == eerst
