"""Several people in one text: merged where that is safe, both kept where it is not, each save stored once."""

from __future__ import annotations

import re
import threading
import uuid
from collections import Counter

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Overleg, Tekstveld, Tekstversie
from models.waarden import OverlegStatus, Veld
from overleg.basis.database import db
from overleg.basis.fouten import GeenRecht, Geweigerd
from overleg.bespreking.handelingen.teksten import bewaar_tekst
from overleg.bespreking.invoer_stappen import Tekst
from tests.bespreking.conftest import Als, Zitting
from tests.steun.fabriek import Fabriek

HTMX = {"HX-Request": "true"}
BEGIN = "Er is een melding. De agent was er. Het kind sliep."


@pytest.fixture
def veld(zitting: Zitting, als: Als) -> Tekstveld:
    """Return a text with something in it, version 2."""
    zitting.begin(als(zitting.voorzitter))
    veld = zitting.veld(Veld.AFWEGING)
    als(zitting.voorzitter).post(zitting.tekst_url(veld), data={"versie": "1", "waarde": BEGIN})
    zitting.sessie.expire_all()
    return veld


def _bewaar(
    client: FlaskClient, zitting: Zitting, veld: Tekstveld, waarde: str, **meer: str
) -> tuple[int, str]:
    data = {"versie": "2", "waarde": waarde, **meer}
    antwoord = client.post(zitting.tekst_url(veld), data=data, headers=HTMX)
    return antwoord.status_code, antwoord.text


def _versies(zitting: Zitting, veld: Tekstveld) -> list[Tekstversie]:
    zitting.sessie.expire_all()
    vraag = select(Tekstversie).where(Tekstversie.tekstveld_id == veld.id)
    return list(zitting.sessie.scalars(vraag.order_by(Tekstversie.op, Tekstversie.versie)))


