"""An afspraak for who is not there: a warning, never a block; somebody must tell them (domein.md §2)."""

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Aansluiting, Afspraak, Deelname, Organisatie
from models.waarden import Aanwezigheid, Akkoord, OrganisatieSoort, Partnervorm
from overleg.bespreking.regels.akkoord import moet_het_horen
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer
from tests.steun.fabriek import Fabriek

ZIN = "zit niet aan tafel bij deze casus. Spreek af wie het hen vertelt."


@pytest.mark.parametrize(
    ("akkoord", "aan_tafel", "moet"),
    [
        (Akkoord.OPEN, False, True),
        (Akkoord.OPEN, True, False),
        (Akkoord.AKKOORD, False, False),
        (Akkoord.GEWEIGERD, False, False),
    ],
)
def test_regel__alleen_wie_er_niet_is_en_nog_niets_zei(akkoord: Akkoord, aan_tafel: bool, moet: bool) -> None:
    assert moet_het_horen(akkoord, aan_tafel=aan_tafel) is moet


@pytest.fixture
def reclassering(zitting: Zitting, fabriek: Fabriek) -> Organisatie:
    """A partner on request that was not asked to join this casus."""
    partner = fabriek.partner(zitting.tafel, OrganisatieSoort.RECLASSERING, Partnervorm.OP_VERZOEK)
    fabriek.klaar()
    return partner


def _veld(client: FlaskClient, zitting: Zitting) -> Tag:
    keuzes = BeautifulSoup(client.get(zitting.afspraken_url).text, "html.parser").find(id="organisatie")
    assert isinstance(keuzes, Tag)
    return keuzes


def _neem(client: FlaskClient, zitting: Zitting, organisatie: Organisatie) -> str:
    data = invoer(organisatie, "Houdt toezicht", "09-12-2026")
    assert client.post(zitting.afspraken_url, data=data).status_code == 303
    return client.get(zitting.punt_url).text


def _apart(keuzes: Tag) -> list[str]:
    return [keuze.get_text(strip=True) for keuze in keuzes.select("optgroup option")]


def test_niet_aan_tafel__gezegd_bij_het_veld_en_bij_de_afspraak__en_opgeslagen(
    zitting: Zitting, als: Als, reclassering: Organisatie
) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    keuzes = _veld(agent, zitting)
    assert _apart(keuzes) == [reclassering.naam]
    assert str(zitting.om.id) in [str(keuze["value"]) for keuze in keuzes.select(":scope > option")]
    fout = agent.post(zitting.afspraken_url, data=invoer(reclassering, "", "09-12-2026"))
    assert fout.status_code == 422
    assert ZIN in " ".join(BeautifulSoup(fout.text, "html.parser").get_text(" ").split())
    scherm = _neem(agent, zitting, reclassering)
    assert scherm.count(ZIN) == 1
    assert zitting.sessie.scalars(select(Afspraak)).one().akkoord is Akkoord.OPEN
    assert _neem(agent, zitting, zitting.om).count(ZIN) == 1, "the OM is there"


def test_sluit_aan__geen_waarschuwing(zitting: Zitting, als: Als, reclassering: Organisatie) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    zitting.sessie.add(
        Aansluiting(
            casus_id=zitting.casus.id,
            organisatie_id=reclassering.id,
            reden="Heeft toezicht.",
            besloten_door_id=zitting.voorzitter.id,
        )
    )
    zitting.sessie.commit()
    assert _apart(_veld(agent, zitting)) == []
    assert ZIN not in _neem(agent, zitting, reclassering)


def test_vaste_partner_die_afwezig_is__ook(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    for rij in zitting.sessie.scalars(select(Deelname).where(Deelname.organisatie_id == zitting.om.id)):
        rij.aanwezigheid = Aanwezigheid.AFWEZIG
    zitting.sessie.commit()
    assert zitting.om.naam in _apart(_veld(agent, zitting))
    assert ZIN in _neem(agent, zitting, zitting.om)


def test_geen_lijst_van_wie_er_is__zegt_niets(zitting: Zitting, als: Als, reclassering: Organisatie) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    for rij in zitting.sessie.scalars(select(Deelname)):
        zitting.sessie.delete(rij)
    zitting.sessie.commit()
    assert ZIN not in _neem(agent, zitting, reclassering)
