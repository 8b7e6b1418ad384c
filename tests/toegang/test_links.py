"""Choosing a password by a link: once, until a moment, by nobody else; asking tells nothing (attack 25)."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht, Gebeurtenis, Gebruiker, Identiteit, Linkaanvraag, Sessie, Toegangslink
from models.waarden import BerichtStatus, Linksoort, OrganisatieSoort
from overleg.basis.config import Config
from overleg.basis.database import schrijvend_apart
from overleg.basis.klok import nu
from overleg.basis.mailserver import Mailserver
from overleg.basis.post import LINKPLEK
from overleg.basis.versturen import verstuur_post
from overleg.logboek.soorten import Soort
from overleg.toegang.links import HERSTEL_GELDIG, afdruk, maak_link, ruim_op
from overleg.toegang.uitnodigen import verwerk_aanvragen
from tests.basis.postbus import Postbus, postbus
from tests.steun.codes import stel_in
from tests.steun.fabriek import WACHTWOORD, Fabriek
from tests.steun.toepassing import GEHEIM

Als = Callable[[Gebruiker], FlaskClient]
NIEUW = "een heel eigen wachtzin van vandaag"
LINK = re.compile(r"http://127\.0\.0\.1:5000(/wachtwoord-kiezen/[\w-]{43})")
CSRF = re.compile(r'name="csrf[-_]token"\s+(?:content|value)="[^"]*"')
SECONDE = timedelta(seconds=1)
WERKT_NIET = "Deze link werkt niet meer"


@pytest.fixture
def mens(fabriek: Fabriek) -> Gebruiker:
    """Return an account with a password and a second factor."""
    wie = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE))
    fabriek.klaar()
    return wie


@pytest.fixture
def beheer(mens: Gebruiker, fabriek: Fabriek, als: Als) -> FlaskClient:
    """Return a beheerder who is signed in."""
    return als(fabriek.gebruiker(mens.organisatie, beheerder=True))


@pytest.fixture
def bus(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    """Let this installation send mail."""
    with postbus() as bus:
        config = Config(database_url="sqlite://", secret_key=GEHEIM, testing=True, mail_url=bus.url)
        monkeypatch.setitem(app.extensions, "overleg", config)
        yield bus


def _maak(sessie: Session, mens: Gebruiker, soort: Linksoort = Linksoort.HERSTEL) -> str:
    """Make a link and return its path."""
    link = maak_link(sessie, mens, soort)
    sessie.commit()
    gevonden = LINK.fullmatch(link)
    assert gevonden
    return gevonden[1]


def _kies(client: FlaskClient, pad: str, wachtwoord: str = NIEUW, nogmaals: str | None = None) -> int:
    data = {"nieuw": wachtwoord, "nogmaals": wachtwoord if nogmaals is None else nogmaals}
    return client.post(pad, data=data).status_code


def _verstuur(bus: Postbus, sessie: Session) -> list[str]:
    """Do what the loop does; return the texts that arrived."""
    verwerk_aanvragen(sessie)
    sessie.commit()
    verstuur_post(Mailserver.uit_url(bus.url), "actie-overleg@voorbeeld.nl")
    sessie.expire_all()
    return [mail.get_content() for mail in bus.ontvangen]


def test_link__eenmaal__en_alleen_door_hem_te_gebruiken(
    client: FlaskClient, mens: Gebruiker, db_sessie: Session, als: Als
) -> None:
    ingelogd, pad = als(mens), _maak(db_sessie, mens)
    for _keer in range(2):  # what scans mail opens the link too
        assert client.get(pad).status_code == 200
        assert client.head(pad).status_code == 200
    assert _kies(client, pad) == 303
    assert ingelogd.get("/").headers["Location"].startswith("/inloggen")
    assert (client.get(pad).status_code, _kies(client, pad)) == (404, 404)
    assert WERKT_NIET in client.get(pad).text
    oud = client.post("/inloggen", data={"email": mens.email, "password": WACHTWOORD})
    assert oud.status_code == 422
    goed = client.post("/inloggen", data={"email": mens.email, "password": NIEUW})
    assert goed.headers["Location"].startswith("/inloggen/code")  # the second factor stays
    assert client.get("/").headers["Location"].startswith("/inloggen")
    gekozen = select(Gebeurtenis.gegevens).filter_by(soort=Soort.WACHTWOORD_GEKOZEN.value)
    assert db_sessie.scalars(gekozen).all() == [{"link": "herstel"}]


def test_link__staat_nergens(mens: Gebruiker, db_sessie: Session) -> None:
    token = _maak(db_sessie, mens).rpartition("/")[2]
    rij = db_sessie.scalars(select(Toegangslink)).one()
    kolommen = {kolom.name: getattr(rij, kolom.name) for kolom in Toegangslink.__table__.columns}
    assert token not in repr(kolommen)
    assert rij.afdruk == afdruk(token)


@pytest.mark.parametrize(
    ("soort", "termijn"),
    [(Linksoort.HERSTEL, HERSTEL_GELDIG), (Linksoort.UITNODIGING, timedelta(days=7))],
)
def test_link__na_zijn_tijd__weg(
    client: FlaskClient,
    mens: Gebruiker,
    db_sessie: Session,
    soort: Linksoort,
    termijn: timedelta,
) -> None:
    moment = nu()
    pad = _maak(db_sessie, mens, soort)
    with time_machine.travel(moment + termijn - 5 * SECONDE, tick=False):
        assert client.get(pad).status_code == 200
    with time_machine.travel(moment + termijn + SECONDE, tick=False):
        assert (client.get(pad).status_code, _kies(client, pad)) == (404, 404)
        assert ruim_op(db_sessie) == 1


def test_link__vervangen_ingetrokken_of_van_een_ander__weg(
    client: FlaskClient, mens: Gebruiker, db_sessie: Session
) -> None:
    eerste = _maak(db_sessie, mens)
    tweede = _maak(db_sessie, mens)
    assert (client.get(eerste).status_code, client.get(tweede).status_code) == (404, 200)
    verzonnen = f"{tweede[:-1]}{'A' if tweede[-1] != 'A' else 'B'}"
    assert client.get(verzonnen).status_code == 404
    mens.active = False
    assert (client.get(tweede).status_code, _kies(client, tweede)) == (404, 404)
    assert mens.password == db_sessie.get_one(Gebruiker, mens.id).password


def test_link__wie_zijn_wachtwoord_zelf_wijzigt__trekt_hem_in(
    client: FlaskClient, mens: Gebruiker, db_sessie: Session, als: Als
) -> None:
    pad = _maak(db_sessie, mens)
    data = {"password": WACHTWOORD, "new_password": NIEUW, "new_password_confirm": NIEUW}
    assert als(mens).post("/wachtwoord", data=data).status_code == 302
    assert client.get(pad).status_code == 404


@pytest.mark.parametrize(
    ("typte", "zin"),
    [
        (("kort", "kort"), "minstens 15 tekens"),
        (("passwordpassword", "passwordpassword"), "makkelijk te raden"),
        ((NIEUW, f"{NIEUW}!"), "niet gelijk"),
        (("", ""), "Kies een wachtwoord"),
        (("x" * 5_000, "x" * 5_000), "hoogstens 1.000 tekens"),
    ],
)
def test_kiezen__niet_goed__zegt_wat_en_de_link_blijft(
    client: FlaskClient, mens: Gebruiker, db_sessie: Session, typte: tuple[str, str], zin: str
) -> None:
    pad, wachtwoord = _maak(db_sessie, mens), typte[0]
    antwoord = client.post(pad, data={"nieuw": wachtwoord, "nogmaals": typte[1]})
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert not wachtwoord or f'value="{wachtwoord}"' not in antwoord.text
    assert _kies(client, pad) == 303


def test_link__twee_tegelijk__een_wint(app: Flask, mens: Gebruiker, db_sessie: Session) -> None:
    pad = _maak(db_sessie, mens)
    klaar, uitkomsten = threading.Barrier(2), []

    def probeer(nummer: int) -> None:
        client = app.test_client()
        klaar.wait()
        uitkomsten.append(_kies(client, pad, f"{NIEUW} {nummer}"))

    draden = [threading.Thread(target=probeer, args=[nummer]) for nummer in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitkomsten) == [303, 404]


def test_vergeten__zelfde_antwoord_en_hetzelfde_werk_of_het_account_bestaat(
    client: FlaskClient, mens: Gebruiker, bus: Postbus, db_sessie: Session
) -> None:
    antwoorden = {}
    for email in (mens.email, "niemand@voorbeeld.nl"):
        antwoord = client.post("/wachtwoord-vergeten", data={"email": email})
        antwoorden[email] = (antwoord.status_code, CSRF.sub("", antwoord.text).replace(email, "…"))
    assert len(set(antwoorden.values())) == 1
    assert db_sessie.scalars(select(Bericht)).all() == []  # nothing is looked up while somebody waits
    teksten = _verstuur(bus, db_sessie)
    assert [mail["To"] for mail in bus.ontvangen] == [mens.email]
    assert db_sessie.scalars(select(Linkaanvraag)).all() == []
    gevonden = LINK.search(teksten[0])
    assert gevonden
    bericht = db_sessie.scalars(select(Bericht)).one()
    assert (bericht.status, bericht.geheim) == (BerichtStatus.VERSTUURD, "")
    assert LINKPLEK in bericht.tekst
    assert _kies(client, gevonden[1]) == 303
    assert "zojuist gewijzigd" in _verstuur(bus, db_sessie)[1]


def test_vergeten__in_het_postvak_staat_geen_link(
    client: FlaskClient, mens: Gebruiker, bus: Postbus, db_sessie: Session, beheer: FlaskClient
) -> None:
    client.post("/wachtwoord-vergeten", data={"email": mens.email})
    verwerk_aanvragen(db_sessie)
    db_sessie.commit()
    bericht = db_sessie.scalars(select(Bericht)).one()
    assert bericht.geheim
    assert "wachtwoord-kiezen" not in bericht.geheim + bericht.tekst
    pagina = beheer.get(f"/beheer/postvak/{bericht.id}").text
    assert "wachtwoord-kiezen" not in pagina
    assert bericht.geheim not in pagina
    db_sessie.rollback()
    bus.weiger_met = "550 weg"
    verstuur_post(Mailserver.uit_url(bus.url), "actie-overleg@voorbeeld.nl")
    db_sessie.expire_all()
    assert (bericht.status, bericht.geheim) == (BerichtStatus.OPGEGEVEN, "")
    weer = beheer.post(f"/beheer/postvak/{bericht.id}/opnieuw")
    assert weer.status_code == 422
    assert "voor één keer" in weer.text


@pytest.mark.parametrize("reden", ["uitgezet", "alleen via een aanbieder"])
def test_vergeten__zonder_eigen_wachtwoord__geen_mail(
    client: FlaskClient, mens: Gebruiker, bus: Postbus, db_sessie: Session, reden: str
) -> None:
    if reden == "uitgezet":
        mens.active = False
    else:
        mens.password = None
        db_sessie.add(Identiteit(gebruiker_id=mens.id, issuer="https://aanbieder.voorbeeld.nl", subject="1"))
    db_sessie.commit()
    assert client.post("/wachtwoord-vergeten", data={"email": mens.email}).status_code == 200
    assert _verstuur(bus, db_sessie) == []


def test_vergeten__te_vaak__afgeremd_en_de_postbus_loopt_niet_vol(
    client: FlaskClient, mens: Gebruiker, bus: Postbus, db_sessie: Session
) -> None:
    statussen = [
        client.post("/wachtwoord-vergeten", data={"email": mens.email.upper()}).status_code for _ in range(6)
    ]
    assert statussen == [200, 200, 200, 200, 429, 429]
    assert len(_verstuur(bus, db_sessie)) == 4
    assert len(db_sessie.scalars(select(Toegangslink)).all()) == 1


@pytest.mark.usefixtures("bus")
def test_vergeten__geen_adres__zegt_wat(client: FlaskClient) -> None:
    for typte in ("", "geen adres"):
        antwoord = client.post("/wachtwoord-vergeten", data={"email": typte})
        assert antwoord.status_code == 422
        assert typte in antwoord.text


def test_vergeten__zonder_mailserver__zegt_wie_helpt(client: FlaskClient, db_sessie: Session) -> None:
    assert "Vraag de beheerder" in client.get("/wachtwoord-vergeten").text
    assert client.post("/wachtwoord-vergeten", data={"email": "a@voorbeeld.nl"}).status_code == 200
    assert db_sessie.scalars(select(Linkaanvraag)).all() == []


def test_uitnodiging__van_mail_tot_eerste_keer_inloggen(
    client: FlaskClient, mens: Gebruiker, bus: Postbus, db_sessie: Session, beheer: FlaskClient
) -> None:
    gegevens = {"naam": "Nieuwe Collega", "email": "nieuw@voorbeeld.nl"}
    pagina = beheer.post(
        "/beheer/gebruikers/nieuw", data=gegevens | {"organisatie_id": str(mens.organisatie_id)}
    )
    assert "per mail" in pagina.text
    assert "wachtwoord-kiezen" not in pagina.text
    (tekst,) = _verstuur(bus, db_sessie)
    gevonden = LINK.search(tekst)
    assert gevonden
    assert client.post("/inloggen", data={"email": gegevens["email"], "password": ""}).status_code == 422
    assert _kies(client, gevonden[1]) == 303
    assert client.post("/inloggen", data={"email": gegevens["email"], "password": NIEUW}).status_code == 302
    stel_in(client)
    assert client.get("/").headers["Location"] == "/herstelcodes"


def test_uitnodiging__kwijt__zelf_een_nieuwe_vragen(
    client: FlaskClient, mens: Gebruiker, bus: Postbus, db_sessie: Session
) -> None:
    mens.password = None
    client.post("/wachtwoord-vergeten", data={"email": mens.email})
    (tekst,) = _verstuur(bus, db_sessie)
    assert "U heeft een account" in tekst
    assert db_sessie.scalars(select(Toegangslink.soort)).one() is Linksoort.UITNODIGING


def test_beheer__nieuwe_link__sessies_en_oude_wachtwoord_eindigen(
    client: FlaskClient, mens: Gebruiker, db_sessie: Session, als: Als, beheer: FlaskClient
) -> None:
    ingelogd = als(mens)
    pagina = beheer.post(f"/beheer/gebruikers/{mens.id}/wachtwoord")
    gevonden = LINK.search(pagina.text)
    assert gevonden, "without a mail server the beheerder passes it on"
    assert pagina.headers["Cache-Control"] == "no-store"
    assert ingelogd.get("/").status_code == 302
    assert client.post("/inloggen", data={"email": mens.email, "password": WACHTWOORD}).status_code == 422
    assert beheer.post(f"/beheer/gebruikers/{mens.id}/uit").status_code == 303
    assert client.get(gevonden[1]).status_code == 404
    levend = select(Sessie).where(Sessie.gebruiker_id == mens.id, Sessie.beeindigd_op.is_(None))
    assert db_sessie.scalars(levend).all() == []


def test_wachtwoord__tijdens_het_rekenen_kan_een_ander_schrijven(
    app: Flask, client: FlaskClient, mens: Gebruiker, db_sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Making the hash takes a tenth of a second; SQLite has one lock to write."""
    hashes, gemeten = app.extensions["security"].pwd_context, []
    echt = {naam: getattr(hashes, naam) for naam in ("verify", "hash")}

    def met_meting(naam: str) -> Callable[..., object]:
        def reken(*wat: object, **hoe: object) -> object:
            draad = threading.Thread(target=schrijf)
            draad.start()
            draad.join()
            return echt[naam](*wat, **hoe)

        return reken

    def schrijf() -> None:
        with app.app_context(), schrijvend_apart() as eigen:
            eigen.add(Linkaanvraag(email="een ander"))
        gemeten.append(True)

    email, pad = mens.email, _maak(db_sessie, mens)
    for naam in echt:
        monkeypatch.setattr(hashes, naam, met_meting(naam))
    for wachtwoord in (WACHTWOORD, "een-heel-ander-wachtwoord"):
        client.post("/inloggen", data={"email": email, "password": wachtwoord})
    client.post("/inloggen", data={"email": "niemand@voorbeeld.nl", "password": WACHTWOORD})
    assert _kies(client, pad) == 303
    assert len(gemeten) == 4
