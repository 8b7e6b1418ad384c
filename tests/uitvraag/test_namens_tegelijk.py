"""Recording an answer for a partner while somebody else does something about it too."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.waarden import OrganisatieSoort, Rol
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.gevraagd import ANTWOORD, Gevraagd, vraag_ziekenhuis
from tests.uitvraag.stappen import Als, geef, laatste, velden

Org = OrganisatieSoort


@pytest.fixture
def gevraagd(wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek) -> Gevraagd:
    """Ask a ziekenhuis that nobody here has an account of."""
    return vraag_ziekenhuis(wereld, als, db_sessie, fabriek)


def test_account_komt_tijdens_het_typen__geweigerd_en_de_tekst_blijft(
    gevraagd: Gevraagd, fabriek: Fabriek
) -> None:
    invoer = velden(gevraagd.voorzitter.get(gevraagd.adres))
    fabriek.lid(gevraagd.wereld.tafel, gevraagd.ziekenhuis, Rol.GAST)
    fabriek.klaar()
    antwoord = gevraagd.voorzitter.post(gevraagd.adres, data={**invoer, **ANTWOORD})
    assert antwoord.status_code == 422
    assert "kan iemand zelf antwoorden" in antwoord.text
    assert "Twee keer op de spoedpost" in antwoord.text
    assert "kan iemand zelf antwoorden" in gevraagd.voorzitter.get(gevraagd.adres).text
    assert "Niemand kan hier antwoorden" not in gevraagd.blad


def test_account_komt_tijdens_het_verbeteren__geweigerd_en_de_tekst_blijft(
    gevraagd: Gevraagd, fabriek: Fabriek
) -> None:
    gevraagd.leg_vast()
    adres = f"/bijdragen/{laatste(gevraagd.sessie).id}"
    ingevuld = velden(gevraagd.voorzitter.get(adres))
    fabriek.lid(gevraagd.wereld.tafel, gevraagd.ziekenhuis, Rol.GAST)
    fabriek.klaar()
    nieuw = {"feiten": "Drie keer gezien.", "gegeven_functie": "Hoofd spoedpost", "actie": "indienen"}
    antwoord = gevraagd.voorzitter.post(adres, data={**ingevuld, **nieuw})
    assert antwoord.status_code == 422
    assert "kan iemand zelf antwoorden" in antwoord.text
    assert "Vul in wie dit antwoord gaf" not in antwoord.text
    getypt = velden(antwoord)
    assert (getypt["feiten"], getypt["gegeven_functie"]) == ("Drie keer gezien.", "Hoofd spoedpost")
    assert laatste(gevraagd.sessie).feiten == ANTWOORD["feiten"]


def test_twee_leggen_hetzelfde_antwoord_vast__de_tweede_ziet_het_eerste(gevraagd: Gevraagd, als: Als) -> None:
    secretaris = als(gevraagd.wereld.wie["secretaris"])
    ingevuld = {**velden(secretaris.get(gevraagd.adres)), **ANTWOORD, "actie": "indienen"}
    ingevuld["feiten"] = "Ook het ziekenhuis gebeld."
    assert gevraagd.leg_vast().status_code == 303
    antwoord = secretaris.post(gevraagd.adres, data=ingevuld)
    assert antwoord.status_code == 409
    assert "Intussen kwam er al een antwoord" in antwoord.text
    assert ANTWOORD["feiten"] in antwoord.text
    opnieuw = velden(antwoord)
    assert opnieuw["feiten"] == "Ook het ziekenhuis gebeld."
    assert secretaris.post(gevraagd.adres, data={**opnieuw, "actie": "indienen"}).status_code == 303
    gevraagd.sessie.expire_all()
    assert len(gevraagd.verzoek.bijdragen) == 2


def test_aanvulling__zegt_dat_er_al_een_antwoord_is(gevraagd: Gevraagd) -> None:
    assert "Er is al een antwoord" not in gevraagd.voorzitter.get(gevraagd.adres).text
    gevraagd.leg_vast()
    assert "Er is al een antwoord" in gevraagd.voorzitter.get(gevraagd.adres).text
    assert gevraagd.leg_vast(feiten="Nog iets.").status_code == 303


def test_wat_er_al_is__leest_alleen_wie_het_mag(gevraagd: Gevraagd, fabriek: Fabriek, als: Als) -> None:
    """Who leads for an organisatie that is no receiver hears that there is an answer, not which."""
    gemeente = gevraagd.wereld.org[Org.GEMEENTE]
    ander = als(fabriek.lid(gevraagd.wereld.tafel, gemeente, Rol.SECRETARIS))
    fabriek.klaar()
    ingevuld = {**velden(ander.get(gevraagd.adres)), **ANTWOORD, "actie": "indienen"}
    ingevuld |= {"bekend": "nee", "feiten": ""}
    assert gevraagd.leg_vast().status_code == 303
    antwoord = ander.post(gevraagd.adres, data=ingevuld)
    assert antwoord.status_code == 409
    assert "Intussen kwam er al een antwoord" in antwoord.text
    assert ANTWOORD["feiten"] not in antwoord.text


def test_partner_antwoordde_zelf_tijdens_het_typen__gaat_voor(
    gevraagd: Gevraagd, als: Als, fabriek: Fabriek
) -> None:
    ingevuld = {**velden(gevraagd.voorzitter.get(gevraagd.adres)), **ANTWOORD, "actie": "indienen"}
    lid = fabriek.lid(gevraagd.wereld.tafel, gevraagd.ziekenhuis, Rol.GAST)
    fabriek.klaar()
    assert geef(als(lid), f"/uitvragen/{gevraagd.verzoek.id}", bekend="nee").status_code == 303
    antwoord = gevraagd.voorzitter.post(gevraagd.adres, data=ingevuld)
    assert antwoord.status_code == 422
    assert "kan iemand zelf antwoorden" in antwoord.text
    assert velden(antwoord)["feiten"] == ANTWOORD["feiten"]
