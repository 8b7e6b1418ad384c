"""Who types where, choosing between two texts, and putting an old one back."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from models import Aanschuiver, Gebeurtenis, Schrijver, Tekstveld, Tekstversie, Wijziging
from models.waarden import BesprekingStatus, OrganisatieSoort, Rol, Veld
from overleg.basis.klok import nu
from overleg.bespreking.handelingen.schrijven import ruim_op
from overleg.bespreking.opvragen.schrijvers import LEEFTIJD
from tests.bespreking.conftest import Als, Zitting
from tests.steun.fabriek import Fabriek

HTMX = {"HX-Request": "true"}


@pytest.fixture
def veld(zitting: Zitting, als: Als) -> Tekstveld:
    """Return a text of a casus that is on; empty, version 1."""
    zitting.begin(als(zitting.voorzitter))
    return zitting.veld(Veld.AFWEGING)


def _seinen(zitting: Zitting, veld: Tekstveld) -> int:
    zitting.sessie.expire_all()
    rijen = zitting.sessie.scalars(select(Wijziging)).all()
    return sum(f"schrijft-{veld.id}" in rij.delen for rij in rijen)


def _schrijvers(zitting: Zitting) -> list[uuid.UUID]:
    zitting.sessie.expire_all()
    return list(zitting.sessie.scalars(select(Schrijver.gebruiker_id)))


def _bewaar(client: FlaskClient, zitting: Zitting, veld: Tekstveld, waarde: str, **meer: str) -> int:
    data = {"versie": "1", "waarde": waarde, **meer}
    return client.post(zitting.tekst_url(veld), data=data, headers=HTMX).status_code


def _versies(zitting: Zitting, veld: Tekstveld) -> list[tuple[str, bool]]:
    zitting.sessie.expire_all()
    vraag = select(Tekstversie).where(Tekstversie.tekstveld_id == veld.id)
    return [(v.waarde, v.geweigerd) for v in zitting.sessie.scalars(vraag.order_by(Tekstversie.op))]


def test_schrijft__de_ander_ziet_het_tot_het_te_oud_is(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    voor = zitting.sessie.scalar(select(func.count()).select_from(Gebeurtenis))
    for _ in range(2):
        assert agent.post(f"{zitting.tekst_url(veld)}/schrijft", headers=HTMX).status_code == 204
    assert zitting.sessie.scalar(select(func.count()).select_from(Gebeurtenis)) == voor
    assert _seinen(zitting, veld) == 1, "a sign that goes on is no news"
    assert "T. Hoekman</bdi> schrijft hier" in " ".join(voorzitter.get(zitting.punt_url).text.split())
    assert "schrijft hier" not in agent.get(zitting.punt_url).text
    zitting.sessie.scalars(select(Schrijver)).one().op = nu() - LEEFTIJD
    zitting.sessie.commit()
    assert "schrijft hier" not in voorzitter.get(zitting.punt_url).text
    assert ruim_op(zitting.sessie) == 1


def test_schrijft__klaar__is_weg_en_wordt_verteld(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    agent, adres = als(zitting.agent), f"{zitting.tekst_url(veld)}/schrijft"
    agent.post(adres, headers=HTMX)
    assert agent.post(adres, data={"klaar": "1"}, headers=HTMX).status_code == 204
    assert _schrijvers(zitting) == []
    assert _seinen(zitting, veld) == 2
    assert agent.post(adres, data={"klaar": "1"}, headers=HTMX).status_code == 204
    assert _seinen(zitting, veld) == 2
    assert agent.post(adres, data={"klaar": "x"}, headers=HTMX).status_code == 422


def test_opslaan__is_ook_een_teken(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    agent = als(zitting.agent)
    assert _bewaar(agent, zitting, veld, "Eén", schrijft="1") == 200
    assert _schrijvers(zitting) == [zitting.agent.id]
    assert _bewaar(agent, zitting, veld, "Twee", versie="2", schrijft="0") == 200
    assert _schrijvers(zitting) == []
    assert _bewaar(agent, zitting, veld, "Drie", versie="3") == 200
    assert _schrijvers(zitting) == []


def test_schrijft__gast_en_buitenstaander_krijgen_niets(
    zitting: Zitting, als: Als, fabriek: Fabriek, veld: Tekstveld
) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(zitting.tafel, gemeente, Rol.GAST, naam="N. Elzinga")
    fabriek.sessie.add(Aanschuiver(punt_id=zitting.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    elders = fabriek.tafel("Elders", code="EL")
    vreemde = fabriek.lid(elders, fabriek.partner(elders, OrganisatieSoort.POLITIE), Rol.VOORZITTER)
    fabriek.klaar()
    als(zitting.agent).post(f"{zitting.tekst_url(veld)}/schrijft", headers=HTMX)
    assert "schrijft hier" not in als(gast).get(zitting.punt_url).text
    for wie in (gast, vreemde):
        for pad in ("schrijft", "terugzetten"):
            data = {"versie": "1", "tekst": str(uuid.uuid4())}
            assert als(wie).post(f"{zitting.tekst_url(veld)}/{pad}", data=data).status_code == 404
    assert _schrijvers(zitting) == [zitting.agent.id]


def test_schrijft__na_afronden__geweigerd(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    bespreking = zitting.bespreking
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    zitting.sessie.commit()
    assert als(zitting.agent).post(f"{zitting.tekst_url(veld)}/schrijft", headers=HTMX).status_code == 422
    assert _schrijvers(zitting) == []


def test_opslaan__pagina_van_iemand_anders__niet_opgeslagen(
    zitting: Zitting, als: Als, veld: Tekstveld
) -> None:
    agent = als(zitting.agent)
    assert _bewaar(agent, zitting, veld, "Van een ander", schrijver=str(zitting.officier.id)) == 422
    assert _versies(zitting, veld) == []
    assert _bewaar(agent, zitting, veld, "Van mij", schrijver=str(zitting.agent.id)) == 200


def test_opslaan__bouwt_voort_op_een_eigen_tekst_zonder_antwoord(
    zitting: Zitting, als: Als, veld: Tekstveld
) -> None:
    agent, eerste = als(zitting.agent), str(uuid.uuid4())
    assert _bewaar(agent, zitting, veld, "Het kind", sleutel=eerste) == 200
    tweede = {"sleutel": str(uuid.uuid4()), "vorige": eerste}
    assert _bewaar(agent, zitting, veld, "Het kind sliep.", **tweede) == 200
    assert _bewaar(agent, zitting, veld, "Het kind sliep.", **tweede) == 200
    assert _versies(zitting, veld) == [("Het kind", False), ("Het kind sliep.", False)]


def test_overnemen__eigen_tekst_blijft_in_de_geschiedenis(
    zitting: Zitting, als: Als, veld: Tekstveld
) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    _bewaar(voorzitter, zitting, veld, "Van de voorzitter")
    assert _bewaar(agent, zitting, veld, "Van de agent") == 409
    assert _bewaar(agent, zitting, veld, "Van de agent, meer", versie="2", overnemen="1") == 200
    zitting.sessie.expire_all()
    assert (veld.waarde, veld.versie) == ("Van de voorzitter", 2)
    assert _versies(zitting, veld)[1:] == [("Van de agent", True), ("Van de agent, meer", True)]
    _bewaar(voorzitter, zitting, veld, "Weer anders", versie="2")
    assert _bewaar(agent, zitting, veld, "Van de agent", versie="2", overnemen="1") == 409
    adres = zitting.tekst_url(veld)
    zonder_js = agent.post(adres, data={"versie": "3", "waarde": "Van de agent", "overnemen": "1"})
    assert zonder_js.location.endswith(f"#tekst-{veld.id}")


def test_botsing__zonder_javascript__beide_teksten_als_tekst(
    zitting: Zitting, als: Als, veld: Tekstveld
) -> None:
    _bewaar(als(zitting.voorzitter), zitting, veld, "<b>Eerst</b>")
    data = {"versie": "1", "waarde": "<script>Later</script>"}
    blad = als(zitting.agent).post(zitting.tekst_url(veld), data=data)
    assert blad.status_code == 409
    tekst = " ".join(blad.text.split())
    assert "&lt;b&gt;Eerst&lt;/b&gt;" in tekst
    assert "&lt;script&gt;Later" in tekst
    assert "<script>Later" not in tekst
    assert "Mijn tekst opslaan" in tekst
    assert 'name="overnemen"' in tekst
    assert "<h2" in tekst.split("naast-elkaar")[1]


def test_terugzetten__oude_tekst_wordt_de_nieuwste(zitting: Zitting, als: Als, veld: Tekstveld) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    _bewaar(voorzitter, zitting, veld, "Eerst")
    _bewaar(voorzitter, zitting, veld, "Daarna", versie="2")
    (oude,) = (v for v in zitting.sessie.scalars(select(Tekstversie)) if v.waarde == "Eerst")
    adres, data = f"{zitting.tekst_url(veld)}/terugzetten", {"tekst": str(oude.id)}
    assert "Zet deze tekst terug" in agent.get(f"{zitting.tekst_url(veld)}/versies").text
    stale = agent.post(adres, data={**data, "versie": "2"})
    assert stale.status_code == 409
    assert "Niet teruggezet" in stale.text
    assert agent.post(adres, data={**data, "versie": "3"}).status_code == 303
    zitting.sessie.expire_all()
    assert (veld.waarde, veld.versie, veld.door_id) == ("Eerst", 4, zitting.agent.id)
    assert agent.post(adres, data={"versie": "4"}).status_code == 422
    ander = zitting.veld(Veld.FEITENONDERZOEK)
    vreemd = agent.post(f"{zitting.tekst_url(ander)}/terugzetten", data={**data, "versie": "1"})
    assert vreemd.status_code == 422
    zitting.sessie.expire_all()
    assert ander.waarde == ""


def test_terugzetten__wie_hier_niet_schrijft__geen_knop(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    vervolging = zitting.veld(Veld.VERVOLGING)
    _bewaar(als(zitting.officier), zitting, vervolging, "Dagvaarden")
    _bewaar(als(zitting.officier), zitting, vervolging, "Seponeren", versie="2")
    assert "Zet deze" in als(zitting.officier).get(f"{zitting.tekst_url(vervolging)}/versies").text
    assert "Zet deze" not in als(zitting.agent).get(f"{zitting.tekst_url(vervolging)}/versies").text


def test_csrf_token__zegt_wie_er_is_en_of_de_sessie_is_beeindigd(
    app: Flask, zitting: Zitting, als: Als
) -> None:
    agent = als(zitting.agent)
    antwoord = agent.get("/csrf-token").get_json()
    assert antwoord["token"]
    assert (antwoord["wie"], antwoord["beeindigd"]) == (str(zitting.agent.id), False)
    zitting.agent.active = False
    zitting.sessie.commit()
    antwoord = agent.get("/csrf-token").get_json()
    assert (antwoord["wie"], antwoord["beeindigd"]) == ("", True)
    antwoord = app.test_client().get("/csrf-token")
    assert antwoord.get_json() == {"wie": "", "beeindigd": False, "token": ""}
    assert "Set-Cookie" not in antwoord.headers, "it would break a sign-in form that is open"
    assert timedelta(seconds=15) == LEEFTIJD
