"""An aanmelding that was never handed in: thrown away by its writer or its term, never while it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models import Bericht, Bewaarplicht, Casus, Gebeurtenis, Gebruiker, Sleutel, Vernietiging
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, Rol
from models.waarden_bewaren import BewaarBegin, VernietigGrond
from overleg.basis.klok import nu, vandaag
from overleg.bewaren.handelingen.concepten import kondig_aan, ruim_op
from overleg.bewaren.herhalen import herhaal
from overleg.bewaren.lijst import lees
from overleg.bewaren.regels.concepten import (
    Conceptfeiten,
    is_voorbij,
    mag_weggegooid,
    moet_aangekondigd,
    verdwijnt_op,
)
from overleg.bewaren.regels.vernietigen import Termijn
from overleg.logboek.controleren import controleer
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.zegelen import verzegel
from tests.bewaren.wereld import vindplaatsen
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
FEITEN = Conceptfeiten(
    status=CasusStatus.CONCEPT,
    acuut=False,
    gewijzigd=date(2026, 1, 31),
    termijn=Termijn(3, BewaarBegin.WIJZIGING, "AVG"),
    aangekondigd=date(2026, 4, 16),
    opgeschort=False,
)


@pytest.mark.parametrize(
    ("anders", "mag"),
    [
        ({}, True),
        ({"acuut": True}, False),
        ({"opgeschort": True}, False),
        *[({"status": status}, False) for status in CasusStatus if status is not CasusStatus.CONCEPT],
    ],
)
def test_mag_weggegooid(anders: dict[str, Any], mag: bool) -> None:
    feiten = replace(FEITEN, **anders)
    assert bool(mag_weggegooid(feiten)) is mag
    assert (verdwijnt_op(feiten, date(2026, 2, 1)) is not None) is mag


@pytest.mark.parametrize(
    ("dag", "aangekondigd", "verdwijnt", "kondig_aan", "weg"),
    [
        (date(2026, 4, 15), None, date(2026, 4, 30), False, False),
        (date(2026, 4, 16), None, date(2026, 4, 30), True, False),
        (date(2026, 4, 29), date(2026, 4, 16), date(2026, 4, 30), False, False),
        (date(2026, 4, 30), date(2026, 4, 16), date(2026, 4, 30), False, True),
        (date(2026, 4, 30), date(2026, 4, 20), date(2026, 5, 4), False, False),
        (date(2026, 5, 4), date(2026, 4, 20), date(2026, 5, 4), False, True),
        (date(2026, 9, 1), None, date(2026, 9, 15), True, False),
    ],
)
def test_verdwijnt__na_de_termijn_en_nooit_onaangekondigd(
    dag: date, aangekondigd: date | None, verdwijnt: date, kondig_aan: bool, weg: bool
) -> None:
    feiten = replace(FEITEN, aangekondigd=aangekondigd)
    assert verdwijnt_op(feiten, dag) == verdwijnt
    assert (moet_aangekondigd(feiten, dag), is_voorbij(feiten, dag)) == (kondig_aan, weg)
    assert not is_voorbij(replace(feiten, termijn=None), dag)


@pytest.fixture
def concept(fabriek: Fabriek) -> Casus:
    """Return a concept of the politie, with a canary in what it says."""
    tafel = fabriek.tafel()
    agent = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    casus = fabriek.casus(tafel, agent, CasusStatus.CONCEPT, concrete_vraag="KANARIE vraag")
    fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "KANARIE Jansen")
    fabriek.klaar()
    return casus


def _oud(sessie: Session, casus: Casus, dagen: int, aangekondigd: int | None = None) -> None:
    """Let a concept be changed so many days ago, and be announced as many."""
    toen = None if aangekondigd is None else nu() - timedelta(days=aangekondigd)
    waarden = {"gewijzigd_op": nu() - timedelta(days=dagen), "verdwijnen_aangekondigd_op": toen}
    sessie.execute(update(Casus).where(Casus.id == casus.id).values(waarden))
    sessie.commit()
    sessie.expire_all()


def test_weggooien__alles_weg_en_de_verklaring_blijft(
    app: Flask, concept: Casus, als: Als, db_sessie: Session
) -> None:
    sleutel, inbrenger = concept.id, concept.inbrenger
    client, pad = als(inbrenger), f"/casussen/{sleutel}/weggooien"
    assert pad in client.get(f"/casussen/{sleutel}").text
    blad = client.get(pad)
    assert (blad.status_code, "verdwijnt het concept vanzelf op" in blad.text) == (200, True)
    assert client.post(pad).status_code == 303
    db_sessie.expire_all()
    assert db_sessie.get(Casus, sleutel) is None
    assert db_sessie.get(Sleutel, sleutel) is None
    assert vindplaatsen(db_sessie, "KANARIE") == {}
    rij = db_sessie.scalars(select(Vernietiging)).one()
    assert (rij.grond, rij.kenmerk, rij.casus_id) == (VernietigGrond.INGETROKKEN, "", sleutel)
    assert [regel.casus_id for regel in lees(app.extensions["overleg"].lijst_van_vernietigd)] == [
        str(sleutel)
    ]
    assert client.get(f"/casussen/{sleutel}").status_code == 404
    while verzegel(db_sessie, logboeksleutel(app)):
        pass
    assert not controleer(db_sessie, logboeksleutel(app)).breuk
    soorten = db_sessie.scalars(select(Gebeurtenis.soort).where(Gebeurtenis.casus_id == sleutel)).all()
    assert "casus_vernietigd" in soorten


def test_weggooien__niet_van_een_ander_niet_acuut_niet_ingediend(
    concept: Casus, als: Als, fabriek: Fabriek
) -> None:
    pad = f"/casussen/{concept.id}/weggooien"
    collega = fabriek.lid(concept.tafel, concept.inbrenger_organisatie, Rol.DEELNEMER)
    voorzitter = fabriek.lid(concept.tafel, collega.organisatie, Rol.VOORZITTER)
    fabriek.klaar()
    for ander in (collega, voorzitter):
        assert als(ander).post(pad).status_code in {403, 404}
    eigen = als(concept.inbrenger)
    concept.acuut = True
    fabriek.klaar()
    geweigerd = eigen.post(pad)
    assert (geweigerd.status_code, "acuut gevaar gemeld" in geweigerd.text) == (422, True)
    concept.acuut, concept.status = False, CasusStatus.TERUGGESTUURD
    concept.kenmerk, concept.ingediend_op = "LW-2026-0099", nu()
    fabriek.klaar()
    assert eigen.post(pad).status_code == 422
    assert fabriek.sessie.get(Casus, concept.id) is not None


@pytest.mark.parametrize(
    ("geleden", "weg"), [((80, 20), 0), ((100, 20), 1), ((100, 13), 0), ((100, None), 0), ((100, 120), 0)]
)
def test_achtergrond__termijn_voorbij__verdwijnt_met_verklaring(
    concept: Casus, db_sessie: Session, app: Flask, geleden: tuple[int, int | None], weg: int
) -> None:
    sleutel = concept.id
    _oud(db_sessie, concept, *geleden)
    with app.test_request_context():
        assert ruim_op(db_sessie) == weg
        db_sessie.commit()
    assert (db_sessie.get(Casus, sleutel) is None) is bool(weg)
    gronden = db_sessie.scalars(select(Vernietiging.grond)).all()
    assert gronden == [VernietigGrond.TERMIJN] * weg


def test_achtergrond__acuut_opgeschort_of_ingediend__blijft(
    concept: Casus, db_sessie: Session, app: Flask, fabriek: Fabriek
) -> None:
    acuut = fabriek.casus(concept.tafel, concept.inbrenger, CasusStatus.CONCEPT, acuut=True)
    ingediend = fabriek.casus(concept.tafel, concept.inbrenger, CasusStatus.AANGEMELD)
    db_sessie.add(
        Bewaarplicht(
            casus_id=concept.id,
            reden="Klacht",
            opnieuw_op=vandaag() + timedelta(days=30),
            vastgelegd_door_id=concept.inbrenger_id,
        )
    )
    fabriek.klaar()
    for casus in (concept, acuut, ingediend):
        _oud(db_sessie, casus, 400, 100)
    with app.test_request_context():
        assert ruim_op(db_sessie) == 0
        assert kondig_aan(db_sessie) == 0


def test_aankondiging__een_keer_naar_de_inbrenger_zonder_gegevens(
    concept: Casus, db_sessie: Session, app: Flask
) -> None:
    _oud(db_sessie, concept, 82)
    versie, gewijzigd = concept.versie, concept.gewijzigd_op
    with app.test_request_context():
        assert [kondig_aan(db_sessie), kondig_aan(db_sessie), ruim_op(db_sessie)] == [1, 0, 0]
    bericht = db_sessie.scalars(select(Bericht).where(Bericht.aan == concept.inbrenger.email)).one()
    assert "KANARIE" not in bericht.onderwerp + bericht.tekst
    assert "verdwijnt op" in bericht.tekst
    db_sessie.refresh(concept)
    assert (concept.versie, concept.gewijzigd_op) == (versie, gewijzigd)


def test_na_terugzetten__concept_dat_weg_was__gaat_weer_weg(
    concept: Casus, als: Als, db_sessie: Session, app: Flask, fabriek: Fabriek
) -> None:
    sleutel, tafel, inbrenger = concept.id, concept.tafel, concept.inbrenger
    assert als(inbrenger).post(f"/casussen/{sleutel}/weggooien").status_code == 303
    db_sessie.execute(delete(Vernietiging))  # as an older backup would have it
    fabriek.casus(tafel, inbrenger, CasusStatus.CONCEPT, id=sleutel, concrete_vraag="KANARIE")
    fabriek.klaar()
    with app.test_request_context():
        assert herhaal(db_sessie, app.extensions["overleg"]) == 1
        db_sessie.commit()
    db_sessie.expire_all()
    assert db_sessie.get(Casus, sleutel) is None
    assert db_sessie.scalars(select(Vernietiging.casus_id)).all() == [sleutel]
