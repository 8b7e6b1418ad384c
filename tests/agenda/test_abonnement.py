"""The overleggen in one's own calendar: by a secret address, withdrawn at any moment, without any content."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht, Gebeurtenis, Gebruiker, Kalenderlink, Overleg
from models.waarden import Linksoort, OverlegStatus
from overleg.agenda.handelingen import zet_op_agenda
from overleg.agenda.handelingen.gasten import Gast, voeg_gast_toe
from overleg.agenda.handelingen.plannen import annuleer_overleg
from overleg.agenda.handelingen.versturen import verstuur_agenda
from overleg.basis.klok import vandaag
from overleg.beheer.handelingen.accounts import wis_tweede_stap, zet_account_uit
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import VAN_KALENDER
from overleg.toegang.kalenderlinks import maak_kalenderlink, trek_kalenderlink_in
from overleg.toegang.links import afdruk, maak_link
from tests.agenda.conftest import Gezelschap
from tests.steun.codes import WACHTWOORD

Als = Callable[[Gebruiker], FlaskClient]
DAG = timedelta(days=1)


def adres(sessie: Session, gezelschap: Gezelschap, wie: str) -> str:
    """Make the address of somebody and return its path."""
    token = maak_kalenderlink(sessie, gezelschap.vrager(wie))
    sessie.commit()
    return f"/kalender/{token}.ics"


def dingen(client: FlaskClient, pad: str) -> list[Any]:
    """Return what a calendar reads there."""
    antwoord = client.get(pad)
    assert (antwoord.status_code, antwoord.mimetype) == (200, "text/calendar")
    return list(Calendar.from_ical(antwoord.text).walk("VEVENT"))


def test_kalender__maken_zien_vernieuwen_intrekken(
    gezelschap: Gezelschap, als: Als, client: FlaskClient, db_sessie: Session
) -> None:
    gezelschap.overleg()
    agent = als(gezelschap.mensen["politie"])
    assert "Link intrekken" not in agent.get("/kalender").text
    paden = []
    assert "/verify" in agent.post("/kalender").headers["Location"], "who it is, is asked again first"
    agent.post("/verify", data={"password": WACHTWOORD})
    for _ in range(2):
        pagina = html.fromstring(agent.post("/kalender").text)
        paden.append("/kalender/" + str(pagina.xpath("string(//code)")).rpartition("/kalender/")[2].strip())
    token = paden[1].removeprefix("/kalender/").removesuffix(".ics")
    (rij,) = db_sessie.scalars(select(Kalenderlink)).all()
    assert rij.afdruk == afdruk(token)
    assert token not in repr([getattr(rij, kolom.name) for kolom in Kalenderlink.__table__.columns])
    assert client.get(paden[0]).status_code == 404
    assert len(dingen(client, paden[1])) == 1
    pagina_nu = agent.get("/kalender").text
    assert "Link intrekken" in pagina_nu
    assert token not in pagina_nu
    assert agent.post("/kalender/intrekken").status_code == 303
    assert client.get(paden[1]).status_code == 404
    assert agent.post("/kalender/intrekken").status_code == 303
    soorten = [rij.soort for rij in db_sessie.scalars(select(Gebeurtenis)) if "kalenderlink" in rij.soort]
    gemaakt, weg = Soort.KALENDERLINK_GEMAAKT.value, Soort.KALENDERLINK_INGETROKKEN.value
    assert sorted(soorten) == [gemaakt, gemaakt, weg]
    post = db_sessie.scalars(select(Bericht).where(Bericht.aan == gezelschap.mensen["politie"].email)).all()
    assert [bericht.onderwerp for bericht in post] == ["Actie-overleg: een link voor uw kalender gemaakt"] * 2


def test_abonnement__wat_erin_staat(
    gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session, app: Flask
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    casus = gezelschap.casus()
    zet_op_agenda(db_sessie, vrager, overleg, casus)
    weg = gezelschap.overleg(vandaag() + 14 * DAG)
    verstuur_agenda(db_sessie, vrager, weg)
    annuleer_overleg(db_sessie, vrager, weg)
    for dagen in (30, 31):
        gezelschap.fabriek.overleg(gezelschap.tafel, vandaag() - dagen * DAG, OverlegStatus.VASTGESTELD)
    elders = gezelschap.fabriek.tafel("Noorderdiep", "ND")
    gezelschap.fabriek.overleg(elders, vandaag() + DAG, OverlegStatus.GEPUBLICEERD)
    pad = adres(db_sessie, gezelschap, "politie")
    antwoord = client.get(pad)
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in antwoord.headers
    agenda: Any = Calendar.from_ical(antwoord.text)
    assert (agenda["method"], str(agenda["x-wr-calname"])) == ("PUBLISH", "Actie-overleg")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in antwoord.text
    assert [deel["tzid"] for deel in agenda.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    gevonden = {ding["uid"].split("@")[0]: ding for ding in agenda.walk("VEVENT")}
    assert len(gevonden) == 3
    assert gevonden[str(weg.id)]["status"] == "CANCELLED"
    komt = gevonden[str(overleg.id)]
    assert (komt["status"], komt["sequence"]) == ("CONFIRMED", overleg.ics_volgnummer)
    assert {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "UID"} <= set(komt)
    namen = [mens.naam for mens in gezelschap.mensen.values()]
    adressen = [mens.email for mens in gezelschap.mensen.values()]
    for geheim in (casus.kenmerk or "?", casus.concrete_vraag, "ATTENDEE", "Noorderdiep", *namen, *adressen):
        assert geheim not in antwoord.text
    assert app.extensions["overleg"].basis_url in str(komt["url"])


def test_abonnement__gast__alleen_de_eigen_tijd(
    gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    punten = [zet_op_agenda(db_sessie, vrager, overleg, gezelschap.casus()) for _ in range(2)]
    gast = gezelschap.mensen["gast"].id
    voeg_gast_toe(db_sessie, vrager, punten[0], Gast(None, gast, "", time(10), time(10, 15)))
    voeg_gast_toe(db_sessie, vrager, punten[1], Gast(None, gast, "", None, None))
    (ding,) = dingen(client, adres(db_sessie, gezelschap, "gast"))
    assert ding["uid"].split("@")[0] == f"{overleg.id}-{punten[0].id}"
    assert (ding["dtstart"].dt.time(), ding["dtend"].dt.time()) == (time(10), time(10, 15))
    gezelschap.mensen["niemand"] = gezelschap.fabriek.gebruiker(gezelschap.organisaties["gemeente"])
    gezelschap.fabriek.klaar()
    assert dingen(client, adres(db_sessie, gezelschap, "niemand")) == []


def test_abonnement__uit_of_weg__404(gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session) -> None:
    uit, ingetrokken = (adres(db_sessie, gezelschap, wie) for wie in ("politie", "om"))
    mens = gezelschap.mensen["politie"]
    mens.active = False
    trek_kalenderlink_in(db_sessie, gezelschap.vrager("om"))
    db_sessie.commit()
    for pad in (uit, ingetrokken, f"/kalender/{'x' * 43}.ics", "/kalender/kort.ics"):
        assert client.get(pad).status_code == 404
    mens.active = True
    beheerder = gezelschap.fabriek.gebruiker(gezelschap.organisaties["om"], beheerder=True)
    db_sessie.commit()
    assert client.get(uit).status_code == 200
    zet_account_uit(db_sessie, gezelschap.fabriek.vrager(beheerder), mens)
    db_sessie.commit()
    mens.active = True
    db_sessie.commit()
    assert client.get(uit).status_code == 404, "the address does not come back with the account"


def test_abonnement__na_een_nieuw_wachtwoord_of_nieuwe_tweede_stap__404(
    gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session
) -> None:
    beheerder = gezelschap.fabriek.gebruiker(gezelschap.organisaties["om"], beheerder=True)
    mens = gezelschap.mensen["politie"]
    db_sessie.commit()
    eerste = adres(db_sessie, gezelschap, "politie")
    wis_tweede_stap(db_sessie, gezelschap.fabriek.vrager(beheerder), mens)
    db_sessie.commit()
    assert client.get(eerste).status_code == 404
    tweede = adres(db_sessie, gezelschap, "politie")
    link = maak_link(db_sessie, mens, Linksoort.HERSTEL)
    db_sessie.commit()
    nieuw = {"nieuw": "een-heel-ander-lang-wachtwoord-7", "nogmaals": "een-heel-ander-lang-wachtwoord-7"}
    assert client.post(urlsplit(link).path, data=nieuw).status_code in {200, 303}
    assert client.get(tweede).status_code == 404


def test_abonnement__raden__afgeremd_en_wie_een_link_heeft_merkt_niets(
    gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session
) -> None:
    goed, fout = adres(db_sessie, gezelschap, "politie"), f"/kalender/{'x' * 43}.ics"
    keren = [client.get(fout).status_code for _ in range(VAN_KALENDER.vrij + 2)]
    assert keren == [404] * (VAN_KALENDER.vrij + 1) + [429]
    assert int(client.get(fout).headers["Retry-After"]) > 0
    assert client.get(goed).status_code == 200


def test_abonnement__het_geheim_staat_in_geen_log(
    gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session, caplog: pytest.LogCaptureFixture
) -> None:
    pad = adres(db_sessie, gezelschap, "politie")
    token = pad.removeprefix("/kalender/").removesuffix(".ics")
    with caplog.at_level(logging.DEBUG):
        client.get(pad)
        client.get(pad.replace(token[:3], "zzz"))
    regels = [repr(regel.__dict__) for regel in caplog.records]
    assert any("agenda.kalender_ophalen" in regel for regel in regels)
    assert not [regel for regel in regels if token[3:] in regel]
    assert token not in repr([rij.gegevens for rij in db_sessie.scalars(select(Gebeurtenis))])


@pytest.mark.parametrize(("dag", "utc"), [(date(2027, 3, 29), 7), (date(2027, 11, 1), 8)])
def test_abonnement__maandag_na_het_verzetten_van_de_klok(
    gezelschap: Gezelschap, client: FlaskClient, db_sessie: Session, dag: date, utc: int
) -> None:
    with time_machine.travel(datetime(2027, 3, 20, 9, tzinfo=UTC), tick=False):
        gezelschap.fabriek.sessie.add(
            Overleg(tafel_id=gezelschap.tafel.id, datum=dag, begin=time(9), einde=time(12))
        )
        pad = adres(db_sessie, gezelschap, "politie")
        (ding,) = dingen(client, pad)
    assert ding["dtstart"].dt.astimezone(UTC) == datetime(dag.year, dag.month, dag.day, utc, tzinfo=UTC)
