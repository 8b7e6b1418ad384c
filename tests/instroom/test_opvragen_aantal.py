"""The pages ask a fixed number of questions of the database, however many rows there are."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import event, insert

from models import Casus, Directbetrokkene, Spoedafspraak
from models.versleuteling import Gemerkt
from models.waarden import BetrokkeneRol, CasusStatus, RondeSoort, SpoedSoort
from overleg.basis.database import db
from overleg.basis.limieten import limiet
from overleg.instroom.handelingen.aanmelden import voeg_ronde_toe
from overleg.instroom.handelingen.personen import werk_vergelijkingen_bij
from tests.instroom.steun import Als, Tafel, dek
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek


@contextmanager
def tel(app: Flask) -> Iterator[list[str]]:
    vragen: list[str] = []

    def noteer(_v: object, _c: object, opdracht: str, *_rest: object) -> None:
        if opdracht.lstrip().upper().startswith("SELECT"):
            vragen.append(opdracht)

    with app.app_context():
        motor = db.engine
    event.listen(motor, "before_cursor_execute", noteer)
    yield vragen
    event.remove(motor, "before_cursor_execute", noteer)


def _vul(fabriek: Fabriek, t: Tafel, casus: Casus, keren: int) -> None:
    """Make more of everything that a page shows."""
    vrager = fabriek.vrager(t.voorzitter)
    for nr in range(keren):
        fabriek.betrokkene(casus, BetrokkeneRol.KIND, f"Kind Nummer{nr}", geboortejaar=1990 + nr)
        ander = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
        fabriek.betrokkene(ander, BetrokkeneRol.KIND, f"Kind Nummer{nr}", geboortejaar=1990 + nr)
        voeg_ronde_toe(casus, vrager, RondeSoort.INGEDIEND, "tekst")
    fabriek.sessie.flush()
    fabriek.sessie.expire(casus, ["betrokkenen"])
    werk_vergelijkingen_bij(fabriek.sessie, casus)
    fabriek.klaar()


@ALLEEN_SQLITE  # counting is the same on both
@pytest.mark.parametrize("pad", ["/casussen", "/triage", "/casussen/{}", "/casussen/{}/triage"])
def test_pagina__meer_rijen__evenveel_vragen(app: Flask, fabriek: Fabriek, als: Als, pad: str) -> None:
    t = dek(fabriek)
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD, acuut=True)
    fabriek.sessie.add(
        Spoedafspraak(casus_id=casus.id, soort=SpoedSoort.GELDT_TOT, tekst="x", door_id=t.agent.id)
    )
    _vul(fabriek, t, casus, 2)
    client, adres = als(t.voorzitter), pad.format(casus.id)
    client.get(adres)  # the look is noted once, and not again within a quarter of an hour
    aantallen = []
    for _ in range(2):
        with tel(app) as vragen:
            assert client.get(adres).status_code == 200
        aantallen.append(len(vragen))
        _vul(fabriek, t, casus, 6)
    assert aantallen[0] == aantallen[1]
    assert aantallen[0] < 45


def test_casussen__meer_dan_een_bladzijde__alle_eenmaal(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    aantal = limiet("aantal_per_pagina") + 3
    alle = {fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD).kenmerk for _ in range(aantal)}
    fabriek.klaar()
    client, adres = als(t.agent), "/casussen?eigen=y"
    gezien: list[str] = []
    while adres:
        soep = _soep(client.get(adres).text)
        gezien += [a.get_text() for a in soep.select("tbody th a")]
        volgende = soep.select_one("a[rel=next]")
        adres = str(volgende["href"]) if volgende else ""
    assert sorted(gezien) == sorted(str(k) for k in alle)
    for vreemd in ("x", "2026_y", "é", "2026-01-01T00:00:00_zz"):
        assert client.get("/casussen", query_string={"na": vreemd}).status_code == 200


@pytest.mark.parametrize(
    ("vraag", "aantal"),
    [
        ({"stand": "aangemeld"}, 1),
        ({"stand": "onzin"}, 2),
        ({"kenmerk": "LW"}, 2),
        ({"kenmerk": "%"}, 0),
        ({"eigen": "y"}, 1),
    ],
)
def test_casussen__filter(fabriek: Fabriek, als: Als, vraag: dict[str, str], aantal: int) -> None:
    t = dek(fabriek)
    fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    fabriek.casus(t.tafel, t.voorzitter, CasusStatus.TOEGELATEN)
    fabriek.klaar()
    soep = _soep(als(t.voorzitter).get("/casussen", query_string=vraag).text)
    assert len(soep.select("tbody tr")) == aantal


def _soep(tekst: str) -> BeautifulSoup:
    return BeautifulSoup(tekst, "html.parser")


@ALLEEN_SQLITE  # the time goes to comparing, not to the database
def test_vergelijken__duizenden_personen__blijft_vlot(fabriek: Fabriek) -> None:
    t = dek(fabriek)
    ander = fabriek.casus(t.tafel, t.agent, CasusStatus.GESLOTEN)
    rijen = [
        {
            "casus_id": ander.id,
            "rol": BetrokkeneRol.KIND,
            "naam": Gemerkt.voor(ander.id, f"Voornaam{nr % 97} van Achternaam{nr % 631}"),
            "geboortedatum": date(1940 + nr % 80, 1 + nr % 12, 1 + nr % 28),
        }
        for nr in range(5000)
    ]
    fabriek.sessie.execute(insert(Directbetrokkene), rijen)
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, "Iemand Zonder Datum")
    for nr in range(5):
        fabriek.betrokkene(
            casus, BetrokkeneRol.KIND, f"Iemand Anders{nr}", geboortedatum=date(1980 + nr, 1, 1)
        )
    begin = time.process_time()
    werk_vergelijkingen_bij(fabriek.sessie, casus)
    assert time.process_time() - begin < 2
