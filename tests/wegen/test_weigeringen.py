"""Every 403 and 404 that somebody who signed in gets leaves one line, without content (ASVS 16.3.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Gebeurtenis, Gebruiker
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import maak_raster
from tests.steun.wegen import adres, wegen

KANARIES = ("contactverbod", "N. Elzinga", "Naam", "persoon@voorbeeld")
"""What the objects of the grid hold of people."""


@ALLEEN_SQLITE  # one way through the house for both; test_regel.py tries it on both
def test_weigering__iedere_weg__een_regel_en_geen_inhoud(
    app: Flask, fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    client, verwacht = als(raster.wie["gemeente_zonder_rol"]), Counter[str]()
    for weg in wegen(app):
        if weg.recht is Recht.IEDEREEN:
            continue
        methode = "GET" if "GET" in weg.methoden else "POST"
        status = client.open(adres(app, weg, raster.bundels["b_geagendeerd"]), method=methode).status_code
        verwacht[weg.eindpunt] += status in {403, 404}
    fabriek.sessie.rollback()
    vraag = select(Gebeurtenis).where(Gebeurtenis.soort == Soort.TOEGANG_GEWEIGERD.value)
    regels = fabriek.sessie.scalars(vraag).all()
    geteld = Counter(str(regel.gegevens["eindpunt"]) for regel in regels)
    fouten = [
        f"{eindpunt}: {aantal} refused, {geteld[eindpunt]} lines"
        for eindpunt, aantal in verwacht.items()
        if aantal != geteld[eindpunt]
    ]
    meld(fouten, "Each refusal leaves one line.")
    assert sum(verwacht.values()) > 100
    inhoud = " ".join(
        str(getattr(regel, kolom.key)) for regel in regels for kolom in Gebeurtenis.__table__.columns
    )
    assert [kanarie for kanarie in KANARIES if kanarie in inhoud] == []
