"""Accepting an afspraak through the pages: in the meeting, for someone in the room, and later at /acties."""

from typing import cast

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Aanschuiver, Afspraak, Bericht, Deelname, Gebeurtenis, Gebruiker, Organisatie
from models.waarden import Aanwezigheid, Akkoord, BesprekingStatus, OrganisatieSoort, Rol
from overleg.basis.klok import nu
from tests.bespreking.conftest import Als
from tests.bespreking.test_routes_afspraken import invoer
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

HTMX = {"HX-Request": "true"}


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _pad(wereld: Wereld, afspraak: Afspraak, wat: str) -> str:
    return f"/besprekingen/{wereld.bespreking.id}/afspraken/{afspraak.id}/{wat}"


def _rij(wereld: Wereld, client: FlaskClient, nummer: int) -> Tag:
    antwoord = client.get(f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}")
    assert antwoord.status_code == 200
    return cast("Tag", BeautifulSoup(antwoord.text, "html.parser").find(id=f"afspraak-{nummer}"))


def _aanwezig(wereld: Wereld, wie: Gebruiker) -> Deelname:
    deelname = Deelname(
        overleg_id=wereld.overleg.id,
        gebruiker_id=wie.id,
        organisatie_id=wie.organisatie_id,
        aanwezigheid=Aanwezigheid.AANWEZIG,
    )
    wereld.sessie.add(deelname)
    wereld.fabriek.klaar()
    return deelname


def _gast(wereld: Wereld, organisatie: Organisatie) -> Gebruiker:
    gast = wereld.fabriek.lid(wereld.tafel, organisatie, Rol.GAST, naam="N. Elzinga")
    punt = wereld.bespreking.punt_id
    wereld.sessie.add(Aanschuiver(punt_id=punt, organisatie_id=organisatie.id, gebruiker_id=gast.id))
    wereld.fabriek.klaar()
    return gast


def test_akkoord__in_een_klik_door_de_eigen_organisatie(wereld: Wereld, als: Als) -> None:
    afspraak = wereld.afspraak(1, wereld.politie)
    agent, officier = als(wereld.agent), als(wereld.officier)
    assert "Akkoord, ik neem dit" in _rij(wereld, agent, 1).text
    assert "Akkoord, ik neem dit" not in _rij(wereld, officier, 1).text
    assert officier.post(_pad(wereld, afspraak, "akkoord"), data={"versie": "1"}).status_code == 403
    antwoord = agent.post(_pad(wereld, afspraak, "akkoord"), data={"versie": "1"}, headers=HTMX)
    assert antwoord.status_code == 200
    assert antwoord.headers["HX-Reselect"] == antwoord.headers["HX-Retarget"] == "#afspraak-1"
    wereld.sessie.expire_all()
    assert (afspraak.akkoord, afspraak.akkoord_wie, afspraak.versie) == (Akkoord.AKKOORD, "T. Hoekman", 1)
    assert (afspraak.persoon_id, afspraak.persoon_naam) == (wereld.agent.id, "T. Hoekman"), "who takes it"
    assert "T. Hoekman" in _rij(wereld, officier, 1).text
    regel = wereld.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "afspraak_akkoord")).one()
    assert regel.gegevens == {
        "nummer": 1,
        "wie": "T. Hoekman",
        "organisatie": wereld.politie.naam,
        "zelf": True,
    }
    wereld.sessie.rollback()
    assert agent.post(_pad(wereld, afspraak, "akkoord"), data={"versie": "1"}).status_code == 303
    regels = wereld.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "afspraak_akkoord")).all()
    assert len(regels) == 1


def test_akkoord__op_een_tekst_die_intussen_wijzigde__niet(wereld: Wereld, als: Als) -> None:
    afspraak = wereld.afspraak(1, wereld.politie)
    agent, voorzitter = als(wereld.agent), als(wereld.voorzitter)
    nieuw = invoer(wereld.politie, "Rijdt elke nacht langs", dag(3), versie="1")
    assert voorzitter.post(_pad(wereld, afspraak, "wijzigen"), data=nieuw).status_code == 303
    for koppen in ({}, HTMX):
        antwoord = agent.post(_pad(wereld, afspraak, "akkoord"), data={"versie": "1"}, headers=koppen)
        assert antwoord.status_code == 409
        assert "intussen gewijzigd" in antwoord.text
        assert "Rijdt elke nacht langs" in antwoord.text
    wereld.sessie.expire_all()
    assert afspraak.akkoord is Akkoord.OPEN


