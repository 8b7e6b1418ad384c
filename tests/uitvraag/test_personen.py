"""A question names the persons that were chosen, everywhere a partner reads it, and nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Bericht, Directbetrokkene, Gebeurtenis, Informatieverzoek, Verzoekpersoon
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort
from overleg.basis.config import WORTEL
from overleg.basis.database import db
from overleg.uitvraag.regels import mag_gaan_over
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import Als, velden, verzoek_aan, vraag

Org = OrganisatieSoort
MARIJKE, FENNA, ALIAS = "Marijke Stoelwinder", "Fenna Aartshof", "Rika van Dam"
NIEMAND = "zet bij minstens één persoon een vinkje"


def test_regel__over_minstens_een() -> None:
    assert mag_gaan_over([uuid.uuid4()], "daar")
    (reden,) = mag_gaan_over([], "daar").redenen
    assert NIEMAND in reden.zin
    assert reden.waar == "daar"


def _van(sessie: Session, naam: str) -> Directbetrokkene:
    return next(m for m in sessie.scalars(select(Directbetrokkene)) if m.naam == naam)


def _invoer(wereld: Wereld, client: FlaskClient, soort: OrganisatieSoort) -> dict[str, str]:
    pagina = client.get(f"/casussen/{wereld.casus.id}/uitvraag")
    invoer = {n: w for n, w in velden(pagina, "/uitvraag").items() if not n.startswith("vraag_")}
    sleutel = wereld.org[soort].id.hex
    return invoer | {f"vraag_{sleutel}": "y", f"reden_{sleutel}": "Nodig."}


def _stuur(wereld: Wereld, client: FlaskClient, invoer: Mapping[str, str]) -> TestResponse:
    return client.post(f"/casussen/{wereld.casus.id}/uitvraag", data=invoer)


def _vraag_zonder(
    wereld: Wereld, als: Als, sessie: Session, naam: str, soort: OrganisatieSoort = Org.POLITIE
) -> Informatieverzoek:
    client = als(wereld.wie["voorzitter"])
    invoer = _invoer(wereld, client, soort)
    del invoer[f"persoon_{_van(sessie, naam).id.hex}"]
    assert _stuur(wereld, client, invoer).status_code == 303
    return verzoek_aan(sessie, wereld, soort)


@pytest.fixture
def met_alias(wereld: Wereld, db_sessie: Session) -> Wereld:
    """Give the first person another name."""
    _van(db_sessie, MARIJKE).andere_namen = ALIAS
    db_sessie.commit()
    return wereld


def _vak(tekst: str, sleutel: str) -> str:
    vak = BeautifulSoup(tekst, "html.parser").find(id=sleutel)
    assert vak is not None
    return " ".join(vak.get_text(" ").split())


def test_pagina__ieder_een_vinkje__de_een_zonder_de_ander_in_twee_rondes(wereld: Wereld, als: Als) -> None:
    tekst = als(wereld.wie["voorzitter"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    vak = BeautifulSoup(tekst, "html.parser").find(id="te-zien")
    assert vak is not None
    assert [v.has_attr("checked") for v in vak.find_all("input", type="checkbox")] == [True, True]
    assert "twee rondes" in vak.text


def test_weggelaten__nergens_bij_de_partner(met_alias: Wereld, als: Als, db_sessie: Session) -> None:
    """The other name stays ticked: it belongs to its person, and stays home with that one."""
    verzoek, politie = (
        _vraag_zonder(met_alias, als, db_sessie, MARIJKE),
        als(met_alias.wie["politie"]),
    )
    assert verzoek.andere_namen == ""
    pagina = _vak(politie.get(f"/uitvragen/{verzoek.id}").text, "gevraagd")
    with ZipFile(BytesIO(politie.get(f"/uitvragen/{verzoek.id}/formulier.docx").data)) as pak:
        word = pak.read("word/document.xml").decode()
    lijst = politie.get("/uitvragen").text
    for plek in (pagina, word):
        assert FENNA in plek
    berichten = " ".join(b.onderwerp + b.tekst for b in db_sessie.scalars(select(Bericht)))
    for plek in (pagina, word, lijst, berichten):
        assert MARIJKE not in plek
        assert ALIAS not in plek


def test_weggelaten__ook_op_de_pagina_van_wie_voor_een_ander_vastlegt(
    met_alias: Wereld, als: Als, db_sessie: Session
) -> None:
    verzoek = _vraag_zonder(met_alias, als, db_sessie, MARIJKE, Org.RECLASSERING)
    met_alias.wie["reclassering"].active = False
    db_sessie.commit()
    pagina = als(met_alias.wie["voorzitter"]).get(f"/uitvragen/{verzoek.id}/namens")
    assert pagina.status_code == 200
    assert FENNA in _vak(pagina.text, "gevraagd")
    assert MARIJKE not in pagina.text
    assert ALIAS not in pagina.text


def test_niemand__geweigerd_en_wat_getypt_is_blijft(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    client = als(wereld.wie["voorzitter"])
    invoer = {n: w for n, w in _invoer(wereld, client, Org.POLITIE).items() if not n.startswith("persoon_")}
    antwoord = _stuur(wereld, client, invoer | {"vraag": "Een eigen vraag"})
    assert antwoord.status_code == 422
    assert NIEMAND in antwoord.text
    assert NIEMAND in _vak(antwoord.text, "te-zien")
    assert "Een eigen vraag" in antwoord.text
    vak = BeautifulSoup(antwoord.text, "html.parser").find(id="te-zien")
    assert vak is not None
    assert not [v for v in vak.find_all("input", type="checkbox") if v.has_attr("checked")]
    assert db_sessie.scalars(select(Informatieverzoek)).all() == []


def test_persoon_van_een_andere_casus__telt_niet(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    ander = fabriek.betrokkene(
        fabriek.casus(wereld.tafel, wereld.wie["politie"], CasusStatus.TOEGELATEN),
        BetrokkeneRol.KIND,
        "Elders",
    )
    fabriek.klaar()
    client = als(wereld.wie["voorzitter"])
    invoer = {n: w for n, w in _invoer(wereld, client, Org.POLITIE).items() if not n.startswith("persoon_")}
    assert _stuur(wereld, client, invoer | {f"persoon_{ander.id.hex}": "y"}).status_code == 422
    assert db_sessie.scalars(select(Verzoekpersoon)).all() == []


def test_later_toegevoegd__gaat_niet_mee__alleen_wie_vraagt_leest_dat(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    vraag(als, wereld, Org.POLITIE)
    fabriek.betrokkene(wereld.casus, BetrokkeneRol.KIND, "Siebe Later")
    fabriek.klaar()
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    politie = als(wereld.wie["politie"])
    assert "Siebe Later" not in politie.get(f"/uitvragen/{verzoek.id}").text
    adres, zin = f"/casussen/{wereld.casus.id}/uitvraag", "Siebe Later is later toegevoegd en staat niet in"
    overzicht = _vak(als(wereld.wie["voorzitter"]).get(adres).text, "overzicht")
    assert zin in overzicht
    assert f"Alleen over: {MARIJKE} , {FENNA}" in overzicht
    assert zin not in _vak(politie.get(adres).text, "overzicht")


def test_opnieuw_gevraagd__de_nieuwe_keuze_geldt(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    verzoek = _vraag_zonder(wereld, als, db_sessie, MARIJKE)
    client = als(wereld.wie["voorzitter"])
    assert _stuur(wereld, client, _invoer(wereld, client, Org.POLITIE)).status_code == 422
    client.post(f"/uitvragen/{verzoek.id}/intrekken")
    opnieuw = _vraag_zonder(wereld, als, db_sessie, FENNA)
    assert opnieuw.id == verzoek.id
    assert [p.betrokkene_id for p in opnieuw.personen] == [_van(db_sessie, MARIJKE).id]
    pagina = _vak(als(wereld.wie["politie"]).get(f"/uitvragen/{verzoek.id}").text, "gevraagd")
    assert MARIJKE in pagina
    assert FENNA not in pagina


def test_logboek__alleen_over_wie_erin_staat(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    verzoek = _vraag_zonder(wereld, als, db_sessie, FENNA)
    als(wereld.wie["politie"]).get(f"/uitvragen/{verzoek.id}")
    db_sessie.expire_all()
    for soort in ("informatie_gevraagd", "verzoek_bekeken"):
        regel = db_sessie.scalars(select(Gebeurtenis).filter_by(soort=soort)).one()
        assert regel.betrokkenen == [str(_van(db_sessie, MARIJKE).id)]
        assert MARIJKE not in str(regel.gegevens)
    regel = db_sessie.scalars(select(Gebeurtenis).filter_by(soort="informatie_gevraagd")).one()
    assert str(regel.gegevens["gegevens"]).endswith("rollen, 1 van de 2 personen")


def test_register_van_een_persoon__geen_verstrekking_die_er_niet_was(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    _vraag_zonder(wereld, als, db_sessie, FENNA)
    voorzitter = als(wereld.wie["voorzitter"])
    for naam, genoemd in ((MARIJKE, True), (FENNA, False)):
        pagina = voorzitter.get(f"/logboek/verstrekkingen?betrokkene={_van(db_sessie, naam).id}")
        assert pagina.status_code == 200
        assert ("Vraag wat bekend is" in pagina.text) is genoemd


def test_overzicht__op_welke_grond(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE)
    overzicht = als(wereld.wie["voorzitter"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    assert verzoek.grondslag is not None
    assert f"Grondslag: {verzoek.grondslag.grond}" in _vak(overzicht, "overzicht")
    assert "alleen bij acuut gevaar" not in _vak(overzicht, "overzicht")
    assert "Alleen over" not in _vak(overzicht, "overzicht")
    verzoek.grondslag.alleen_acuut = True
    db_sessie.commit()
    overzicht = als(wereld.wie["voorzitter"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert "(alleen bij acuut gevaar)" in _vak(overzicht, "overzicht")


def test_database__een_persoon_van_een_andere_casus_kan_er_niet_in(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    casus = fabriek.casus(wereld.tafel, wereld.wie["politie"], CasusStatus.TOEGELATEN)
    ander = fabriek.betrokkene(casus, BetrokkeneRol.KIND, "Elders")
    fabriek.klaar()
    for casus_id in (casus.id, wereld.casus.id):
        rij = Verzoekpersoon(verzoek_id=verzoek.id, betrokkene_id=ander.id, casus_id=casus_id)
        with db_sessie.begin_nested() as proef:
            db_sessie.add(rij)
            with pytest.raises(IntegrityError):
                db_sessie.flush()
            proef.rollback()


def test_persoon_weg_van_de_casus__ook_weg_uit_de_vraag(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE)
    db_sessie.expire_all()
    wereld.casus.betrokkenen.remove(_van(db_sessie, FENNA))
    db_sessie.commit()
    (rij,) = db_sessie.scalars(select(Verzoekpersoon))
    assert rij.betrokkene_id == _van(db_sessie, MARIJKE).id


def test_migratie_0038__wat_gevraagd_was_noemt_iedereen(
    wereld: Wereld, als: Als, app: Flask, db_sessie: Session
) -> None:
    _vraag_zonder(wereld, als, db_sessie, FENNA)
    db_sessie.rollback()
    with app.app_context():
        downgrade(directory=str(WORTEL / "migrations"), revision="0037")
        upgrade(directory=str(WORTEL / "migrations"))
        assert len(db.session.scalars(select(Verzoekpersoon)).all()) == 2
        db.session.rollback()
