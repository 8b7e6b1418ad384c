"""The door for programs: every route × person × object, and nothing but the token opens it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Afspraak, Gebruiker
from overleg.basis.programmas import is_koppelvlak
from overleg.toegang.poort import registreer, vereist, vraagt_token
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.zicht import eigen_afspraken
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import maak_raster
from tests.steun.systeem import Systeem, geef_token
from tests.steun.wegen import adres, wegen, wegen_voor_programmas

Als = Callable[[Gebruiker], FlaskClient]
ZONDER_KENMERK = 428
"""What reporting answers when all is well but the mark of what was read misses."""


@ALLEEN_SQLITE  # that both databases see the same rows is held below
def test_matrix__iedere_weg_voor_ieder_mens(app: Flask, fabriek: Fabriek) -> None:
    fabriek.sessie.expire_on_commit = False
    raster, fouten, goed = maak_raster(fabriek), [], 0
    for positie, gebruiker in raster.wie.items():
        vrager, systeem = fabriek.vrager(gebruiker), Systeem(app, geef_token(fabriek.sessie, gebruiker))
        for weg in wegen_voor_programmas(app):
            for situatie, bundel in raster.bundels.items():
                ding = bundel[weg.parameters[-1]] if weg.parameters else None
                mag_het = mag(vrager, weg.recht, ding)
                methode = "PATCH" if "PATCH" in weg.methoden else "GET"
                verwacht = (ZONDER_KENMERK if methode == "PATCH" else 200) if mag_het else 404
                pad = adres(app, weg, bundel).removeprefix("/api/v1")
                vraag = {"json": {"stand": "gedaan"}} if methode == "PATCH" else {}
                status = systeem.vraag(methode, pad, **vraag).status_code
                goed += mag_het and ding is not None
                if status != verwacht:
                    fouten.append(f"{positie} {methode} {weg} of {situatie}: {status}, not {verwacht}")
    meld(fouten, "The door for programs must say what tabel.py says, and 404 for all else.")
    assert goed > 10


def test_zicht_en_tabel__zeggen_hetzelfde(fabriek: Fabriek) -> None:
    raster, uitkomsten = maak_raster(fabriek), set()
    dingen = [ding for ding in raster.alles if isinstance(ding, Afspraak)]
    for positie, gebruiker in raster.wie.items():
        vrager = fabriek.vrager(gebruiker)
        gezien = set(fabriek.sessie.scalars(select(Afspraak.id).where(eigen_afspraken(vrager))))
        for ding in dingen:
            tabel = mag(vrager, Recht.AFSPRAAK_UITWISSELEN, ding)
            uitkomsten.add(tabel)
            assert (ding.id in gezien) is tabel, positie
    assert uitkomsten == {True, False}


@ALLEEN_SQLITE  # about routes, not about rows
def test_wegen__onder_een_pad_en_alleen_met_een_token(app: Flask) -> None:
    programmas = [weg.regel.rule for weg in wegen_voor_programmas(app)]
    assert len(programmas) == 3
    assert all(is_koppelvlak(regel) for regel in programmas)
    ook_daar = [weg for weg in wegen(app) if is_koppelvlak(weg.regel.rule)]
    assert [(weg.eindpunt, weg.recht, weg.methoden) for weg in ook_daar] == [
        ("koppelvlak.openapi", Recht.IEDEREEN, frozenset({"GET"}))
    ]
    csrf, views = app.extensions["csrf"], app.view_functions
    met_token = {naam for naam in views if vraagt_token(app, naam)}
    vrij = {n for n, view in views.items() if f"{view.__module__}.{view.__name__}" in csrf._exempt_views}
    assert vrij == met_token
    assert not csrf._exempt_blueprints


@pytest.mark.parametrize(
    ("pad", "recht", "met_token"),
    [
        ("/api/v1/casussen", Recht.CASUSSEN_ZIEN, False),
        ("/casussen.json", Recht.CASUSSEN_ZIEN, True),
        ("/apinootjes", Recht.IEDEREEN, True),
    ],
)
def test_weg__verkeerd_neergezet__start_niet(pad: str, recht: Recht, met_token: bool) -> None:
    app = Flask("proef", static_folder=None)

    @app.get(pad)
    @vereist(recht, met_token=met_token)
    def verkeerd() -> str:
        return ""

    with pytest.raises(RuntimeError, match="verkeerd"):
        registreer(app)


@ALLEEN_SQLITE  # about headers, not about rows
def test_ingelogd__krijgt_er_niets(
    app: Flask, fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    for positie in ("voorzitter", "politie", "beheerder"):
        client = als(raster.wie[positie])
        for weg in wegen_voor_programmas(app):
            methode = "PATCH" if "PATCH" in weg.methoden else "GET"
            antwoord = client.open(adres(app, weg, raster.bundels["a_besproken"]), method=methode)
            assert antwoord.status_code == 401
