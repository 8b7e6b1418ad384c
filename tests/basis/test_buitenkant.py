"""Who may send a form, what a proxy may say, what the log holds, and the net under everything."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

import pytest
from flask import Flask
from flask.logging import default_handler
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, run_wsgi_app

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.koppen import VAST
from overleg.basis.logregels import Regel
from overleg.basis.vangnet import Vangnet
from overleg.toegang.poort import vereist
from overleg.toegang.rechten import Recht
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import maak_raster
from tests.steun.toepassing import HOOFDSLEUTEL
from tests.steun.wegen import adres, wegen

Als = Callable[[Gebruiker], FlaskClient]
KANARIES = ("KANARIE-PAD", "KANARIE-VRAAG", "KANARIE-VELD", "KANARIE-FOUT", "KANARIE-WACHTWOORD")
LEEG = "sqlite:////nergens/leeg.db"
STERK = "Qm7-hier-staat-een-lange-sleutel-voor-een-proef-2x9"


@pytest.fixture
def log() -> Iterator[BytesIO]:
    """Return what the server writes, line by line, as its own handler makes it."""
    uit = BytesIO()

    class Vanger(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            uit.write(self.format(record).encode() + b"\n")

    vanger = Vanger()
    vanger.setFormatter(default_handler.formatter)
    logger = logging.getLogger("overleg")
    logger.addHandler(vanger)
    yield uit
    logger.removeHandler(vanger)


@pytest.fixture
def lid(fabriek: Fabriek, als: Als) -> FlaskClient:
    """Return someone who is signed in."""
    tafel = fabriek.tafel()
    return als(fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER))


@ALLEEN_SQLITE
@pytest.mark.parametrize(
    ("koppen", "mag"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"}, True),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "http://127.0.0.1:5000"}, True),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
        ({"Origin": "http://localhost@evil.example"}, False),
        ({"Origin": "http://["}, False),
        ({"Origin": "null"}, False),
    ],
)
def test_formulier__van_een_andere_site__geweigerd_ook_met_token(
    lid: FlaskClient, koppen: dict[str, str], mag: bool
) -> None:
    antwoord = lid.post("/uitloggen", headers=koppen)
    assert antwoord.status_code == (302 if mag else 400)
    assert lid.get("/").status_code == (302 if mag else 200), "only a form of ours signs out"


@ALLEEN_SQLITE
def test_formulier__iedere_weg_van_een_andere_site__400(app: Flask, fabriek: Fabriek, als: Als) -> None:
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    client, kop = als(raster.wie["voorzitter"]), {"Sec-Fetch-Site": "cross-site"}
    adressen = [adres(app, w, raster.bundels["a_geagendeerd"]) for w in wegen(app) if "POST" in w.methoden]
    adressen += ["/inloggen", "/uitloggen", "/wachtwoord"]
    fouten = [f"{url}: {s}" for url in adressen if (s := client.post(url, headers=kop).status_code) != 400]
    meld(fouten, "A page of another site sends no form, whatever token it carries.")


@ALLEEN_SQLITE
@pytest.mark.parametrize("deel", ["bytes=0-1", "bytes=999999999-", "onzin"])
def test_bestand__gevraagd_in_stukken__komt_geheel(client: FlaskClient, deel: str) -> None:
    with client.get("/static/css/thema.css", headers={"Range": deel}) as antwoord:
        assert antwoord.status_code == 200
        assert len(antwoord.data) > 100


@ALLEEN_SQLITE
def test_bestand__niet_veranderd__304_met_koppen(client: FlaskClient) -> None:
    with client.get("/static/css/thema.css") as eerst:
        merk = eerst.headers["ETag"]
    with client.get("/static/css/thema.css", headers={"If-None-Match": merk}) as antwoord:
        assert antwoord.status_code == 304


def _adres(proxies: int, koppen: dict[str, str]) -> tuple[str, str, bool]:
    """Return the address of the asker, the host and whether it is https, as the application sees them."""
    config = Config(
        database_url=LEEG,
        secret_key=STERK,
        hoofdsleutel=HOOFDSLEUTEL,
        proxies=proxies,
        testing=True,
        hosts=("binnen", "buiten"),
        basis_url="https://buiten",
    )
    app = create_app(config)
    gezien: list[tuple[str, str, bool]] = []

    def kijk(environ: dict[str, object], start: Callable[..., object]) -> Iterable[bytes]:
        gezien.append(
            (str(environ["REMOTE_ADDR"]), str(environ["HTTP_HOST"]), environ["wsgi.url_scheme"] == "https")
        )
        start("204 No Content", [])
        return []

    buitenste = app.wsgi_app
    if proxies:
        buitenste.app = kijk  # type: ignore[attr-defined]
    else:
        assert not hasattr(buitenste, "x_for"), "nothing reads the headers of a proxy"
        buitenste = kijk  # type: ignore[assignment]
    bouw = EnvironBuilder(
        headers=list({"Host": "binnen", **koppen}.items()), environ_base={"REMOTE_ADDR": "10.0.0.9"}
    )
    run_wsgi_app(buitenste, bouw.get_environ())
    return gezien[0]


KOPPEN_VAN_PROXY = {
    "X-Forwarded-For": "6.6.6.6, 192.0.2.7",
    "X-Forwarded-Host": "evil.example, buiten",
    "X-Forwarded-Proto": "http, https",
}


def test_proxy__alleen_wat_is_ingesteld_en_niet_meer() -> None:
    assert _adres(0, KOPPEN_VAN_PROXY) == ("10.0.0.9", "binnen", False)
    assert _adres(1, KOPPEN_VAN_PROXY) == ("192.0.2.7", "buiten", True)
    assert _adres(3, KOPPEN_VAN_PROXY) == ("10.0.0.9", "binnen", False), "fewer hops than said"


def test_gunicorn__gelooft_uit_zichzelf_geen_kop_van_een_proxy() -> None:
    tekst = (WORTEL / "gunicorn.conf.py").read_text()
    assert 'forwarded_allow_ips = ""' in tekst
    assert "secure_scheme_headers: dict[str, str] = {}" in tekst
    assert "accesslog = None" in tekst


@ALLEEN_SQLITE
def test_log__een_ronde_met_kanaries__geen_inhoud_en_een_regel_per_verzoek(
    app: Flask, lid: FlaskClient, log: BytesIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk() -> str:
        raise ValueError("KANARIE-FOUT\r\nnog een regel")

    lid.get("/KANARIE-PAD?q=KANARIE-VRAAG%0d%0aSet-Cookie:a=b")
    lid.get("/casussen?zoek=KANARIE-VRAAG")
    lid.post("/inloggen", data={"email": "KANARIE-VELD\r\n{}", "password": "KANARIE-WACHTWOORD"})
    lid.get("/", headers={"User-Agent": "KANARIE-VELD"})
    monkeypatch.setitem(app.view_functions, "start.gezond", vereist(Recht.IEDEREEN)(stuk))
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    fout = lid.get("/healthz")
    tekst = log.getvalue().decode()
    regels = [json.loads(regel) for regel in tekst.splitlines()]
    assert [k for k in KANARIES if k in tekst] == []
    verzoeken = [r for r in regels if r["bericht"] == "verzoek"]
    assert [r["status"] for r in verzoeken][0::4] == [404, 500]
    assert all({"tijd", "methode", "eindpunt", "ms", "verzoek"} <= r.keys() for r in verzoeken)
    code = re.search(r"foutcode[^>]*>([0-9a-f]+)<", fout.text)
    assert code, "the page names a code"
    (regel,) = [r for r in regels if "fout" in r]
    assert regel["verzoek"].startswith(code[1])
    assert regel["fout"] == ["ValueError"]
    assert "tests/basis/test_buitenkant.py" in regel["plek"][-1]


def test_regel__met_regeleinden__blijft_een_regel() -> None:
    regel = logging.LogRecord("x", logging.INFO, "", 0, "naam %s", ("a\r\n\u2028{}\x1b",), None)
    tekst = Regel().format(regel)
    assert len(tekst.splitlines()) == 1
    assert json.loads(tekst)["bericht"] == "naam a\r\n\u2028{}\x1b"


def test_vangnet__alles_stuk__rustige_pagina_met_code_uit_het_log(log: BytesIO) -> None:
    def stuk(_environ: object, _start: object) -> Iterable[bytes]:
        raise RuntimeError("KANARIE-FOUT")

    begonnen: list[tuple[str, dict[str, str]]] = []

    def begin(status: str, koppen: list[tuple[str, str]], _fout: object = None) -> Callable[[bytes], object]:
        begonnen.append((status, dict(koppen)))
        return BytesIO().write

    antwoord = Vangnet(stuk)(EnvironBuilder("/KANARIE-PAD").get_environ(), begin)
    tekst, geschreven = b"".join(antwoord).decode(), log.getvalue().decode()
    ((status, koppen),) = begonnen
    assert status.startswith("500")
    assert {naam: koppen[naam] for naam in VAST} == dict(VAST)
    assert koppen["Cache-Control"] == "no-store"
    code = re.search(r"Code: ([0-9a-f]{16})", tekst)
    assert code
    assert code[1] in geschreven
    assert "KANARIE" not in tekst + geschreven


def test_vangnet__een_programma_vraagt__probleem_en_geen_pagina() -> None:
    def stuk(_environ: object, _start: object) -> Iterable[bytes]:
        raise RuntimeError("KANARIE-FOUT")

    begonnen: list[tuple[str, dict[str, str]]] = []

    def begin(status: str, koppen: list[tuple[str, str]], _fout: object = None) -> Callable[[bytes], object]:
        begonnen.append((status, dict(koppen)))
        return BytesIO().write

    inhoud = json.loads(b"".join(Vangnet(stuk)(EnvironBuilder("/api/v1/KANARIE").get_environ(), begin)))
    ((status, koppen),) = begonnen
    assert (status[:3], koppen["Content-Type"]) == ("500", "application/problem+json")
    assert set(inhoud) == {"status", "title", "detail", "verzoek"}
    assert "KANARIE" not in str(inhoud)


def test_vangnet__staat_om_de_toepassing_van_productie() -> None:
    assert isinstance(
        create_app(Config(database_url=LEEG, secret_key=STERK, hoofdsleutel=HOOFDSLEUTEL)).wsgi_app, Vangnet
    )
