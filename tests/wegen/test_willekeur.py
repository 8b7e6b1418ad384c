"""Every form, filled in as nobody foresaw, by everybody: no error of the server, nothing typed is lost.

`WILLEKEUR=20000 make test ARGS="-n 0 tests/wegen/test_willekeur.py"` tries longer.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from models import Gebruiker
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.invulformulieren import MERK, Invulformulier, formulieren_in, ingevuld
from tests.steun.raster import Bundel, maak_raster
from tests.steun.sessies import geef_koekje, koekje_van
from tests.steun.toepassing import los
from tests.steun.wegen import adres, wegen

LANGER = os.environ.get("WILLEKEUR", "")
AANTAL = int(LANGER or "150")
PLAATSEN = {
    "voorzitter": ("a_geagendeerd", "a_aangemeld", "a_in_monitoring"),
    "politie": ("a_geagendeerd",),
    "inbrenger": ("a_concept",),
    "gast_nu": ("a_geagendeerd",),
    "beheerder": ("a_geagendeerd",),
    "functionaris": ("a_geagendeerd",),
}
"""Who reads which pages to find the forms; then everybody sends each of them."""
BEDOELD = {200, 204, 302, 303, 400, 401, 403, 404, 405, 409, 413, 422, 429}
"""What may come back: never 500 or more, and no number that nobody meant."""

GEWEIGERD = {409, 422}


@dataclass
class Wereld:
    """The people, the forms that were found, and a copy of the database as it was."""

    clients: dict[str, FlaskClient]
    formulieren: list[tuple[str, Invulformulier]]
    """With who found it."""
    herstel: Callable[[], None]


def _gevonden(app: Flask, client: FlaskClient, bundel: Bundel) -> Iterator[Invulformulier]:
    for weg in wegen(app):
        if "GET" not in weg.methoden or "stroom" in weg.eindpunt:
            continue
        pad = adres(app, weg, bundel)
        antwoord = client.get(pad)
        if antwoord.status_code == 200 and antwoord.mimetype == "text/html":
            yield from formulieren_in(antwoord.text, pad)


def _typte(formulier: Invulformulier, paren: MultiDict[str, str]) -> list[str]:
    return [veld.naam for veld in formulier.velden if veld.typbaar and paren.getlist(veld.naam) == [MERK]]


def _komt_terug(namen: list[str], fragment: str) -> bool:
    """Whether a fragment puts one of these fields in place anew; others stay as they are in the page."""
    return any(f'name="{naam}"' in fragment for naam in namen)


@pytest.fixture
def wereld(
    app: Flask, fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient], database_url: str, testmap: Path
) -> Wereld:
    """Make the grid, find every form on every page, and keep the database as it is now."""
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    clients = {naam: als(raster.wie[naam]) for naam in PLAATSEN}
    gevonden = {
        formulier.soort: (naam, formulier)
        for naam, situaties in PLAATSEN.items()
        for situatie in situaties
        for formulier in _gevonden(app, clients[naam], raster.bundels[situatie])
    }
    bestand = Path(database_url.removeprefix("sqlite:///"))
    kopie = testmap / f"{bestand.stem}-willekeur.db"

    def herstel() -> None:
        los(app)
        for rest in ("-wal", "-shm"):
            bestand.with_name(bestand.name + rest).unlink(missing_ok=True)
        shutil.copyfile(kopie, bestand)
        for client, koekje in koekjes.items():
            geef_koekje(client, koekje or "")

    koekjes = {client: koekje_van(client) for client in clients.values()}
    los(app)
    with sqlite3.connect(bestand) as verbinding:
        verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    verbinding.close()
    shutil.copyfile(bestand, kopie)
    return Wereld(clients, list(gevonden.values()), herstel)


@ALLEEN_SQLITE  # what PostgreSQL refuses and SQLite does not (NUL, ranges) is held by tests/models
@pytest.mark.timeout(600)
def test_formulieren__hoe_ook_ingevuld__nooit_een_serverfout(wereld: Wereld) -> None:
    assert len(wereld.formulieren) > 60
    teruggezien: list[str] = []

    @settings(
        max_examples=AANTAL,
        derandomize=not LANGER,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def probeer(data: st.DataObject) -> None:
        vinder, formulier = data.draw(st.sampled_from(wereld.formulieren))
        naam = data.draw(st.one_of(st.just(vinder), st.just(vinder), st.sampled_from(list(wereld.clients))))
        paren: MultiDict[str, str] = MultiDict(data.draw(ingevuld(formulier)))
        koppen = {"HX-Request": "true"} if data.draw(st.booleans()) else {}
        client = wereld.clients[naam]
        if formulier.methode == "GET":
            antwoord = client.get(formulier.pad, query_string=paren, headers=koppen)
        else:
            antwoord = client.post(formulier.pad, data=paren, headers=koppen)
        wat = f"{naam}: {formulier.methode} {formulier.pad}: {antwoord.status}"
        if antwoord.status_code < 400 and formulier.methode != "GET":
            wereld.herstel()
        assert antwoord.status_code in BEDOELD, wat
        typte = _typte(formulier, paren)
        if antwoord.status_code in GEWEIGERD and typte and (not koppen or _komt_terug(typte, antwoord.text)):
            teruggezien.append(wat)
            assert MERK in antwoord.text, f"{wat}: what was typed in {typte} is gone"

    probeer()
    assert len(teruggezien) > AANTAL / 50, "hardly any form was refused: this proves nothing"
