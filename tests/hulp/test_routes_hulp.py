"""The handleiding as people read it: their own page, from every screen, and nothing that can do harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from overleg.hulp import bladen
from overleg.hulp.bladen import NAMEN, blad, lees
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
pytestmark = ALLEEN_SQLITE  # no row is read but that of the visitor
KWAAD = """# Titel <script>alert(1)</script>

Gewoon <img src=x onerror=alert(1)> en [een link](index.md "x\\" onclick=\\"alert(1)") en **<b>vet</b>**.

<iframe src="https://elders.example"></iframe>

## Kop "met" <i>tekens</i>

- [kwaad](javascript:alert(1)) &lt;u&gt;
"""


@pytest.fixture
def voorzitter(fabriek: Fabriek) -> Gebruiker:
    """Return the voorzitter of a tafel."""
    tafel = fabriek.tafel()
    return fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)


def hulplinks(pagina: str) -> set[str]:
    """Return where the links to the handleiding on a page lead: in the header and in the footer."""
    soep = BeautifulSoup(pagina, "lxml")
    return {str(a["href"]) for a in soep.select(".kop a, .voet a") if str(a["href"]).startswith("/hulp")}


def test_hulp__begint_bij_de_eigen_rol(als: Als, fabriek: Fabriek) -> None:
    tafel = fabriek.tafel()
    gemeente = fabriek.partner(tafel, OrganisatieSoort.GEMEENTE)
    for rol, naam in ((Rol.VOORZITTER, "voorzitter"), (Rol.INBRENGER, "deelnemer"), (Rol.GAST, "gast")):
        soep = BeautifulSoup(als(fabriek.lid(tafel, gemeente, rol)).get("/hulp").text, "lxml")
        assert [kop.text for kop in soep.select("h1")] == [blad(naam).titel]
    beheerder = fabriek.gebruiker(gemeente, beheerder=True)
    assert f"<title>Hulp: {blad('beheerder').titel}" in als(beheerder).get("/hulp").text


def test_hulp__ieder_blad_met_al_zijn_delen_beelden_en_woorden(als: Als, voorzitter: Gebruiker) -> None:
    client = als(voorzitter)
    for naam in NAMEN:
        soep = BeautifulSoup(client.get(f"/hulp/{naam}").text, "lxml")
        ankers = [kop["id"] for kop in soep.select(".hulp__tekst h2")]
        assert ankers == [kop.anker for kop in blad(naam).koppen]
        for beeld in soep.select(".hulp__tekst img"):
            antwoord = client.get(str(beeld["src"]))
            assert (antwoord.status_code, antwoord.mimetype) == (200, "image/png")
            assert beeld["alt"]
            assert int(str(beeld["width"])) >= 800
        tekst = soep.select_one(".hulp__tekst")
        assert tekst is not None
        assert " ." not in tekst.text, "white space crept in around bold words"


def test_scherm__leidt_naar_zijn_deel(als: Als, voorzitter: Gebruiker) -> None:
    client = als(voorzitter)
    assert hulplinks(client.get("/acties").text) == {"/hulp/voorzitter#acties-volgen"}
    assert hulplinks(client.get("/bewaren").text) == {"/hulp/voorzitter#bewaren-en-vernietigen"}
    assert hulplinks(client.get("/").text) == {"/hulp/index#vandaag"}
    assert hulplinks(client.get("/bestaat-niet").text) == {"/hulp/voorzitter"}
    assert hulplinks(client.get("/hulp").text) == {"/hulp/index"}


def test_uitgelogd__geen_hulp_en_geen_link(client: FlaskClient) -> None:
    assert not hulplinks(client.get("/inloggen").text)
    for pad in ("/hulp", "/hulp/index", "/hulp/beelden/vandaag.png"):
        assert client.get(pad).status_code in {302, 303}


@pytest.mark.parametrize(
    "pad", ["/hulp/niets", "/hulp/..%2fstand", "/hulp/beelden/niets.png", "/hulp/beelden/..%2findex.md"]
)
def test_hulp__wat_er_niet_is__404(pad: str, als: Als, voorzitter: Gebruiker) -> None:
    assert als(voorzitter).get(pad).status_code == 404


def test_tekst__kan_geen_html_brengen(
    app: Flask, als: Als, voorzitter: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    kwaad = lees("index", KWAAD)
    monkeypatch.setattr(bladen, "blad", lambda naam: kwaad if naam == "index" else blad(naam))
    soep = BeautifulSoup(als(voorzitter).get("/hulp/index").text, "lxml")
    tekst = soep.select_one("main")
    assert tekst is not None
    assert not tekst.select("script, iframe, i, b, u, img, [onclick], [onerror], [href^=javascript]")
    assert "<iframe src=" in tekst.text
    assert "<script>alert(1)</script>" in tekst.text
    assert app.jinja_env.autoescape
    assert bladen.anker('Kop "met" <i>tekens</i>') == "kop-met-itekensi"
