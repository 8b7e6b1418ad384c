"""A guest brings in own information and own afspraken, reads little, and only until the item is closed."""

import pytest
from sqlalchemy import select

from models import Aanschuiver, Afspraak, Gebruiker
from models.waarden import BesprekingStatus, OrganisatieSoort, Rol, Veld
from overleg.basis.klok import nu
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer
from tests.steun.fabriek import Fabriek


@pytest.fixture
def gast(zitting: Zitting, als: Als, fabriek: Fabriek) -> Gebruiker:
    """Return a guest at the item that is on."""
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(zitting.tafel, gemeente, Rol.GAST, naam="N. Elzinga")
    fabriek.sessie.add(Aanschuiver(punt_id=zitting.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    zitting.casus.wat_gebeurd = "Het verhaal van de aanmelding."
    fabriek.klaar()
    zitting.begin(als(zitting.voorzitter))
    return gast


def test_gast__leest_alleen_waar_grond_voor_is(zitting: Zitting, als: Als, gast: Gebruiker) -> None:
    for soort in (Veld.FEITENONDERZOEK, Veld.AFWEGING, Veld.VERVOLGING, Veld.AFWIJKEND, Veld.VEILIGHEIDSPLAN):
        zitting.veld(soort).waarde = f"Geheim van {soort.value}."
    zitting.sessie.commit()
    tekst = als(gast).get(zitting.punt_url).text
    assert "Marijke Stoelwinder" in tekst
    for verborgen in ("Geheim van", "Het verhaal van de aanmelding", "Ruben doodt", "Contact", "Toestemming"):
        assert verborgen not in tekst, verborgen
    assert "Het verhaal van de aanmelding" in als(zitting.agent).get(zitting.punt_url).text


def test_gast__schrijft_alleen_eigen_afspraken(zitting: Zitting, als: Als, gast: Gebruiker) -> None:
    client, officier = als(gast), als(zitting.officier)
    van_om = invoer(zitting.om, "Beslist over de maatregel", "09-12-2026")
    assert client.post(zitting.afspraken_url, data=van_om).status_code == 422
    assert officier.post(zitting.afspraken_url, data=van_om).status_code == 303
    eigen = invoer(gast.organisatie, "Regelt onderdak", "09-12-2026")
    assert client.post(zitting.afspraken_url, data=eigen).status_code == 303
    afspraken = {a.nummer: a for a in zitting.sessie.scalars(select(Afspraak))}
    basis = f"/besprekingen/{zitting.bespreking.id}/afspraken"
    for wat in ("wijzigen", "weghalen"):
        assert client.post(f"{basis}/{afspraken[1].id}/{wat}", data=eigen).status_code == 403
    tekst = client.get(zitting.punt_url).text
    assert "Weghalen van" not in tekst
    assert tekst.count("/wijzigen") > 0
    assert f"{afspraken[1].id}/wijzigen" not in tekst
    assert client.post(f"{basis}/{afspraken[2].id}/weghalen").status_code == 303


def test_gast__plan_teksten_en_besluiten_dicht(zitting: Zitting, als: Als, gast: Gebruiker) -> None:
    client, veld = als(gast), zitting.veld(Veld.AFWEGING)
    assert client.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "x"}).status_code == 404
    assert client.get(f"{zitting.tekst_url(veld)}/versies").status_code == 404
    basis = f"/besprekingen/{zitting.bespreking.id}"
    for pad in ("maatregelen/nieuw", "voorwaarden/nieuw", "besluiten/regie", "afronden"):
        assert client.post(f"{basis}/{pad}", data={}).status_code == 403, pad


def test_gast__bespreking_afgerond__weg(zitting: Zitting, als: Als, gast: Gebruiker) -> None:
    client, bespreking = als(gast), zitting.bespreking
    assert client.get(zitting.punt_url).status_code == 200
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    zitting.sessie.commit()
    assert client.get(zitting.punt_url).status_code == 404
    nieuw = invoer(gast.organisatie, "Te laat", "09-12-2026")
    assert client.post(zitting.afspraken_url, data=nieuw).status_code == 404


def test_afspraak__dag_voor_het_overleg__geweigerd(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    client = als(zitting.agent)
    te_vroeg = client.post(zitting.afspraken_url, data=invoer(zitting.politie, "Huisbezoek", "02-12-2026"))
    assert te_vroeg.status_code == 422
    assert "Deze dag ligt vóór het overleg. Kies 03-12-2026 of later." in te_vroeg.text
    goed = invoer(zitting.politie, "Huisbezoek", "03-12-2026")
    assert client.post(zitting.afspraken_url, data=goed).status_code == 303
