"""Someone with a conflict of interest: every way to the casus is closed, and asking costs no more queries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from flask.testing import FlaskClient

from models import AfwezigBij, Belang, Belanguitzondering, Bespreking, Casus, Deelname, Gebruiker, Overleg
from models.waarden import CasusStatus, MeldingStatus, OrganisatieSoort, OverlegStatus, Rol
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
Tel = Callable[[Callable[[], object]], int]


@dataclass
class Kring:
    """A tafel with a casus on an agenda, and people who may withdraw from it."""

    voorzitter: Gebruiker
    inbrenger: Gebruiker
    overleg: Overleg
    casus: Casus
    bespreking: Bespreking

    hoe: str = "van_tafel"
    """How a conflict of interest came on record."""

    def trek_terug(self, fabriek: Fabriek, wie: Gebruiker) -> None:
        """Record a conflict of interest."""
        if self.hoe != "van_tafel":
            self.sluit(fabriek, wie)
            return
        deelname = Deelname(
            overleg_id=self.overleg.id, gebruiker_id=wie.id, organisatie_id=wie.organisatie_id
        )
        fabriek.sessie.add(deelname)
        fabriek.sessie.flush()
        fabriek.sessie.add(
            AfwezigBij(deelname_id=deelname.id, punt_id=self.bespreking.punt_id, belangenconflict=True)
        )
        fabriek.klaar()

    def sluit(self, fabriek: Fabriek, wie: Gebruiker, *genoemd: Gebruiker) -> Belang:
        """Close the casus to someone, or to everyone of the same organisatie."""
        persoon = self.hoe == "persoon"
        belang = Belang(
            casus_id=self.casus.id,
            gebruiker_id=wie.id if persoon else None,
            organisatie_id=None if persoon else wie.organisatie_id,
            reden="Broer van een betrokkene",
            vastgelegd_door_id=self.voorzitter.id,
            uitzonderingen=[Belanguitzondering(gebruiker_id=g.id) for g in genoemd],
        )
        fabriek.sessie.add(belang)
        fabriek.klaar()
        return belang


@pytest.fixture(params=["van_tafel", "persoon", "organisatie"])
def kring(fabriek: Fabriek, request: pytest.FixtureRequest) -> Kring:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    inbrenger = fabriek.lid(tafel, politie, Rol.INBRENGER)
    casus = fabriek.casus(tafel, inbrenger, CasusStatus.GEAGENDEERD, melding_status=MeldingStatus.GEEN)
    overleg = fabriek.overleg(tafel, date(2026, 12, 3))
    bespreking = fabriek.bespreking(overleg, casus)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    schrijf(fabriek.sessie, fabriek.vrager(voorzitter), Soort.CASUS_BEKEKEN, casus)
    fabriek.klaar()
    return Kring(voorzitter, inbrenger, overleg, casus, bespreking, request.param)


def test_inbrenger__eigen_aanmelding__dicht(kring: Kring, fabriek: Fabriek, als: Als) -> None:
    client = als(kring.inbrenger)
    paden = [f"/casussen/{kring.casus.id}{achter}" for achter in ("", "/spoed", "/bewerken")]
    assert client.get(paden[0]).status_code == 200
    kring.trek_terug(fabriek, kring.inbrenger)
    assert [client.get(pad).status_code for pad in paden] == [404, 404, 404]
    assert str(kring.casus.kenmerk) not in client.get("/casussen").text


@pytest.mark.parametrize("waar", ["/logboek", "/overleggen/{overleg}/agenda"])
def test_voorzitter__logboek_en_controle__zwijgen(
    kring: Kring, fabriek: Fabriek, als: Als, waar: str
) -> None:
    client, pad = als(kring.voorzitter), waar.format(overleg=kring.overleg.id)
    assert str(kring.casus.kenmerk) in client.get(pad).text
    kring.trek_terug(fabriek, kring.voorzitter)
    assert str(kring.casus.kenmerk) not in client.get(pad).text


def test_voorzitter__versturen__zegt_dat_er_iets_is_en_niet_wat(
    kring: Kring, fabriek: Fabriek, als: Als
) -> None:
    kring.trek_terug(fabriek, kring.voorzitter)
    antwoord = als(kring.voorzitter).post(f"/overleggen/{kring.overleg.id}/agenda/versturen")
    assert antwoord.status_code == 422
    assert "een casus die voor u gesloten is" in antwoord.text
    assert str(kring.casus.kenmerk) not in antwoord.text


def test_deur__evenveel_vragen__hoe_vaak_ook_geagendeerd(
    kring: Kring, fabriek: Fabriek, als: Als, tel_vragen: Tel
) -> None:
    client, pad = (
        als(kring.voorzitter),
        f"/overleggen/{kring.overleg.id}/agenda/punten/{kring.bespreking.punt_id}",
    )
    assert client.get(pad).status_code == 200
    weinig = tel_vragen(lambda: client.get(pad))
    for dag in range(1, 6):
        eerder = fabriek.overleg(kring.overleg.tafel, date(2026, 6, dag), OverlegStatus.AFGEROND)
        punt_id = fabriek.bespreking(eerder, kring.casus).punt_id
        deelname = Deelname(
            overleg_id=eerder.id, naam="Iemand", organisatie_id=kring.inbrenger.organisatie_id
        )
        fabriek.sessie.add(deelname)
        fabriek.sessie.flush()
        fabriek.sessie.add(AfwezigBij(deelname_id=deelname.id, punt_id=punt_id, belangenconflict=True))
    fabriek.klaar()
    assert tel_vragen(lambda: client.get(pad)) == weinig
