"""The second factor: needed by everybody, each code once, and what is kept of it (ASVS 6.3, 6.5)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
from flask import Flask
from flask.testing import FlaskClient
from passlib.exc import UsedTokenError
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker, Herstelcode
from models.waarden import Inlogmanier, OrganisatieSoort, Rol
from overleg.demo.opdrachten import demo_code
from overleg.demo.wie import PERSONEN
from overleg.toegang.poort import recht_van
from overleg.toegang.rechten import Recht
from overleg.toegang.tweedefactor import STAP, Codes, codes
from tests.huis.bestanden import meld
from tests.steun.codes import SLEUTEL, TOTP_GEHEIM, code
from tests.steun.fabriek import WACHTWOORD, Fabriek
from tests.steun.raster import maak_raster
from tests.steun.sessies import geef_koekje, koekje_van, maak_sessie
from tests.steun.wegen import adres, wegen

Als = Callable[[Gebruiker], FlaskClient]
HERSTELCODE = re.compile(r"data-herstelcode>([a-z0-9-]+)<")


@pytest.fixture
def mens(fabriek: Fabriek) -> Gebruiker:
    """Return someone with a second factor."""
    tafel = fabriek.tafel()
    return fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)


@pytest.fixture
def nieuweling(mens: Gebruiker, fabriek: Fabriek) -> Gebruiker:
    """Return someone who did not set up a second factor yet."""
    return fabriek.gebruiker(mens.organisatie, tf_primary_method=None, tf_totp_secret=None)


def stap_een(client: FlaskClient, wie: Gebruiker, **vraag: str) -> str:
    """Give the right password; return where it leads."""
    gegevens = {"email": wie.email, "password": WACHTWOORD}
    antwoord = client.post("/inloggen", data=gegevens, query_string=vraag)
    assert antwoord.status_code == 302, antwoord.text
    return antwoord.headers["Location"]


def vul_in(client: FlaskClient, wat: str) -> int:
    """Send a code; return the status."""
    return client.post("/inloggen/code", data={"code": wat}).status_code


def is_binnen(client: FlaskClient) -> bool:
    """Whether this visitor is signed in."""
    return bool(client.get("/csrf-token").get_json()["wie"])


def soorten(db_sessie: Session) -> list[str]:
    db_sessie.expire_all()
    return list(db_sessie.scalars(select(Gebeurtenis.soort).order_by(Gebeurtenis.tijd)))


def test_eerste_keer__instellen_en_herstelcodes__dan_verder(
    nieuweling: Gebruiker, client: FlaskClient, db_sessie: Session
) -> None:
    assert stap_een(client, nieuweling).startswith("/inloggen/tweede-stap")
    assert "Instellen" in client.get("/inloggen/tweede-stap").text
    blad = client.post("/inloggen/tweede-stap", data={"setup": "authenticator"}).text
    sleutel = SLEUTEL.findall(blad)[0]
    assert "data:image/svg+xml" in blad
    fout = client.post("/inloggen/code", data={"code": "000000"})
    assert fout.status_code == 422
    assert SLEUTEL.findall(fout.text) == [sleutel], "the same secret: it was scanned already"
    assert not is_binnen(client)
    assert vul_in(client, code(geheim=sleutel)) == 302
    assert client.get("/casussen").headers["Location"] == "/herstelcodes"
    assert HERSTELCODE.findall(client.get("/herstelcodes").text) == []
    gemaakt = client.post("/herstelcodes")
    assert gemaakt.headers["Cache-Control"] == "no-store"
    reeks = HERSTELCODE.findall(gemaakt.text)
    assert len(set(reeks)) == 10
    assert client.get("/").status_code == 200
    assert HERSTELCODE.findall(client.get("/herstelcodes?show_codes=1").text) == [], "shown once"

    db_sessie.expire_all()
    kaal = sleutel.replace("-", "").replace(" ", "")
    assert kaal not in str(nieuweling.tf_totp_secret)
    afdrukken = db_sessie.scalars(select(Herstelcode.afdruk)).all()
    assert len(afdrukken) == 10
    assert not set(afdrukken) & set(reeks)
    assert {"tweede_factor_ingesteld", "herstelcodes_gemaakt", "ingelogd"} <= set(soorten(db_sessie))


def test_andere_wijze__bestaat_niet(
    nieuweling: Gebruiker, client: FlaskClient, mens: Gebruiker, als: Als
) -> None:
    stap_een(client, nieuweling)
    for manier in ("email", "sms", "disable", ""):
        antwoord = client.post("/inloggen/tweede-stap", data={"setup": manier})
        assert SLEUTEL.findall(antwoord.text) == []
    ingelogd = als(mens)
    assert {ingelogd.get(pad).status_code for pad in ("/inloggen/hulp", "/inloggen/keuze")} == {404}
    ingelogd.post("/inloggen/tweede-stap", data={"setup": "disable"})
    assert mens.tf_primary_method is not None


def test_halverwege__geen_enkele_pagina(app: Flask, fabriek: Fabriek, client: FlaskClient) -> None:
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    stap_een(client, raster.wie["voorzitter"])
    bundel = raster.bundels["a_geagendeerd"]
    fouten = []
    for weg in wegen(app):
        if weg.recht is Recht.IEDEREEN:
            continue
        methode = "GET" if "GET" in weg.methoden else "POST"
        antwoord = client.open(adres(app, weg, bundel), method=methode)
        if antwoord.status_code != 302 or not antwoord.headers["Location"].startswith("/inloggen"):
            fouten.append(f"{methode} {weg}: {antwoord.status_code}")
    meld(fouten, "Who gave only a password sees no page.")


def test_zonder_inloggen__deze_paginas_en_geen_andere(app: Flask) -> None:
    open_ = {naam for naam in app.view_functions if recht_van(app, naam) is Recht.IEDEREEN}
    assert {naam for naam in open_ if naam.startswith("security.")} == {
        "security.static",
        "security.login",
        "security.two_factor_setup",
        "security.two_factor_token_validation",
        "security.mf_recovery",
    }


def test_sessie_met_alleen_wachtwoord__telt_niet(
    mens: Gebruiker, client: FlaskClient, db_sessie: Session
) -> None:
    geef_koekje(client, maak_sessie(db_sessie, mens, [Inlogmanier.WACHTWOORD]))
    assert client.get("/").headers["Location"].startswith("/inloggen")


@pytest.mark.parametrize("pad", ["/inloggen/code", "/inloggen/herstelcode", "/inloggen/tweede-stap"])
def test_zonder_wachtwoord__terug_naar_het_begin(client: FlaskClient, pad: str) -> None:
    for antwoord in (client.get(pad), client.post(pad, data={"code": code(), "setup": "authenticator"})):
        assert antwoord.status_code == 302
        assert antwoord.headers["Location"].startswith("/inloggen")


@pytest.mark.parametrize(("verder", "status"), [(-2, 422), (-1, 302), (0, 302), (1, 302), (2, 422)])
def test_code__een_stap_speling(mens: Gebruiker, client: FlaskClient, verder: int, status: int) -> None:
    _wacht_op_ruimte()
    stap_een(client, mens)
    assert vul_in(client, code(verder)) == status
    assert is_binnen(client) is (status == 302)


def _wacht_op_ruimte() -> None:
    """Do not begin in the last seconds of a step."""
    if STAP - time.time() % STAP < 3:
        time.sleep(3)


def test_code__werkt_een_keer_en_een_eerdere_niet_meer(
    mens: Gebruiker, nieuwe_client: Callable[[], FlaskClient], db_sessie: Session
) -> None:
    _wacht_op_ruimte()
    eerste, tweede = nieuwe_client(), nieuwe_client()
    for client in (eerste, tweede):
        stap_een(client, mens)
    assert vul_in(eerste, f"{code()[:3]} {code()[3:]}") == 302, "apps show it with a space"
    zelfde = tweede.post("/inloggen/code", data={"code": code()})
    assert zelfde.status_code == 422
    assert re.search(r"al gebruikt\. Wacht op de volgende code in uw app \(nog \d+ seconden\)", zelfde.text)
    assert vul_in(tweede, code(-1)) == 422
    assert not is_binnen(tweede)
    assert vul_in(tweede, code(1)) == 302
    assert soorten(db_sessie).count("code_geweigerd") == 2


def test_code__twee_tegelijk__een_wint(mens: Gebruiker, db_sessie: Session) -> None:
    db_sessie.commit()
    treffer = SimpleNamespace(counter=int(time.time()) // STAP, expire_time=0)
    codes().set_last_counter(mens, treffer)
    with pytest.raises(UsedTokenError):
        codes().set_last_counter(SimpleNamespace(id=mens.id), treffer)


@pytest.mark.parametrize("wat", ["", "abcdef", "12345", "²²²²²²", "١٢٣٤٥٦", "1" * 10_000, "\x00"])
def test_code__onzin__zin_bij_het_veld(mens: Gebruiker, client: FlaskClient, wat: str) -> None:
    stap_een(client, mens)
    antwoord = client.post("/inloggen/code", data={"code": wat})
    assert antwoord.status_code == 422
    assert "in uw app" in antwoord.text or "uit uw app" in antwoord.text


def test_herstelcode__werkt_een_keer(
    mens: Gebruiker, als: Als, nieuwe_client: Callable[[], FlaskClient], db_sessie: Session
) -> None:
    client = als(mens)
    stel_vers(client, mens)
    reeks = HERSTELCODE.findall(client.post("/herstelcodes").text)
    nieuwe = HERSTELCODE.findall(client.post("/herstelcodes").text)
    assert not set(reeks) & set(nieuwe)
    eerste, tweede = nieuwe_client(), nieuwe_client()
    for bezoeker in (eerste, tweede):
        stap_een(bezoeker, mens)
    geprobeerd = [
        bezoeker.post("/inloggen/herstelcode", data={"code": wat}).status_code
        for bezoeker, wat in (
            (eerste, reeks[0]),
            (eerste, ""),
            (eerste, nieuwe[0].upper().replace("-", " ")),
            (tweede, nieuwe[0]),
        )
    ]
    assert geprobeerd == [422, 422, 302, 422], "of the set before; empty; right; used"
    assert is_binnen(eerste)
    assert not is_binnen(tweede)
    assert "herstelcode_gebruikt" in soorten(db_sessie)
    assert tweede.get("/inloggen/herstelcode").status_code == 200


def stel_vers(client: FlaskClient, mens: Gebruiker) -> None:
    """Sign out and in again through the pages, so that the second factor may be changed."""
    client.post("/uitloggen")
    stap_een(client, mens)
    assert vul_in(client, code()) == 302


def test_wijzigen__vraagt_eerst_het_wachtwoord(mens: Gebruiker, als: Als) -> None:
    client = als(mens)
    for pad, gegevens in (("/herstelcodes", {}), ("/inloggen/tweede-stap", {"setup": "authenticator"})):
        antwoord = client.post(pad, data=gegevens)
        assert antwoord.status_code == 302
        assert antwoord.headers["Location"].startswith("/verify")


def test_andere_app__de_oude_telt_niet_meer(
    mens: Gebruiker, als: Als, nieuwe_client: Callable[[], FlaskClient]
) -> None:
    _wacht_op_ruimte()
    client = als(mens)
    stel_vers(client, mens)
    blad = client.post("/inloggen/tweede-stap", data={"setup": "authenticator"}).text
    sleutel = SLEUTEL.findall(blad)[0]
    actie = re.search(r'action="(/inloggen/tweede-stap/[^"]+)"', blad)
    assert actie
    assert client.post(actie[1], data={"code": "000000"}).status_code == 302
    assert "klopt niet" in client.get("/inloggen/tweede-stap").text
    assert client.post(actie[1], data={"code": code(1, sleutel)}).status_code == 302
    assert client.get("/casussen").headers["Location"] == "/herstelcodes"
    elders = nieuwe_client()
    stap_een(elders, mens)
    assert vul_in(elders, code(1)) == 422


def test_beheer_wist_tweede_stap__sessies_eindigen_en_opnieuw_instellen(
    mens: Gebruiker, fabriek: Fabriek, als: Als, nieuwe_client: Callable[[], FlaskClient], db_sessie: Session
) -> None:
    beheerder = fabriek.gebruiker(mens.organisatie, beheerder=True)
    ingelogd, beheer = als(mens), als(beheerder)
    assert beheer.post(f"/beheer/gebruikers/{mens.id}/tweede-stap").status_code == 303
    assert not is_binnen(ingelogd)
    assert stap_een(nieuwe_client(), mens).startswith("/inloggen/tweede-stap")
    assert "tweede_factor_gewist" in soorten(db_sessie)
    assert beheer.post(f"/beheer/gebruikers/{beheerder.id}/tweede-stap").status_code == 422


@pytest.mark.parametrize(
    "vervolg",
    ["//kwaad.nl", "/\\kwaad.nl", "https:kwaad.nl", "%2f%2fkwaad.nl", "\t//kwaad.nl", "http://kwaad.nl"],
)
def test_vervolg_na_de_code__nooit_elders(mens: Gebruiker, client: FlaskClient, vervolg: str) -> None:
    gegevens = {"email": mens.email, "password": WACHTWOORD}
    client.post("/inloggen", data=gegevens, query_string={"next": vervolg})
    stap_een(client, mens)
    antwoord = client.post("/inloggen/code", data={"code": code()}, query_string={"next": vervolg})
    assert antwoord.status_code == 302
    waar = urljoin("http://localhost/inloggen/code", antwoord.headers["Location"].replace("\\", "/"))
    assert waar.startswith("http://localhost/")
    assert not waar.startswith("http://localhost//")


def test_vervolg_na_de_code__eigen_adres(mens: Gebruiker, client: FlaskClient) -> None:
    waar = stap_een(client, mens, next="/acties")
    assert client.post(waar, data={"code": code()}).headers["Location"] == "/acties"


def test_sleutel_van_voor__leest_en_schrijft_opnieuw(app: Flask) -> None:
    with app.app_context():
        oud = Codes({"oud": "a" * 64}, "x").versleuteld(TOTP_GEHEIM)
        beide = Codes({"nieuw": "b" * 64, "oud": "a" * 64}, "x")
        nieuw = beide.vernieuwd(oud)
        assert nieuw != oud
        assert beide.vernieuwd(nieuw) == nieuw
        wie = Gebruiker(tf_totp_secret=nieuw)
        assert Codes({"nieuw": "b" * 64}, "x").bruikbaar(wie) == code()


def test_onleesbaar__telt_als_fout(mens: Gebruiker, client: FlaskClient, db_sessie: Session) -> None:
    mens.tf_totp_secret = Codes({"weg": "c" * 64}, "x").versleuteld(TOTP_GEHEIM)
    db_sessie.commit()
    stap_een(client, mens)
    assert vul_in(client, code()) == 422


def test_demo__geheim_van_toon_geeft_de_code_van_de_inlogpagina(app: Flask, mens: Gebruiker) -> None:
    uitvoer = app.test_cli_runner().invoke(args=["demo", "--toon"]).output
    rijen = {rij[0]: rij for regel in uitvoer.splitlines() if len(rij := regel.split("\t")) == 5}
    persoon = PERSONEN[0]
    geheim = rijen[persoon.email][4]
    wie = Gebruiker(email=persoon.email, tf_totp_secret=codes().versleuteld(persoon.totp))
    assert demo_code(wie) == code(geheim=geheim)
    wie.laatste_code = int(time.time()) // STAP
    assert demo_code(wie) == code(1, geheim), "the next one, when that of now was used"
    wie.laatste_code += 1
    assert demo_code(wie) is None
    assert demo_code(mens) is None, "nobody but the demo accounts"


def test_halverwege_verder__oude_koekje__is_uitgelogd_en_niet_beeindigd(
    client: FlaskClient, nieuwe_client: Callable[[], FlaskClient], mens: Gebruiker
) -> None:
    _wacht_op_ruimte()
    stap_een(client, mens)
    halverwege = koekje_van(client)
    assert halverwege
    assert vul_in(client, code()) == 302
    ander_tabblad = nieuwe_client()  # asked with the cookie of a moment ago
    geef_koekje(ander_tabblad, halverwege)
    antwoord = ander_tabblad.get("/csrf-token").get_json()
    assert (antwoord["wie"], antwoord["beeindigd"]) == ("", False)