def test_andere_zin__wordt_samengevoegd_en_beide_blijven(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    assert _bewaar(voorzitter, zitting, veld, BEGIN.replace("een melding", "DRIE meldingen"))[0] == 200
    mijn = BEGIN.replace("Het kind sliep.", "Het kind was wakker.")
    status, antwoord = _bewaar(agent, zitting, veld, mijn)
    assert status == 200
    assert "samen met wat een ander schreef" in " ".join(antwoord.split())
    assert "wakker" not in antwoord
    zitting.sessie.expire_all()
    assert veld.waarde == "Er is DRIE meldingen. De agent was er. Het kind was wakker."
    assert mijn in {versie.waarde for versie in _versies(zitting, veld) if versie.samengevoegd}
    assert "samengevoegd met de tekst van een ander" in agent.get(f"{zitting.tekst_url(veld)}/versies").text


def test_samengevoegd__wie_doortypt_op_eigen_tekst__wist_de_ander_niet(
    zitting: Zitting, als: Als, veld: Tekstveld
) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    _bewaar(voorzitter, zitting, veld, BEGIN.replace("een melding", "DRIE meldingen"))
    _status, antwoord = _bewaar(agent, zitting, veld, BEGIN.replace("sliep", "huilde"))
    basis = re.search(r'name="basis"\s+value="([^"]+)"', antwoord)
    assert basis
    verder = BEGIN.replace("sliep", "huilde de hele nacht")
    status, _antwoord = _bewaar(agent, zitting, veld, verder, basis=basis[1])
    assert status == 200
    zitting.sessie.expire_all()
    assert veld.waarde == "Er is DRIE meldingen. De agent was er. Het kind huilde de hele nacht."


def test_basis_van_een_ander__wordt_niet_gebruikt(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    agent = als(zitting.agent)
    vreemd = _versies(zitting, veld)[0].id
    for basis in (str(vreemd), str(uuid.uuid4())):
        assert _bewaar(agent, zitting, veld, "Heel iets anders.", basis=basis)[0] == 409
    assert _bewaar(agent, zitting, veld, "Heel iets anders.", basis="onzin")[0] == 422


def test_zelfde_zin__beide_teksten(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    _bewaar(als(zitting.voorzitter), zitting, veld, BEGIN.replace("sliep", "huilde"))
    status, antwoord = _bewaar(als(zitting.agent), zitting, veld, BEGIN.replace("sliep", "was weg"))
    assert status == 409
    assert "huilde" in antwoord
    assert "was weg" in antwoord


def test_zelfde_sleutel__is_een_keer_opgeslagen(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    sleutel = str(uuid.uuid4())
    assert _bewaar(agent, zitting, veld, "Van de agent.", sleutel=sleutel)[0] == 200
    na_agent = {"versie": "3", "waarde": "Van de voorzitter."}
    assert voorzitter.post(zitting.tekst_url(veld), data=na_agent).status_code == 303
    voor = len(_versies(zitting, veld))
    assert _bewaar(agent, zitting, veld, "Van de agent.", sleutel=sleutel)[0] == 200, "the answer got lost"
    assert _bewaar(agent, zitting, veld, "Iets anders.", sleutel=sleutel)[0] == 422
    assert len(_versies(zitting, veld)) == voor
    assert veld.waarde == "Van de voorzitter."


def test_geweigerd__opnieuw_gestuurd__staat_een_keer_in_de_geschiedenis(
    zitting: Zitting, als: Als, veld: Tekstveld
) -> None:
    _bewaar(als(zitting.voorzitter), zitting, veld, BEGIN.replace("sliep", "huilde"))
    sleutel = str(uuid.uuid4())
    for _keer in range(2):
        mijn = BEGIN.replace("sliep", "was weg")
        assert _bewaar(als(zitting.agent), zitting, veld, mijn, sleutel=sleutel)[0] == 409
    assert [v.waarde for v in _versies(zitting, veld)].count(BEGIN.replace("sliep", "was weg")) == 1


def test_twaalf_tegelijk__een_wint_elf_zien_beide_en_alles_blijft(
    zitting: Zitting, als: Als, fabriek: Fabriek, veld: Tekstveld
) -> None:
    wie = [zitting.voorzitter, zitting.agent, zitting.officier, zitting.vt_lid] * 3
    clients, hek = [als(mens) for mens in wie], threading.Barrier(len(wie))
    adres, uitkomst = zitting.tekst_url(veld), list[int]()
    clients[0].get(zitting.url)
    fabriek.klaar()

    def schrijf(nummer: int, client: FlaskClient) -> None:
        hek.wait()
        data = {"versie": "2", "waarde": f"Tekst {nummer}.", "sleutel": str(uuid.uuid4())}
        uitkomst.append(client.post(adres, data=data, headers=HTMX).status_code)

    draden = [threading.Thread(target=schrijf, args=paar) for paar in enumerate(clients)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert Counter(uitkomst) == {200: 1, 409: 11}
    versies = _versies(zitting, veld)
    assert {f"Tekst {nummer}." for nummer in range(12)} <= {versie.waarde for versie in versies}
    regels = zitting.sessie.scalars(
        select(func.count())
        .select_from(Gebeurtenis)
        .where(Gebeurtenis.soort.in_(("tekst_bewaard", "tekst_geweigerd")), Gebeurtenis.object_id == veld.id)
    ).one()
    assert regels == 13, "one line for each save, and one for the text it began with"


def test_opslaan_terwijl_het_verslag_wordt_vastgesteld__wacht_en_is_te_laat(
    app: Flask, zitting: Zitting, fabriek: Fabriek, veld: Tekstveld
) -> None:
    vrager, veld_id, overleg_id = fabriek.vrager(zitting.agent), veld.id, zitting.overleg.id
    zitting.sessie.commit()
    fouten: list[Exception] = []

    def schrijf() -> None:
        with app.app_context(), Session(db.engine) as eigen, eigen.begin():
            try:
                bewaar_tekst(eigen, vrager, eigen.get_one(Tekstveld, veld_id), Tekst(2, "Net te laat."))
            except (Geweigerd, GeenRecht) as fout:
                fouten.append(fout)

    with app.app_context(), Session(db.engine) as voorzitter:
        overleg = voorzitter.get_one(Overleg, overleg_id, with_for_update=True)
        draad = threading.Thread(target=schrijf)
        draad.start()
        draad.join(0.3)
        assert draad.is_alive(), "who saves waits until the record is frozen"
        overleg.status, overleg.vastgesteld_op = OverlegStatus.VASTGESTELD, overleg.gemaakt_op
        voorzitter.commit()
    draad.join(10)
    assert len(fouten) == 1
    zitting.sessie.expire_all()
    assert veld.waarde == BEGIN


def test_zelfde_bewaring_twee_keer_tegelijk__een_versie_en_twee_keer_goed(
    zitting: Zitting, als: Als, fabriek: Fabriek, veld: Tekstveld
) -> None:
    adres, sleutel, uitkomst = zitting.tekst_url(veld), str(uuid.uuid4()), list[int]()
    clients, hek = [als(zitting.agent) for _ in range(4)], threading.Barrier(4)
    clients[0].get(zitting.url)
    fabriek.klaar()

    def schrijf(client: FlaskClient) -> None:
        hek.wait()
        data = {"versie": "2", "waarde": "Eén keer getypt.", "sleutel": sleutel}
        uitkomst.append(client.post(adres, data=data, headers=HTMX).status_code)

    draden = [threading.Thread(target=schrijf, args=(client,)) for client in clients]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert uitkomst == [200] * 4
    assert [versie.waarde for versie in _versies(zitting, veld)].count("Eén keer getypt.") == 1
