"""The pages of the meeting: starting it, going through the items, who may see what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Agendapunt, Bespreking, Casus, Gebruiker, Organisatie, Overleg, Overlegtafel
from models.waarden import (
    BetrokkeneRol,
    CasusStatus,
    OrganisatieSoort,
    OverlegStatus,
    PuntSoort,
    Rol,
    Veld,
)
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
DAG = date(2026, 12, 3)


@dataclass
class Tafel:
    """One tafel with its partners, a casus of it, and an overleg with that casus on the agenda."""

    tafel: Overlegtafel
    vt: Organisatie
    politie: Organisatie
    voorzitter: Gebruiker
    agent: Gebruiker
    casus: Casus
    overleg: Overleg
    opening: Agendapunt
    punt: Agendapunt

    @property
    def url(self) -> str:
        return f"/overleggen/{self.overleg.id}/bespreking"

    @property
    def punt_url(self) -> str:
        return f"{self.url}/{self.punt.id}"


@pytest.fixture
def tafel(fabriek: Fabriek) -> Tafel:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="S. Wiegersma")
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER, naam="T. Hoekman")
    casus = fabriek.casus(tafel, agent, CasusStatus.GEAGENDEERD, grootste_zorg="Een val die niemand ziet.")
    fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Wiepie Hornstra")
    overleg = fabriek.overleg(tafel, DAG)
    opening = fabriek.punt(overleg, PuntSoort.OPENING)
    punt = fabriek.punt(overleg, PuntSoort.CASUS, casus)
    fabriek.klaar()
    return Tafel(tafel, vt, politie, voorzitter, agent, casus, overleg, opening, punt)


def test_starten_en_beginnen__voorzitter__opent_de_bespreking(
    tafel: Tafel, als: Als, db_sessie: Session
) -> None:
    client = als(tafel.voorzitter)
    assert client.get(tafel.url).status_code == 200
    assert client.get(tafel.punt_url).status_code == 200
    assert client.post(f"{tafel.url}/start").status_code == 303
    assert client.post(f"{tafel.punt_url}/begin").status_code == 303
    db_sessie.expire_all()
    assert tafel.overleg.status is OverlegStatus.LOPEND
    assert tafel.overleg.huidig_punt_id == tafel.punt.id
    bespreking = db_sessie.scalars(select(Bespreking)).one()
    teksten = {(veld.veld, veld.betrokkene_id is not None): veld.waarde for veld in bespreking.velden}
    assert len(teksten) == len(Veld)
    assert teksten[Veld.GROOTSTE_ZORG, False] == "Een val die niemand ziet."
    assert client.get(tafel.punt_url).status_code == 200
