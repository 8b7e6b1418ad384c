"""Participants fill in the decisions themselves; two at one question lose nothing; ending is not theirs."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Besluit, Gebruiker, Informering, Overdracht, TeInformerenPartij
from models.waarden import BesprekingStatus, OrganisatieSoort, Rol
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
FORMULIEREN = ("regie", "monitoring", "informeren", "partij", "geen-partijen", "opschaling")


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _soep(wereld: Wereld, client: FlaskClient) -> BeautifulSoup:
    antwoord = client.get(f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}")
    assert antwoord.status_code == 200
    return BeautifulSoup(antwoord.text, "html.parser")


def test_deelnemer__vult_de_vijf_vragen_in_en_sluit_niet_af(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    soep = _soep(wereld, agent)
    assert [naam for naam in FORMULIEREN if soep.find(id=f"formulier-{naam}") is None] == []
    assert "Bespreking afronden" not in soep.text
    assert soep.find(id="formulier-aanhouden") is None
    wereld.beantwoord_alles(agent)
    assert wereld.rond_af(agent).status_code == 403
    assert wereld.post(agent, "aanhouden").status_code == 403
    tekst = _soep(wereld, als(wereld.voorzitter)).text
    assert tekst.count("Ingevuld door T. Hoekman") == 6
    assert wereld.rond_af(als(wereld.voorzitter)).status_code == 303
    assert wereld.post(agent, "heropenen", **{"heropenen-reden": "Toch niet."}).status_code == 403
    assert _soep(wereld, agent).find(id="formulier-regie") is None


def test_deelnemer_op_verzoek_niet_aangesloten_en_gast__vullen_niet_in(wereld: Wereld, als: Als) -> None:
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = wereld.fabriek.lid(wereld.tafel, gemeente, Rol.GAST)
    inbrenger = wereld.fabriek.lid(wereld.tafel, wereld.politie, Rol.INBRENGER)
    wereld.fabriek.klaar()
    for wie in (gast, inbrenger):
        assert wereld.opschaling(als(wie), "niet_nodig").status_code == 404


def test_aanbieden__alleen_van_de_eigen_organisatie(wereld: Wereld, als: Als) -> None:
    eigen, van_om = wereld.afspraak(1, wereld.politie), wereld.afspraak(2, wereld.om)
    agent, officier = als(wereld.agent), als(wereld.officier)
    keuzes = [
        str(o["value"])
        for o in _soep(wereld, agent).select("#formulier-aanbod select[name='aanbod-afspraak'] option")
    ]
    assert str(eigen.id) in keuzes
    assert str(van_om.id) not in keuzes
    aanbod = {"aanbod-organisatie": str(wereld.vt.id), "aanbod-naam": "S. Wiegersma"}
    vreemd = wereld.post(agent, "overdrachten", **aanbod, **{"aanbod-afspraak": str(van_om.id)})
    assert vreemd.status_code == 422
    assert (
        wereld.post(agent, "overdrachten", **aanbod, **{"aanbod-afspraak": str(eigen.id)}).status_code == 303
    )
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    intrekken = f"overdrachten/{overdracht.id}/intrekken"
    assert "Aanbod intrekken" not in _soep(wereld, officier).text
    assert wereld.post(officier, intrekken).status_code == 422
    assert "Aanbod intrekken" in _soep(wereld, agent).text
    assert wereld.post(agent, intrekken).status_code == 303


Poging = Callable[[Wereld, FlaskClient, str], TestResponse]
VRAGEN: dict[str, tuple[Poging, Poging]] = {
    "regie": (
        lambda w, c, t: w.regie(c, w.politie, "T. Hoekman", **{"regie-toelichting": t}),
        lambda w, c, t: w.regie(c, w.politie, "T. Hoekman", **{"regie-toelichting": t, "regie-versie": "1"}),
    ),
    "monitoring": (
        lambda w, c, t: w.monitoring(c, ja=False, **{"monitoring-toelichting": t}),
        lambda w, c, t: w.monitoring(c, ja=False, **{"monitoring-toelichting": t, "monitoring-versie": "1"}),
    ),
    "opschaling": (
        lambda w, c, t: w.opschaling(c, "niet_nodig", **{"opschaling-toelichting": t}),
        lambda w, c, t: w.opschaling(
            c, "niet_nodig", **{"opschaling-toelichting": t, "opschaling-versie": "1"}
        ),
    ),
    "geen_partijen": (
        lambda w, c, t: _geen(w, c, t, "0"),
        lambda w, c, t: _geen(w, c, t, "1"),
    ),
    "informeren": (
        lambda w, c, t: _informeren(w, c, t, "1"),
        lambda w, c, t: _informeren(w, c, t, "2"),
    ),
    "partij": (
        lambda w, c, t: _partij(w, c, t, "1"),
        lambda w, c, t: _partij(w, c, t, "2"),
    ),
}


def _geen(wereld: Wereld, client: FlaskClient, tekst: str, versie: str) -> TestResponse:
    velden = {"geen_partijen-versie": versie, "geen_partijen-toelichting": tekst}
    return wereld.post(client, "besluiten/geen-partijen", **velden)


def _informeren(wereld: Wereld, client: FlaskClient, tekst: str, versie: str = "") -> TestResponse:
    rij = wereld.sessie.scalars(select(Informering.id)).first()
    eigen = {"informeren-id": str(rij or ""), "informeren-versie": versie if rij else ""}
    wereld.sessie.rollback()
    return wereld.informeren(client, wereld.slachtoffer, **{**eigen, "informeren-wat": tekst})


def _partij(wereld: Wereld, client: FlaskClient, tekst: str, versie: str = "") -> TestResponse:
    rij = wereld.sessie.scalars(select(TeInformerenPartij.id)).first()
    wereld.sessie.rollback()
    velden = {
        "partij-id": str(rij or ""),
        "partij-versie": versie if rij else "",
        "partij-partij": "School",
        "partij-wat": tekst,
        "partij-organisatie": str(wereld.vt.id),
        "partij-op": dag(2),
    }
    return wereld.post(client, "besluiten/partijen", **velden)


@pytest.mark.parametrize("vraag", sorted(VRAGEN))
def test_twee_antwoorden__de_tweede_ziet_beide_en_kiest(wereld: Wereld, als: Als, vraag: str) -> None:
    eerst, daarna = VRAGEN[vraag]
    agent, officier = als(wereld.agent), als(wereld.officier)
    if vraag in {"informeren", "partij"}:
        assert eerst(wereld, agent, "De rij waarover het gaat.").status_code == 303
    assert eerst(wereld, agent, "Van de politie.").status_code == 303
    te_laat = eerst(wereld, officier, "Van het OM.")
    assert te_laat.status_code == 409
    assert "Van het OM." in te_laat.text
    assert "Van de politie." in te_laat.text
    assert "Vergelijk de twee en kies" in te_laat.text
    assert daarna(wereld, officier, "Van het OM.").status_code == 303
    assert "Van het OM." in _soep(wereld, agent).text


def test_twee_antwoorden_op_hetzelfde_moment__een_wint_en_de_ander_houdt_zijn_tekst(
    wereld: Wereld, als: Als
) -> None:
    clienten = {"Van de politie.": als(wereld.agent), "Van het OM.": als(wereld.officier)}
    adres = f"/besprekingen/{wereld.bespreking.id}/besluiten/opschaling"
    vast = {"opschaling-versie": "0", "opschaling-keuze": "niet_nodig"}
    wereld.sessie.rollback()
    samen = threading.Barrier(len(clienten))

    def antwoord(tekst: str) -> tuple[str, TestResponse]:
        samen.wait(timeout=10)
        return tekst, clienten[tekst].post(adres, data=vast | {"opschaling-toelichting": tekst})

    with ThreadPoolExecutor(len(clienten)) as pool:
        uitkomsten = list(pool.map(antwoord, clienten))
    assert sorted(a.status_code for _t, a in uitkomsten) == [303, 409]
    tekst, verloren = next((t, a) for t, a in uitkomsten if a.status_code == 409)
    assert tekst in verloren.text
    assert wereld.sessie.scalars(select(Besluit)).one().toelichting != tekst


def test_antwoord__na_afronden__niet_meer(wereld: Wereld, als: Als) -> None:
    wereld.bespreking.status = BesprekingStatus.AANGEHOUDEN
    wereld.bespreking.aangehouden_reden = "Het OM was er niet."
    wereld.fabriek.klaar()
    antwoord = wereld.opschaling(als(wereld.agent), "niet_nodig")
    assert antwoord.status_code == 422
    assert not wereld.sessie.scalars(select(Besluit)).all()