def test_niet_akkoord__reden_verplicht_en_niet_onder_voorbehoud(wereld: Wereld, als: Als) -> None:
    afspraak = wereld.afspraak(1, wereld.politie)
    agent, pad = als(wereld.agent), _pad(wereld, afspraak, "niet-akkoord")
    assert agent.get(pad).status_code == 200
    for reden, zin in (
        ("", "Schrijf op waarom niet"),
        ("Alleen o.v.b. de korpschef", "onder voorbehoud kan niet"),
    ):
        antwoord = agent.post(pad, data={"versie": "1", "reden": reden}, headers=HTMX)
        assert antwoord.status_code == 422
        assert zin in antwoord.text
        assert reden in antwoord.text
    assert agent.post(pad, data={"versie": "1", "reden": "Er is geen wijkagent."}).status_code == 303
    rij = _rij(wereld, als(wereld.officier), 1).text
    assert "Niet akkoord" in rij
    assert "Er is geen wijkagent." in rij
    regel = wereld.sessie.scalars(
        select(Gebeurtenis).where(Gebeurtenis.soort == "afspraak_niet_akkoord")
    ).one()
    assert "wijkagent" not in str(regel.gegevens)


def test_afronden__geweigerd_houdt_tegen_tot_het_is_opgelost(wereld: Wereld, als: Als) -> None:
    voorzitter, agent = als(wereld.voorzitter), als(wereld.agent)
    afspraak, wacht = wereld.afspraak(1, wereld.politie), wereld.afspraak(2, wereld.om)
    wereld.beantwoord_alles(voorzitter)
    weiger = {"versie": "1", "reden": "Er is geen wijkagent."}
    assert agent.post(_pad(wereld, afspraak, "niet-akkoord"), data=weiger).status_code == 303
    antwoord = wereld.rond_af(voorzitter)
    assert antwoord.status_code == 422
    soep = BeautifulSoup(antwoord.text, "html.parser")
    assert soep.select_one('#afronden a[href="#afspraak-1"]') is not None
    assert agent.post(_pad(wereld, afspraak, "akkoord"), data={"versie": "1"}).status_code == 303
    assert "Eerder niet akkoord" in _rij(wereld, agent, 1).text
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.bespreking.status is BesprekingStatus.AFGEROND
    assert wacht.akkoord is Akkoord.OPEN


def test_voorzitter__legt_vast_wat_iemand_in_de_zaal_zegt(wereld: Wereld, als: Als) -> None:
    afspraak = wereld.afspraak(1, wereld.politie)
    secretaris, pad = als(wereld.secretaris), _pad(wereld, afspraak, "antwoord")
    assert "op aanwezig staat" in secretaris.get(pad).text
    hoort_niet, agent = _aanwezig(wereld, wereld.officier), _aanwezig(wereld, wereld.agent)
    velden = {"versie": "1", "antwoord": "akkoord"}
    assert secretaris.post(pad, data=velden | {"wie": str(hoort_niet.id)}).status_code == 422
    assert als(wereld.officier).post(pad, data=velden | {"wie": str(agent.id)}).status_code == 403
    niet = velden | {"wie": str(agent.id), "antwoord": "geweigerd"}
    assert secretaris.post(pad, data=niet).status_code == 422
    assert secretaris.post(pad, data=velden | {"wie": str(agent.id)}).status_code == 303
    wereld.sessie.expire_all()
    assert afspraak.akkoord_wie == "T. Hoekman"
    assert afspraak.akkoord_vastgelegd_door_id == wereld.secretaris.id
    regel = wereld.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "afspraak_akkoord")).one()
    assert (regel.gebruiker_naam, regel.gegevens["wie"], regel.gegevens["zelf"]) == (
        "P. Noordhof",
        "T. Hoekman",
        False,
    )
    assert "vastgelegd door P. Noordhof" in " ".join(_rij(wereld, als(wereld.agent), 1).text.split())


