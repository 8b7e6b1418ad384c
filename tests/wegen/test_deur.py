"""Every route × every person × own, other tafel's, other organisatie's object (ontwerp.md §5)."""

import contextvars
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from werkzeug.test import TestResponse

from models import Gebruiker
from overleg.basis.config import WORTEL
from overleg.basis.database import db
from overleg.toegang import weigeringen
from overleg.toegang.poort import SOORTEN
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import TABEL, mag
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, ZIEN
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import Bundel, Raster, maak_raster
from tests.steun.sessies import geef_koekje, maak_sessie
from tests.steun.wegen import (
    Weg,
    adres,
    bestaat_niet,
    onbekende_parameters,
    wegen,
    wegen_voor_programmas,
)

MERK = re.compile(r'name="(?:csrf[-_]token|verzendnummer)"\s+(?:content|value)="[^"]*"')
SITUATIES = ("a_geagendeerd", "a_aangemeld", "b_geagendeerd")
MENSEN = (
    "voorzitter",
    "politie",
    "politie_teruggetrokken",
    "gast_nu",
    "inbrenger",
    "politie_elders",
    "beheerder",
)
"""Who tries every door; all other positions are in test_eens.py."""
Als = Callable[[Gebruiker], FlaskClient]


def test_wegen__ieder_eindpunt_eenmaal_met_een_recht_uit_de_tabel(app: Flask) -> None:
    alle = [*wegen(app), *wegen_voor_programmas(app)]
    fouten = [f"{weg}: {weg.recht} is not in TABEL" for weg in alle if weg.recht not in TABEL]
    namen = [(weg.regel.rule, methode) for weg in alle for methode in weg.methoden]
    fouten += [f"{naam} is there twice" for naam in set(namen) if namen.count(naam) > 1]
    meld(fouten, "Each route names one recht, and the table says who holds it.")
    meld(onbekende_parameters(app), "A new kind of id in a URL: say which model it stands for.")


def test_rechten__geen_dode_en_geen_zonder_rij() -> None:
    bron = "".join(
        p.read_text()
        for p in Path(WORTEL, "overleg").rglob("*.py")
        if p.name not in {"rechten.py", "tabel.py"}
    )
    bron += "".join(p.read_text() for p in Path(WORTEL, "templates").rglob("*.html"))
    fouten = [f"{r.name}: no row in TABEL" for r in Recht if r not in TABEL]
    fouten += [
        f"{r.name}: used nowhere"
        for r in Recht
        if f"Recht.{r.name}" not in bron and f'"{r.value}"' not in bron
    ]
    meld(fouten, "Every recht has a row in tabel.py, and a route, handeling or page that asks for it.")


@pytest.fixture
def raster(fabriek: Fabriek) -> Raster:
    """Return the made grid; its objects stay readable without a transaction."""
    fabriek.sessie.expire_on_commit = False
    return maak_raster(fabriek)


