"""Reading the logboek: who sees which lines, and that looking is noted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Casus, Gebeurtenis, Gebruiker
from models.waarden import CasusStatus, OrganisatieSoort, Rol
from overleg.logboek.opvragen.lijst import PLEKKEN, woorden
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.logboek.zinnen import ZINNEN
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def voorzitters(fabriek: Fabriek) -> list[tuple[Gebruiker, Casus]]:
    """Two tafels, each with a voorzitter who looked at the own casus."""
    paren = []
    for naam, code in (("Lindewoude", "LW"), ("Brakzijl", "BZ")):
        tafel = fabriek.tafel(naam, code)
        vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
        voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam=f"Voorzitter {naam}")
        casus = fabriek.casus(tafel, voorzitter, CasusStatus.TOEGELATEN)
        schrijf(fabriek.sessie, fabriek.vrager(voorzitter), Soort.CASUS_BEKEKEN, casus)
        paren.append((voorzitter, casus))
    fabriek.klaar()
    return paren


def kenmerken(tekst: str) -> set[str]:
    return set(re.findall(r"(?:LW|BZ)-2026-\d+", tekst))


def test_logboek__voorzitter__alleen_de_eigen_tafel(
    voorzitters: list[tuple[Gebruiker, Casus]], als: Als, db_sessie: Session
) -> None:
    (voorzitter, eigen), (_, ander) = voorzitters
    pagina = als(voorzitter).get("/logboek")
    assert kenmerken(pagina.text) == {eigen.kenmerk}
    assert "bekeek de casus" in pagina.text
    assert als(voorzitter).get(f"/logboek?casus={ander.id}").status_code == 404
    gekeken = select(func.count()).where(Gebeurtenis.soort == Soort.LOGBOEK_BEKEKEN.value)
    assert db_sessie.scalar(gekeken) == 1


def test_logboek__functionaris__alles_en_geen_casus(
    voorzitters: list[tuple[Gebruiker, Casus]], fabriek: Fabriek, als: Als
) -> None:
    vt = fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS)
    functionaris = als(fabriek.gebruiker(vt, functionaris=True))
    assert kenmerken(functionaris.get("/logboek").text) == {casus.kenmerk for _, casus in voorzitters}
    _, casus = voorzitters[0]
    assert kenmerken(functionaris.get(f"/logboek?casus={casus.id}").text) == {casus.kenmerk}


def test_logboek__anderen__geen_toegang(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    om = fabriek.partner(tafel, OrganisatieSoort.OM)
    assert als(fabriek.lid(tafel, om, Rol.DEELNEMER)).get("/logboek").status_code == 403
    assert als(fabriek.gebruiker(om, beheerder=True)).get("/logboek").status_code == 403


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("soort=casus_bekeken", True),
        ("soort=ingelogd", False),
        ("vanaf=01-01-2020&tot=31-12-2099", True),
        ("vanaf=01-01-2099", False),
        ("tot=01-01-2020", False),
        ("casus=onzin&na=onzin&naam=brakzijl", True),
    ],
)
def test_logboek__zoeken(
    voorzitters: list[tuple[Gebruiker, Casus]], als: Als, vraag: str, gevonden: bool
) -> None:
    voorzitter, eigen = voorzitters[0]
    pagina = als(voorzitter).get(f"/logboek?{vraag}")
    assert pagina.status_code == 200
    assert kenmerken(pagina.text) == ({eigen.kenmerk} if gevonden else set())


@pytest.mark.parametrize("vraag", ["vanaf=30-02-2026", "vanaf=02-01-2026&tot=01-01-2026", "soort=onzin"])
def test_logboek__onjuiste_zoekvraag__zin(
    voorzitters: list[tuple[Gebruiker, Casus]], als: Als, vraag: str
) -> None:
    pagina = als(voorzitters[0][0]).get(f"/logboek?{vraag}")
    assert pagina.status_code == 422
    assert "Er klopt iets nog niet" in pagina.text


def test_logboek__bladeren__niets_dubbel_en_niets_gemist(
    voorzitters: list[tuple[Gebruiker, Casus]], fabriek: Fabriek, als: Als
) -> None:
    voorzitter, eigen = voorzitters[0]
    for nummer in range(119):
        schrijf(
            fabriek.sessie, fabriek.vrager(voorzitter), Soort.CRITERIA_GEWIJZIGD, eigen, nummer=1000 + nummer
        )
    adres, gezien = "/logboek", []
    client = als(voorzitter)
    while adres:
        tekst = client.get(adres).text
        gezien += re.findall(r"versie (\d{4})", tekst)
        volgende = re.search(r'rel="next"\s+href="([^"]+)"', tekst)
        adres = volgende.group(1).replace("&amp;", "&") if volgende else ""
    assert sorted(gezien) == [str(1000 + nummer) for nummer in range(119)]


@pytest.mark.parametrize("soort", list(Soort))
def test_zin__elke_soort__leest_als_een_regel(soort: Soort) -> None:
    gegevens = {veld: ["a_b", "c"] if veld == "velden" else 3 for veld in ZINNEN[soort].velden}
    tekst = woorden(Gebeurtenis(soort=soort.value, gegevens=gegevens))
    assert tekst
    assert "{" not in tekst
    assert "…" not in tekst


def test_zin__vervallen_soort__blijft_leesbaar() -> None:
    assert woorden(Gebeurtenis(soort="iets_van_vroeger", gegevens={})) == "iets van vroeger"


def test_zin__geweigerd__noemt_het_scherm_en_elk_deel_heeft_woorden(app: Flask) -> None:
    rij = Gebeurtenis(soort=Soort.TOEGANG_GEWEIGERD.value, gegevens={"eindpunt": "uitvraag.om_contact"})
    assert woorden(rij) == "wilde iets zien of doen dat niet mag – uitvraag: om contact"
    assert {naam.split(".")[0] for naam in app.view_functions if "." in naam} <= set(PLEKKEN)