def test_gast__zegt_akkoord_voor_de_eigen_organisatie(wereld: Wereld, als: Als) -> None:
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = _gast(wereld, gemeente)
    eigen, ander = wereld.afspraak(1, gemeente), wereld.afspraak(2, wereld.om)
    client = als(gast)
    assert "Nog niet akkoord" in _rij(wereld, client, 1).text
    assert client.post(_pad(wereld, ander, "akkoord"), data={"versie": "1"}).status_code == 403
    assert client.post(_pad(wereld, eigen, "akkoord"), data={"versie": "1"}).status_code == 303
    wereld.bespreking.status, wereld.bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    wereld.fabriek.klaar()
    assert client.post(_pad(wereld, eigen, "akkoord"), data={"versie": "1"}).status_code == 404


def test_maken_en_wijzigen__eigen_is_akkoord_en_een_ander_vraagt_opnieuw(wereld: Wereld, als: Als) -> None:
    agent, voorzitter = als(wereld.agent), als(wereld.voorzitter)
    nieuw = f"/besprekingen/{wereld.bespreking.id}/afspraken/nieuw"
    assert agent.post(nieuw, data=invoer(wereld.politie, "Rijdt langs", dag(3))).status_code == 303
    assert agent.post(nieuw, data=invoer(wereld.om, "Beslist", dag(3))).status_code == 303
    eigen, van_om = wereld.sessie.scalars(select(Afspraak).order_by(Afspraak.nummer)).all()
    assert (eigen.akkoord, eigen.akkoord_wie) == (Akkoord.AKKOORD, "T. Hoekman")
    assert van_om.akkoord is Akkoord.OPEN
    pad = _pad(wereld, eigen, "wijzigen")
    rest = invoer(wereld.politie, "Rijdt langs", dag(3), versie="1", domein="zorg")
    assert voorzitter.post(pad, data=rest).status_code == 303
    wereld.sessie.expire_all()
    assert eigen.akkoord is Akkoord.AKKOORD
    anders = invoer(wereld.politie, "Rijdt langs", dag(5), versie="2", domein="zorg")
    assert voorzitter.post(pad, data=anders).status_code == 303
    wereld.sessie.expire_all()
    assert (eigen.akkoord, eigen.akkoord_wie, eigen.akkoord_op) == (Akkoord.OPEN, "", None)


def test_later__de_eigenaar_antwoordt_bij_acties(wereld: Wereld, als: Als) -> None:
    voorzitter, agent = als(wereld.voorzitter), als(wereld.agent)
    eerste, tweede = wereld.afspraak(1, wereld.politie), wereld.afspraak(2, wereld.politie)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    lijst = agent.get("/acties").text
    assert lijst.count("Nog niet akkoord") == 2
    assert agent.get(f"/acties/{eerste.id}").status_code == 200
    assert als(wereld.officier).post(f"/acties/{eerste.id}/akkoord", data={"versie": "2"}).status_code == 403
    versie = {"versie": str(eerste.versie)}
    assert agent.post(f"/acties/{eerste.id}/akkoord", data=versie).status_code == 303
    weiger = f"/acties/{tweede.id}/niet-akkoord"
    leeg = agent.post(weiger, data={"niet-versie": str(tweede.versie), "niet-reden": ""})
    assert leeg.status_code == 422
    wereld.sessie.rollback()
    vol = {"niet-versie": str(tweede.versie), "niet-reden": "Er is geen wijkagent."}
    assert agent.post(weiger, data=vol).status_code == 303
    wereld.sessie.expire_all()
    assert (eerste.akkoord, tweede.akkoord) == (Akkoord.AKKOORD, Akkoord.GEWEIGERD)
    assert "Er is geen wijkagent." in voorzitter.get("/acties?van=tafel").text
    bericht = wereld.sessie.scalars(select(Bericht).where(Bericht.onderwerp.contains("niet akkoord"))).one()
    assert bericht.aan == wereld.voorzitter.email
    assert "wijkagent" not in bericht.tekst
    nogmaals = agent.post(f"/acties/{eerste.id}/niet-akkoord", data=versie | {"niet-versie": "9"})
    assert nogmaals.status_code == 422