@pytest.fixture
def alleen_de_deur(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every view answer 204 at once, so that only the door is tried; refusals are not written down."""
    for eindpunt, view in list(app.view_functions.items()):
        if hasattr(view, "recht"):

            def stil(**_objecten: object) -> ResponseReturnValue:
                return "", 204

            stil.recht = view.recht  # type: ignore[attr-defined]
            stil.met_token = getattr(view, "met_token", False)  # type: ignore[attr-defined]
            monkeypatch.setitem(app.view_functions, eindpunt, stil)
    monkeypatch.setattr(weigeringen, "schrijf_weigering", lambda *_args: None)
    monkeypatch.setitem(app.config, "WTF_CSRF_CHECK_DEFAULT", False)


def _verwacht(vrager: Vrager, weg: Weg, bundel: Bundel) -> int:
    """Return the status that the table asks for."""
    dingen = [bundel[naam] for naam in weg.parameters if naam in SOORTEN]
    for ding in dingen:
        if type(ding) in ZICHT and not any(mag(vrager, recht, ding) for recht in ZIEN[type(ding)]):
            return 404
    return 204 if mag(vrager, weg.recht, dingen[-1] if dingen else None) else 403


def _soorten_wegen(app: Flask) -> Iterator[Weg]:
    """Yield one route of each kind: the door looks at parameters, recht and method only."""
    gezien = set()
    for weg in wegen(app):
        if weg.recht is Recht.IEDEREEN:
            continue
        sleutel = (weg.recht, weg.parameters, "POST" in weg.methoden)
        if sleutel not in gezien:
            gezien.add(sleutel)
            yield weg


@ALLEEN_SQLITE  # that both databases see the same rows is held by test_eens.py
@pytest.mark.usefixtures("alleen_de_deur")
def test_matrix__iedere_weg_voor_ieder_mens(app: Flask, fabriek: Fabriek, raster: Raster) -> None:
    fouten = []
    for positie in MENSEN:
        gebruiker = raster.wie[positie]
        vrager, client = fabriek.vrager(gebruiker), _kale_client(app, gebruiker)
        pogingen = [
            (weg, situatie, adres(app, weg, bundel), _verwacht(vrager, weg, bundel))
            for weg in _soorten_wegen(app)
            for situatie, bundel in raster.bundels.items()
            if situatie in (SITUATIES if weg.parameters else SITUATIES[:1])
        ]
        fabriek.klaar()
        for weg, situatie, url, verwacht in pogingen:
            methode = "POST" if "POST" in weg.methoden else "GET"
            status = client.open(url, method=methode).status_code
            if status != verwacht:
                fouten.append(f"{positie} {methode} {weg} of {situatie}: {status}, table says {verwacht}")
    meld(fouten, "The door must say what tabel.py says.")


class _Kaal(FlaskClient):
    """A visitor in a context of its own, without the checks on pages."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Make one request."""
        return contextvars.Context().run(super().open, *args, **kwargs)


def _kale_client(app: Flask, gebruiker: Gebruiker) -> FlaskClient:
    client = _Kaal(app)
    geef_koekje(client, maak_sessie(db.session(), gebruiker))
    return client


@ALLEEN_SQLITE
def test_vreemd__404_is_gelijk_aan_niet_bestaand(app: Flask, raster: Raster, als: Als) -> None:
    client = als(raster.wie["voorzitter_elders"])
    fouten = []
    for weg in _soorten_wegen(app):
        bundel = raster.bundels["a_geagendeerd"]
        met_inhoud = [naam for naam in weg.parameters if naam in SOORTEN and SOORTEN[naam] in ZICHT]
        if not met_inhoud:
            continue
        methode = "GET" if "GET" in weg.methoden else "POST"
        vreemd = client.open(adres(app, weg, bundel), method=methode)
        weg_ = client.open(adres(app, weg, bundel, **bestaat_niet(weg)), method=methode)
        if (vreemd.status_code, weg_.status_code) != (404, 404):
            fouten.append(f"{weg}: {vreemd.status_code} and {weg_.status_code}")
        elif MERK.sub("", vreemd.text) != MERK.sub("", weg_.text):
            fouten.append(f"{weg}: the two pages differ")
    meld(fouten, "What someone may not see must look exactly like what does not exist.")


@ALLEEN_SQLITE
def test_post__zonder_csrf_token__400(app: Flask, raster: Raster, als: Als) -> None:
    client = als(raster.wie["voorzitter"])
    client.zonder_csrf = True  # type: ignore[attr-defined]
    fouten = [
        f"{weg}: {status}"
        for weg in wegen(app)
        if "POST" in weg.methoden
        and (status := client.post(adres(app, weg, raster.bundels["a_geagendeerd"])).status_code) != 400
    ]
    fouten += [
        pad for pad in ("/inloggen", "/uitloggen", "/wachtwoord") if client.post(pad).status_code != 400
    ]
    meld(fouten, "Every POST needs the token against forged requests.")
