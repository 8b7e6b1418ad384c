"""The list of what is due, the terms as data, and the list of what was destroyed outside the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from models import (
    Aanschuiver,
    Agendapunt,
    Bericht,
    Bewaarplicht,
    Bewaartermijn,
    Casus,
    Deelname,
    Gebruiker,
    Persoonsverzoek,
    Sleutel,
    Triageronde,
    Vernietiging,
    Verslag,
)
from models.versleuteling import kast_van
from models.waarden import CasusStatus, RondeSoort
from models.waarden_bewaren import BewaarSoort
from overleg.basis.achtergrond import TAKEN, voer_uit
from overleg.basis.database import db
from overleg.basis.klok import nu, vandaag
from overleg.bewaren.handelingen.bewaarplicht import Opschorting, schort_op
from overleg.bewaren.handelingen.vernietigen import stel_vernietiging_voor
from overleg.bewaren.herhalen import herhaal
from overleg.bewaren.lijst import OnleesbareLijst, Vernietigd, lees, mist, vul_aan
from overleg.bewaren.wacht import Wacht
from overleg.bewaren.wissen import NogInGebruik, iets_te_wissen, wis
from overleg.instroom.handelingen.gang import vergrendel
from overleg.toegang.vrager import vrager_van
from overleg.verslag.bewaren import ontdooi
from tests.bewaren.test_vernietigen import vernietig
from tests.bewaren.wereld import Wereld, vindplaatsen
from tests.steun.database import ALLEEN_POSTGRESQL, ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
WAT = "Casussen die aan vernietiging toe zijn"


def test_vandaag__voorzitter_en_beheerder_zien_een_aantal(wereld: Wereld, als: Als) -> None:
    for wie in (wereld.voorzitter, wereld.beheerder):
        assert WAT in als(wie).get("/").text
        lijst = als(wie).get("/bewaren").text
        assert wereld.casus.kenmerk in lijst  # type: ignore[operator]
        assert "KANARIE" not in lijst
    assert WAT not in als(wereld.deelnemer).get("/").text
    assert als(wereld.deelnemer).get("/bewaren").status_code == 403


def test_termijn__is_data(wereld: Wereld, als: Als) -> None:
    termijn = wereld.sessie.scalars(
        select(Bewaartermijn).where(Bewaartermijn.soort == BewaarSoort.CASUS)
    ).one()
    beheer = als(wereld.beheerder)
    weg = f"/beheer/tafels/{wereld.tafel.id}/bewaartermijnen"
    assert "NEN 7513" in beheer.get(weg).text
    gezien = (
        beheer.get(f"{weg}/{termijn.id}").text.split('name="gezien"')[1].split('value="')[1].split('"')[0]
    )
    gegevens = {
        "soort": "casus",
        "maanden": "36",
        "begin": "vertrek",
        "bron": "Besluit regio",
        "gezien": gezien,
    }
    assert beheer.post(f"{weg}/{termijn.id}", data=gegevens | {"begin": "regel"}).status_code == 422
    antwoord = beheer.post(f"{weg}/{termijn.id}", data=gegevens)
    assert antwoord.status_code == 303, antwoord.text
    assert beheer.post(f"{weg}/nieuw", data=gegevens | {"gezien": ""}).status_code == 422
    assert WAT not in als(wereld.voorzitter).get("/").text
    te_vroeg = als(wereld.voorzitter).post(f"/casussen/{wereld.casus.id}/vernietigen")
    assert te_vroeg.status_code == 422
    assert "De bewaartermijn loopt nog tot" in te_vroeg.text


@pytest.mark.parametrize(
    "status", [CasusStatus.AFGEWEZEN, CasusStatus.DOORVERWEZEN, CasusStatus.TERUGGESTUURD]
)
def test_niet_toegelaten__telt_vanaf_het_besluit(
    wereld: Wereld, als: Als, fabriek: Fabriek, status: CasusStatus
) -> None:
    lang = nu() - timedelta(days=900)
    casus = fabriek.casus(wereld.tafel, wereld.deelnemer, status, ingediend_op=lang)
    for dagen, soort in ((900, RondeSoort.INGEDIEND), (400, RondeSoort[status.name])):
        ronde = Triageronde(casus_id=casus.id, nummer=1000 - dagen, soort=soort, door_id=wereld.voorzitter.id)
        ronde.op = nu() - timedelta(days=dagen)
        fabriek.sessie.add(ronde)
    fabriek.klaar()
    assert casus.kenmerk in als(wereld.voorzitter).get("/bewaren").text  # type: ignore[operator]
    fabriek.sessie.execute(
        update(Triageronde).where(Triageronde.casus_id == casus.id).values(op=nu() - timedelta(days=300))
    )
    fabriek.klaar()
    assert casus.kenmerk not in als(wereld.voorzitter).get("/bewaren").text  # type: ignore[operator]


def test_verzoek_van_een_betrokkene__leidt_hierheen(wereld: Wereld, als: Als) -> None:
    sessie = wereld.sessie
    sessie.execute(update(Bewaartermijn).values(maanden=1200))
    verzoek = sessie.scalars(select(Persoonsverzoek).where(Persoonsverzoek.casus_id == wereld.casus.id)).one()
    sessie.execute(
        update(Persoonsverzoek)
        .where(Persoonsverzoek.id == verzoek.id)
        .values(soort="vernietiging", status="besloten", afgerond_op=None)
    )
    sessie.commit()
    voorzitter = als(wereld.voorzitter)
    assert "Naar het voorstel om te vernietigen" in voorzitter.get(f"/persoonsverzoeken/{verzoek.id}").text
    assert "Een betrokkene vroeg om vernietiging" in voorzitter.get("/bewaren").text
    vernietig(wereld, als)
    rij = sessie.scalars(select(Vernietiging)).one()
    assert "Een betrokkene vroeg" in rij.toelichting
    assert rij.verzoeken[0].startswith("Vernietiging: ontvangen ")
    soorten = als(wereld.voorzitter).get("/logboek").text
    assert "rondde een verzoek van een betrokkene af (vernietiging)" in soorten


def test_verzoek_deels_toegewezen__is_geen_grond(wereld: Wereld, als: Als) -> None:
    wereld.sessie.execute(update(Bewaartermijn).values(maanden=1200))
    anders = {"soort": "vernietiging", "status": "besloten", "afgerond_op": None}
    for rij in wereld.sessie.scalars(select(Persoonsverzoek)):
        rij.besluit_reden = "de rest is nog nodig"
    wereld.sessie.flush()
    wereld.sessie.execute(update(Persoonsverzoek).values(**anders, besluit="deels"))
    wereld.sessie.commit()
    voorzitter = als(wereld.voorzitter)
    assert wereld.casus.kenmerk not in voorzitter.get("/bewaren").text  # type: ignore[operator]
    verzoek = wereld.sessie.scalars(select(Persoonsverzoek.id)).first()
    assert "Haal zelf weg wat weg moet" in voorzitter.get(f"/persoonsverzoeken/{verzoek}").text
    assert "Rond dat eerst af" in voorzitter.get(f"/casussen/{wereld.casus.id}/vernietigen").text


def test_opschorting__op_de_dag_zelf_bij_vandaag(wereld: Wereld, als: Als) -> None:
    wat = "Opschortingen van vernietiging die u opnieuw bekijkt"
    wereld.sessie.add_all(
        Bewaarplicht(
            casus_id=casus.id,
            reden="klacht",
            opnieuw_op=vandaag() + timedelta(days=dagen),
            vastgelegd_door_id=wereld.voorzitter.id,
        )
        for casus, dagen in ((wereld.casus, 0), (wereld.ander, 1))
    )
    wereld.sessie.commit()
    for wie in (wereld.voorzitter, wereld.functionaris):
        pagina = als(wie).get("/").text
        assert wat in pagina
        assert WAT not in pagina
        assert "Nu bekijken" in als(wie).get("/bewaren").text
    assert wat not in als(wereld.beheerder).get("/").text
    assert wat not in als(wereld.deelnemer).get("/").text


def test_gast_bij_twee_casussen__blijft_bij_de_andere(wereld: Wereld, als: Als) -> None:
    sessie = wereld.sessie
    gast = sessie.scalars(select(Deelname).where(Deelname.punt_id == wereld.punt_id)).one()
    ander = sessie.scalars(select(Agendapunt).where(Agendapunt.casus_id == wereld.ander.id)).one()
    sessie.add(Aanschuiver(punt_id=ander.id, organisatie_id=gast.organisatie_id, naam=gast.naam))
    sessie.commit()
    vernietig(wereld, als)
    assert sessie.get_one(Deelname, gast.id).punt_id == ander.id


def test_lijst__bij_veel__de_oudste_eerst(wereld: Wereld, als: Als, monkeypatch: pytest.MonkeyPatch) -> None:
    wereld.sessie.execute(
        update(Casus)
        .where(Casus.id == wereld.ander.id)
        .values(gesloten_op=nu() - timedelta(days=2000), ingediend_op=nu() - timedelta(days=2001))
    )
    wereld.sessie.commit()
    monkeypatch.setattr("overleg.bewaren.opvragen.lijst.MEESTE", 1)
    monkeypatch.setattr("overleg.bewaren.routes.lijst.MEESTE", 1)
    pagina = als(wereld.voorzitter).get("/bewaren").text
    assert wereld.ander.kenmerk in pagina  # type: ignore[operator]
    assert wereld.casus.kenmerk not in pagina  # type: ignore[operator]
    assert "Er zijn er meer" in pagina


def test_dagelijks__telt_en_mailt_zonder_kenmerk(
    wereld: Wereld, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("overleg.bewaren.opdrachten.MAANDAG", vandaag().weekday())
    werk = TAKEN["bewaren_lijst"]
    assert werk.dagelijks
    assert werk.doe(wereld.sessie) == 2
    wereld.sessie.commit()
    mails = wereld.sessie.scalars(select(Bericht).where(Bericht.onderwerp.contains("vernietiging"))).all()
    assert {mail.aan for mail in mails} == {wereld.voorzitter.email, wereld.andere_voorzitter.email}
    assert all("LW-" not in mail.tekst for mail in mails)
    uitvoer = app.test_cli_runner().invoke(args=["bewaren", "lijst"]).output
    assert f"{wereld.casus.kenmerk}\t" in uitvoer


def test_wissen__gebeurt_vanzelf(wereld: Wereld, als: Als, app: Flask) -> None:
    vernietig(wereld, als)
    wereld.sessie.rollback()
    with app.app_context():
        from overleg.basis.achtergrond import _is_nodig  # noqa: PLC0415 the loop's own look

        werk = TAKEN["vernietigd_wissen"]
        assert _is_nodig(werk)
        assert voer_uit(werk) == 1
        assert not werk.nodig(wereld.sessie)  # type: ignore[misc]
    assert (
        "zijn overschreven"
        in als(wereld.voorzitter)
        .get(f"/vernietigingen/{wereld.sessie.scalars(select(Vernietiging.id)).one()}")
        .text
    )


def test_lijst_buiten__vult_aan_wat_mist_en_verdraagt_een_halve_regel(
    wereld: Wereld, als: Als, app: Flask
) -> None:
    vernietig(wereld, als)
    bestand: Path = app.extensions["overleg"].lijst_van_vernietigd
    (regel,) = lees(bestand)
    assert bestand.stat().st_mode & 0o077 == 0
    bestand.write_text('{"casus_id": "half', encoding="utf-8")
    assert lees(bestand) == []
    assert mist(wereld.sessie, bestand) == [regel]
    assert TAKEN["vernietigd_lijst"].doe(wereld.sessie) == 1
    assert lees(bestand) == [regel]
    assert vul_aan(bestand, [regel]) == 0
    bestand.write_text("geen json\n", encoding="utf-8")
    with pytest.raises(OnleesbareLijst, match="line 1"):
        lees(bestand)


@pytest.mark.parametrize("met_sleutel", [True, False])
def test_oudere_kopie__eerst_opnieuw_vernietigen_dan_pas_open(
    wereld: Wereld, als: Als, app: Flask, *, met_sleutel: bool
) -> None:
    """Also when the key of its texts is gone already, as it is after `flask herstel`."""
    config, sessie = app.extensions["overleg"], wereld.sessie
    casus_id, was = wereld.casus.id, ontdooi(wereld.verslag.inhoud, wereld.verslag.controlegetal)
    if not met_sleutel:
        sessie.execute(delete(Sleutel).where(Sleutel.voor_id == casus_id))
        kast_van(sessie.get_bind().dialect).vergeet(casus_id.hex)
        sessie.commit()
        sessie.expire_all()
    nooit = Vernietigd(
        "00000000-0000-4000-8000-000000000001", "", "XX-2020-0001", "termijn", "x", "a", "b", nu().isoformat()
    )
    nog = Vernietigd(
        str(casus_id), str(wereld.tafel.id), "LW-2024-0001", "termijn", "x", "a", "b", nu().isoformat()
    )
    app.extensions["wacht"] = Wacht()
    vul_aan(config.lijst_van_vernietigd, [nooit, nog])
    for wie in (wereld.voorzitter, wereld.beheerder):
        assert als(wie).get("/").status_code == 503
    assert app.test_client().get("/inloggen").status_code == 503
    assert herhaal(sessie, config) == 1
    sessie.commit()
    assert vindplaatsen(sessie, "KANARIE") == vindplaatsen(sessie, f"1:{casus_id.hex}") == {}
    assert sessie.get_one(Casus, casus_id).status is CasusStatus.VERNIETIGD
    rij = sessie.scalars(select(Verslag)).one()
    nu_ = {c.id: c for c in ontdooi(rij.inhoud, rij.controlegetal).casussen}
    assert nu_[wereld.ander.id] == next(c for c in was.casussen if c.id == wereld.ander.id)
    assert nu_[casus_id].vernietigd
    assert nu_[casus_id].kenmerk == "LW-2024-0001"
    assert als(wereld.voorzitter).get("/").status_code == 200
    assert herhaal(sessie, config) == 0
    config.lijst_van_vernietigd.unlink()


@ALLEEN_SQLITE  # PostgreSQL has no WAL file of its own to empty
def test_wissen__iemand_leest_nog__later_opnieuw(wereld: Wereld, als: Als, app: Flask) -> None:
    vernietig(wereld, als)
    naam = str(wereld.sessie.get_bind().engine.url.database)
    wereld.sessie.rollback()
    with closing(sqlite3.connect(naam, isolation_level=None)) as lezer:
        lezer.execute("BEGIN")
        lezer.execute("SELECT count(*) FROM casus").fetchone()
        with app.app_context(), pytest.raises((NogInGebruik, OperationalError)):
            wis()
        assert iets_te_wissen(wereld.sessie)
        wereld.sessie.rollback()
        lezer.execute("ROLLBACK")
    with app.app_context():
        assert wis() == 1


@ALLEEN_POSTGRESQL  # SQLite has one writer at a time
def test_opschorten_en_vernietigen__wachten_op_elkaar(wereld: Wereld, app: Flask) -> None:
    voorzitter = vrager_van(wereld.sessie, wereld.voorzitter, vandaag())
    kenmerk = wereld.casus.kenmerk or ""
    with app.app_context(), Session(db.engine) as eerste, Session(db.engine) as tweede:
        vergrendel(eerste, eerste.get_one(Casus, wereld.casus.id))
        tweede.execute(text("SET LOCAL lock_timeout = '200ms'"))
        with pytest.raises(OperationalError, match="lock timeout"):
            schort_op(tweede, voorzitter, Opschorting(kenmerk, "x", vandaag() + timedelta(days=9)))
        tweede.rollback()
        tweede.execute(text("SET LOCAL lock_timeout = '200ms'"))
        with pytest.raises(OperationalError, match="lock timeout"):
            stel_vernietiging_voor(tweede, voorzitter, tweede.get_one(Casus, wereld.casus.id))
