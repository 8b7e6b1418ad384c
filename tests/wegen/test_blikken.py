"""Every page with something of a casus or an overleg on it leaves a line (ASVS 16.3.2, NEN 7513)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from models import Casus, Gebeurtenis, Gebruiker, Overleg
from overleg.logboek import schrijven
from overleg.toegang.poort import SOORTEN
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import maak_raster
from tests.steun.wegen import adres, wegen

ZONDER = {
    "live.stroom": "numbers of parts only; each part is fetched by a route of its own",
    "live.stand": "the same, asked instead of streamed",
}
"""Endpoint → why a look at it needs no line of its own."""


@ALLEEN_SQLITE  # one way through the house for both
def test_blik__iedere_pagina_van_een_casus_laat_een_regel_na(
    app: Flask, fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schrijven, "_pas_gezien", lambda *_wat: False)
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    client, fouten, gezien = als(raster.wie["voorzitter"]), [], 0
    for weg in wegen(app):
        modellen = {SOORTEN[naam] for naam in weg.parameters if naam in SOORTEN}
        inhoud = any(model in {Casus, Overleg} or hasattr(model, "casus_id") for model in modellen)
        if "GET" not in weg.methoden or not inhoud or weg.eindpunt in ZONDER:
            continue
        fabriek.sessie.rollback()
        voor = fabriek.sessie.scalar(select(func.count()).select_from(Gebeurtenis))
        status = client.get(adres(app, weg, raster.bundels["a_geagendeerd"])).status_code
        fabriek.sessie.rollback()
        na = fabriek.sessie.scalar(select(func.count()).select_from(Gebeurtenis))
        gezien += status == 200
        if status == 200 and na == voor:
            fouten.append(f"{weg.eindpunt} ({weg.regel.rule})")
    meld(
        fouten,
        "Say @vereist(…, blik=True), call noteer_blik in the route, or say in ZONDER why it needs no line.",
    )
    assert gezien > 20
