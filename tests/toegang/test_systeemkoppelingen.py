"""Making and ending what lets a system ask as oneself: by its owner, who proved it is them, and no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht, Gebeurtenis, Gebruiker, Koppelverzoek, Systeemkoppeling
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.fouten import GeenRecht, Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.limieten import limiet
from overleg.logboek.soorten import Soort
from overleg.toegang.links import afdruk
from overleg.toegang.systeemkoppelingen import TOKEN, maak_koppeling, ruim_op, trek_koppeling_in
from tests.steun.codes import WACHTWOORD
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.systeem import Systeem, geef_token

Als = Callable[[Gebruiker], FlaskClient]
PAD = "/systeemkoppelingen"
MORGEN = timedelta(days=1)


@pytest.fixture
def agent(fabriek: Fabriek) -> Gebruiker:
    """Return someone of the police, at a tafel."""
    tafel = fabriek.tafel()
    mens = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    mens.laatst_ingelogd_op = nu()
    fabriek.klaar()
    return mens


def velden(**anders: str) -> dict[str, str]:
    """Return the form as a person fills it in."""
    return {
        "naam": "Ons zaaksysteem",
        "geldig_tot": f"{vandaag() + MORGEN:%d-%m-%Y}",
        "eigen_systeem": "y",
        **anders,
    }


def vers(client: FlaskClient) -> FlaskClient:
    """Let a person prove again who it is."""
    assert client.post("/verify", data={"password": WACHTWOORD}).status_code == 302
    return client


def token_op(pagina: str) -> str:
    """Return the token that a page shows."""
    return str(html.document_fromstring(pagina).xpath("string(//*[@id='token'])")).strip()


def rijen(sessie: Session) -> list[Systeemkoppeling]:
    """Return what there is."""
    sessie.rollback()
    return list(sessie.scalars(select(Systeemkoppeling)))


def test_maken__een_keer_te_zien_en_alleen_de_afdruk_bewaard(
    agent: Gebruiker, als: Als, app: Flask, db_sessie: Session
) -> None:
    client = vers(als(agent))
    assert "U heeft nog geen systeemkoppeling" in client.get(PAD).text
    antwoord = client.post(f"{PAD}/nieuw", data=velden())
    token = token_op(antwoord.text)
    assert TOKEN.fullmatch(token)
    assert all("minstens eens per 90 dagen" in blad for blad in (antwoord.text, client.get(PAD).text))
    (rij,) = rijen(db_sessie)
    assert (rij.afdruk, rij.naam, rij.gebruiker_id) == (afdruk(token), "Ons zaaksysteem", agent.id)
    assert token not in repr([getattr(rij, kolom.key) for kolom in Systeemkoppeling.__table__.columns])
    lijst = client.get(PAD).text
    assert "Ons zaaksysteem" in lijst
    assert "nog niet" in lijst
    assert token not in lijst
    assert Systeem(app, token).lees("/afspraken").status_code == 200
    assert "nog niet" not in client.get(PAD).text
    (bericht,) = db_sessie.scalars(select(Bericht)).all()
    assert "Ons zaaksysteem" in bericht.tekst
    assert token not in bericht.tekst
    (regel,) = db_sessie.scalars(
        select(Gebeurtenis).where(Gebeurtenis.soort == Soort.SYSTEEMKOPPELING_GEMAAKT.value)
    ).all()
    assert regel.gegevens == {"koppeling": "Ons zaaksysteem", "tot": f"{vandaag() + MORGEN:%d-%m-%Y}"}


def test_maken__vraagt_het_wachtwoord_opnieuw(agent: Gebruiker, als: Als, db_sessie: Session) -> None:
    client = als(agent)
    for antwoord in (client.get(f"{PAD}/nieuw"), client.post(f"{PAD}/nieuw", data=velden())):
        assert antwoord.status_code == 303
        assert "/verify?next=/systeemkoppelingen/nieuw" in antwoord.headers["Location"].replace("%2F", "/")
    assert rijen(db_sessie) == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("naam", ""), ("naam", "x" * 41), ("naam", "   "), ("geldig_tot", ""), ("geldig_tot", "31-02-2027"),
     ("geldig_tot", "gisteren"), ("geldig_tot", "over-een-jaar"), ("eigen_systeem", "")],
)  # fmt: skip
def test_maken__ongeldig__bij_het_veld_en_niets_kwijt(
    agent: Gebruiker, als: Als, db_sessie: Session, veld: str, waarde: str
) -> None:
    dagen = {"gisteren": -1, "over-een-jaar": 366}
    if waarde in dagen:
        waarde = f"{vandaag() + timedelta(days=dagen[waarde]):%d-%m-%Y}"
    anders = {"naam": "Ons <zaaksysteem>"} if veld != "naam" else {}
    antwoord = vers(als(agent)).post(f"{PAD}/nieuw", data=velden(**anders, **{veld: waarde}))
    assert antwoord.status_code == 422
    assert html.document_fromstring(antwoord.text).xpath(f"//*[@aria-invalid='true' and @name='{veld}']")
    assert veld == "naam" or "Ons &lt;zaaksysteem&gt;" in antwoord.text
    assert rijen(db_sessie) == []


def test_maken__niet_te_veel_en_elke_naam_een_keer(
    agent: Gebruiker, fabriek: Fabriek, db_sessie: Session
) -> None:
    vrager = fabriek.vrager(agent)
    for nummer in range(limiet("aantal_systeemkoppelingen") - 1):
        maak_koppeling(db_sessie, vrager, f"Systeem {nummer}", vandaag())
    with pytest.raises(Geweigerd, match="met deze naam"):
        maak_koppeling(db_sessie, vrager, "systeem 0", vandaag())
    maak_koppeling(db_sessie, vrager, "Nog een", vandaag())
    with pytest.raises(Geweigerd, match="hoogste aantal"):
        maak_koppeling(db_sessie, vrager, "Te veel", vandaag())


def test_maken__alleen_wie_afspraken_kan_hebben(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    mensen = {
        "beheerder": fabriek.gebruiker(politie, beheerder=True),
        "functionaris": fabriek.gebruiker(politie, functionaris=True),
        "niemand": fabriek.gebruiker(politie),
        "inbrenger": fabriek.lid(tafel, politie, Rol.INBRENGER),
    }
    fabriek.klaar()
    for mens in mensen.values():
        client = vers(als(mens))
        assert client.get(f"{PAD}/nieuw").status_code == 403
        assert client.post(f"{PAD}/nieuw", data=velden()).status_code == 403
        pagina = client.get(PAD)
        assert pagina.status_code == 200
        assert "Systeemkoppeling maken" not in pagina.text
        with pytest.raises(GeenRecht):
            maak_koppeling(fabriek.sessie, fabriek.vrager(mens), "x", vandaag())
    for rol in (Rol.VOORZITTER, Rol.SECRETARIS, Rol.DEELNEMER, Rol.GAST):
        lid = fabriek.lid(tafel, politie, rol)
        assert maak_koppeling(fabriek.sessie, fabriek.vrager(lid), "x", vandaag())


def test_intrekken__meteen_en_alleen_de_eigen(
    agent: Gebruiker, fabriek: Fabriek, als: Als, app: Flask, db_sessie: Session
) -> None:
    ander = fabriek.gebruiker(agent.organisatie)
    systeem = Systeem(app, geef_token(db_sessie, agent))
    (rij,) = rijen(db_sessie)
    sleutel = str(rij.id)
    assert als(ander).post(f"{PAD}/intrekken", data={"koppeling": sleutel}).status_code == 422
    assert systeem.lees("/afspraken").status_code == 200
    client = als(agent)
    assert client.post(f"{PAD}/intrekken", data={"koppeling": sleutel}).status_code == 303
    assert systeem.lees("/afspraken").status_code == 401
    for vreemd in (sleutel, "", "x", "' OR 1=1"):
        assert client.post(f"{PAD}/intrekken", data={"koppeling": vreemd}).status_code == 422
    with pytest.raises(Geweigerd):
        trek_koppeling_in(db_sessie, fabriek.vrager(agent), sleutel)


def test_beheer__ziet_hoeveel_en_kan_ze_stoppen(
    agent: Gebruiker, fabriek: Fabriek, als: Als, app: Flask, db_sessie: Session
) -> None:
    """Also of who is signed in nowhere: a lost token has no session."""
    beheerder = fabriek.gebruiker(agent.organisatie, beheerder=True)
    systeem, client = Systeem(app, geef_token(db_sessie, agent)), als(beheerder)
    geef_token(db_sessie, agent, dagen=-1)
    pad = f"/beheer/gebruikers/{agent.id}"
    pagina = client.get(pad).text
    assert "1 systeem haalt" in pagina
    assert "Zaaksysteem" not in pagina
    (knop,) = html.document_fromstring(pagina).xpath(
        "//button[contains(., 'Overal uitloggen')]/ancestor::form"
    )
    assert client.post(str(knop.get("action"))).status_code == 303
    assert systeem.lees("/afspraken").status_code == 401
    assert "Overal uitloggen" not in client.get(pad).text


def test_wachtwoord_gewijzigd__elke_koppeling_stopt(
    agent: Gebruiker, als: Als, app: Flask, db_sessie: Session
) -> None:
    systeem = Systeem(app, geef_token(db_sessie, agent))
    client = vers(als(agent))
    nieuw = "drie-gele-fietsen-op-zolder"
    wijziging = {"password": WACHTWOORD, "new_password": nieuw, "new_password_confirm": nieuw}
    assert client.post("/wachtwoord", data=wijziging).status_code == 302
    assert systeem.lees("/afspraken").status_code == 401
    assert "Uw systeemkoppelingen werken niet meer" in client.get("/").text
    soorten = [rij.soort for rij in db_sessie.scalars(select(Gebeurtenis))]
    assert Soort.SYSTEEMKOPPELINGEN_VERVALLEN.value in soorten


def test_verlopen__nog_te_zien_en_later_weg(agent: Gebruiker, als: Als, db_sessie: Session) -> None:
    geef_token(db_sessie, agent, dagen=-1)
    (rij,) = rijen(db_sessie)
    db_sessie.add(Koppelverzoek(koppeling_id=rij.id, sleutel="a" * 64, afdruk="b" * 64))
    db_sessie.commit()
    assert "Verlopen" in als(agent).get(PAD).text
    assert ruim_op(db_sessie) == 0
    with time_machine.travel(nu() + timedelta(days=2), tick=False):
        assert ruim_op(db_sessie) == 1, "what was asked, not the koppeling"
    with time_machine.travel(nu() + timedelta(days=31), tick=False):
        assert ruim_op(db_sessie) == 1
    db_sessie.commit()
    assert rijen(db_sessie) == []


@ALLEEN_SQLITE  # about the page, not about rows
def test_te_vinden__bij_de_acties_en_bij_de_eigen_sessies(
    agent: Gebruiker, fabriek: Fabriek, als: Als
) -> None:
    beheerder = fabriek.gebruiker(agent.organisatie, beheerder=True)
    fabriek.klaar()
    verwijzing = 'href="/systeemkoppelingen"'
    assert [verwijzing in als(agent).get(pad).text for pad in ("/acties", "/sessies")] == [True, True]
    assert [verwijzing in als(beheerder).get(pad).text for pad in ("/acties", "/sessies")] == [False, True]
