"""The outbox, against a real mail server: sent once, tried again, given up, set aside."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht
from models.waarden import BerichtStatus
from models.waarden_post import Berichtsoort
from overleg.basis.config import FouteInstelling
from overleg.basis.klok import nu
from overleg.basis.mailserver import Mailserver
from overleg.basis.post import Bijlage, leg_klaar
from overleg.basis.versturen import EERSTE_WACHT, LANGSTE_WACHT, VASTGELOPEN, verstuur_post, wacht_na
from tests.basis.postbus import Postbus, postbus

VAN = "actie-overleg@voorbeeld.nl"


@pytest.fixture
def bus() -> Iterator[Postbus]:
    with postbus() as bus:
        yield bus


def verstuur(bus: Postbus) -> int:
    return verstuur_post(Mailserver.uit_url(bus.url), VAN)


def leg(sessie: Session, aantal: int = 1, aan: str = "iemand@voorbeeld.nl") -> None:
    for nummer in range(aantal):
        leg_klaar(sessie, Berichtsoort.WERK, aan, f"Uitnodiging {nummer}", "Er is een overleg.\nTot dan.")
    sessie.commit()


def stand(sessie: Session) -> Bericht:
    """Return the one mail as it is now, without keeping the database busy."""
    sessie.expire_all()
    bericht = sessie.scalars(select(Bericht)).one()
    sessie.expunge(bericht)
    sessie.rollback()
    return bericht


def test_post__met_bijlage__komt_heel_aan(db_sessie: Session, bus: Postbus) -> None:
    bijlage = Bijlage("overleg.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar; method=REQUEST")
    leg_klaar(
        db_sessie,
        Berichtsoort.WERK,
        "iemand@voorbeeld.nl",
        "Uitnodiging\nvan é",
        "Beste collega,\n.\nEinde",
        bijlage=bijlage,
    )
    db_sessie.commit()
    assert verstuur(bus) == 1
    (mail,) = bus.ontvangen
    assert mail["To"] == "iemand@voorbeeld.nl"
    assert mail["Subject"] == "Uitnodiging van é"
    assert "Einde" in str(mail.get_body())
    (deel,) = mail.iter_attachments()
    assert deel.get_content_type() == "text/calendar"
    assert deel.get_filename() == "overleg.ics"
    assert "VCALENDAR" in str(deel.get_content())
    bericht = stand(db_sessie)
    assert bericht.status is BerichtStatus.VERSTUURD
    assert bericht.verstuurd_op is not None
    assert verstuur(bus) == 0
    assert len(bus.ontvangen) == 1


def test_post__twee_lussen_tegelijk__alles_een_keer(app: Flask, db_sessie: Session, bus: Postbus) -> None:
    leg(db_sessie, 24)
    begin = threading.Barrier(3)

    def lus() -> None:
        with app.app_context():
            begin.wait()
            verstuur(bus)

    draden = [threading.Thread(target=lus) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    onderwerpen = sorted(str(mail["Subject"]) for mail in bus.ontvangen)
    assert onderwerpen == sorted(f"Uitnodiging {nummer}" for nummer in range(24))
    db_sessie.expire_all()
    assert {b.status for b in db_sessie.scalars(select(Bericht))} == {BerichtStatus.VERSTUURD}


def test_post__server_even_weg__later_opnieuw(db_sessie: Session, bus: Postbus) -> None:
    leg(db_sessie)
    bus.weiger_met = "451 later"
    verstuur(bus)
    assert stand(db_sessie).status is BerichtStatus.MISLUKT
    bus.weiger_met = ""
    assert verstuur(bus) == 0
    with time_machine.travel(nu() + EERSTE_WACHT + timedelta(seconds=1)):
        assert verstuur(bus) == 1
    assert stand(db_sessie).status is BerichtStatus.VERSTUURD
    assert stand(db_sessie).pogingen == 2


def test_post__geen_verbinding__later_opnieuw(db_sessie: Session) -> None:
    leg(db_sessie)
    verstuur_post(Mailserver.uit_url("smtp://127.0.0.1:1"), VAN)
    assert stand(db_sessie).status is BerichtStatus.MISLUKT
    assert "ConnectionRefusedError" in stand(db_sessie).fout


def test_post__adres_geweigerd__opgegeven(db_sessie: Session, bus: Postbus) -> None:
    leg(db_sessie)
    bus.weiger_met = "550 iemand@voorbeeld.nl bestaat niet"
    verstuur(bus)
    assert stand(db_sessie).status is BerichtStatus.OPGEGEVEN
    assert "iemand@" not in stand(db_sessie).fout


def test_post__onmogelijk_adres__opgegeven_en_de_rest_gaat_door(db_sessie: Session, bus: Postbus) -> None:
    leg_klaar(db_sessie, Berichtsoort.WERK, "iemand@voorbeeld.nl\r\nBcc: ander@elders.nl", "x", "y")
    db_sessie.commit()
    leg(db_sessie)
    assert verstuur(bus) == 2
    assert len(bus.ontvangen) == 1


def test_post__lijn_breekt_tijdens_aannemen__nooit_vanzelf_opnieuw(db_sessie: Session, bus: Postbus) -> None:
    leg(db_sessie)
    bus.breek_af = True
    verstuur(bus)
    assert stand(db_sessie).status is BerichtStatus.ONZEKER
    with time_machine.travel(nu() + timedelta(days=2)):
        assert verstuur(bus) == 0
    assert len(bus.ontvangen) == 1


def test_post__lus_viel_halverwege_uit__opzij_gezet(db_sessie: Session, bus: Postbus) -> None:
    leg(db_sessie)
    bericht = db_sessie.scalars(select(Bericht)).one()
    bericht.status, bericht.bezig_sinds = BerichtStatus.BEZIG, nu() - VASTGELOPEN - timedelta(minutes=1)
    db_sessie.commit()
    verstuur(bus)
    assert stand(db_sessie).status is BerichtStatus.ONZEKER
    assert not bus.ontvangen


def test_post__zonder_mailserver__blijft_in_het_postvak(db_sessie: Session) -> None:
    leg(db_sessie)
    assert verstuur_post(None, VAN) == 1
    assert stand(db_sessie).status is BerichtStatus.LOKAAL
    assert verstuur_post(None, VAN) == 0


def test_wachten__steeds_langer_tot_zes_uur() -> None:
    wachttijden = [wacht_na(n) for n in range(1, 12)]
    assert wachttijden == sorted(wachttijden)
    assert (wachttijden[0], wachttijden[-1]) == (EERSTE_WACHT, LANGSTE_WACHT)


@pytest.mark.parametrize(
    ("url", "verwacht"),
    [
        ("smtp://mail.voorbeeld.nl", Mailserver("smtp", "mail.voorbeeld.nl", 25)),
        ("smtps://mail.voorbeeld.nl", Mailserver("smtps", "mail.voorbeeld.nl", 465)),
        (
            "smtp+starttls://a%40b:p%2Fw@mail.nl:2525",
            Mailserver("smtp+starttls", "mail.nl", 2525, "a@b", "p/w"),
        ),
    ],
)
def test_mailserver__adres__gelezen(url: str, verwacht: Mailserver) -> None:
    assert Mailserver.uit_url(url) == verwacht


@pytest.mark.parametrize("url", ["http://x", "smtp://", "mail.voorbeeld.nl", "smtp://x:poort"])
def test_mailserver__fout_adres__een_zin(url: str) -> None:
    with pytest.raises(FouteInstelling, match="OVERLEG_MAIL_URL must look like"):
        Mailserver.uit_url(url)
