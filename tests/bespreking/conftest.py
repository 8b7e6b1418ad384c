"""A tafel in the middle of a meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Agendapunt,
    Bespreking,
    Casus,
    Directbetrokkene,
    Gebruiker,
    Organisatie,
    Overleg,
    Overlegtafel,
    Tekstveld,
)
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, PuntSoort, Rol, Veld
from tests.bespreking.tafelgenoot import aan_tafel, adres, demo_sjabloon  # noqa: F401 fixtures, for every test here
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
DAG = date(2026, 12, 3)


@dataclass
class Zitting:
    """One tafel with its partners, two casussen of it, and an overleg with both on the agenda."""

    sessie: Session
    tafel: Overlegtafel
    vt: Organisatie
    politie: Organisatie
    om: Organisatie
    voorzitter: Gebruiker
    vt_lid: Gebruiker
    agent: Gebruiker
    officier: Gebruiker
    casus: Casus
    andere: Casus
    marijke: Directbetrokkene
    ruben: Directbetrokkene
    fenna: Directbetrokkene
    overleg: Overleg
    opening: Agendapunt
    punt: Agendapunt
    ander_punt: Agendapunt

    @property
    def url(self) -> str:
        """Return the address of the meeting."""
        return f"/overleggen/{self.overleg.id}/bespreking"

    @property
    def punt_url(self) -> str:
        """Return the address of the casus in the meeting."""
        return f"{self.url}/{self.punt.id}"

    def begin(self, voorzitter: FlaskClient) -> None:
        """Start the meeting and put the casus on."""
        assert voorzitter.post(f"{self.url}/start").status_code == 303
        assert voorzitter.post(f"{self.punt_url}/begin").status_code == 303
        self.sessie.expire_all()

    @property
    def bespreking(self) -> Bespreking:
        """Return the bespreking of the casus, once it began."""
        return self.sessie.scalars(select(Bespreking).where(Bespreking.punt_id == self.punt.id)).one()

    def veld(self, soort: Veld) -> Tekstveld:
        """Return a text of the bespreking."""
        return self.sessie.scalars(
            select(Tekstveld)
            .where(Tekstveld.bespreking_id == self.bespreking.id, Tekstveld.veld == soort)
            .order_by(Tekstveld.id)
        ).first() or pytest.fail(f"geen {soort}")

    def tekst_url(self, veld: Tekstveld) -> str:
        """Return where a text is saved."""
        return f"/besprekingen/{veld.bespreking_id}/teksten/{veld.id}"

    @property
    def afspraken_url(self) -> str:
        """Return where an afspraak is added."""
        return f"/besprekingen/{self.bespreking.id}/afspraken/nieuw"


@pytest.fixture
def zitting(fabriek: Fabriek) -> Zitting:
    """Return a tafel with an overleg that can start."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    om = fabriek.partner(tafel, OrganisatieSoort.OM)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="L. Dekkinga")
    vt_lid = fabriek.lid(tafel, vt, Rol.DEELNEMER, naam="S. Wiegersma")
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER, naam="T. Hoekman")
    officier = fabriek.lid(tafel, om, Rol.DEELNEMER, naam="C. Verlaat")
    casus = fabriek.casus(
        tafel, agent, CasusStatus.GEAGENDEERD, grootste_zorg="Ruben doodt Marijke rond een overdracht."
    )
    overleg = fabriek.overleg(tafel, DAG)
    andere = fabriek.casus(tafel, agent, CasusStatus.GEAGENDEERD)
    zitting = Zitting(
        sessie=fabriek.sessie,
        tafel=tafel,
        vt=vt,
        politie=politie,
        om=om,
        voorzitter=voorzitter,
        vt_lid=vt_lid,
        agent=agent,
        officier=officier,
        casus=casus,
        andere=andere,
        marijke=fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Marijke Stoelwinder"),
        ruben=fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, "Ruben Aartshof"),
        fenna=fabriek.betrokkene(casus, BetrokkeneRol.KIND, "Fenna Aartshof"),
        overleg=overleg,
        opening=fabriek.punt(overleg, PuntSoort.OPENING),
        punt=fabriek.punt(overleg, PuntSoort.CASUS, casus),
        ander_punt=fabriek.punt(overleg, PuntSoort.CASUS, andere),
    )
    fabriek.klaar()
    return zitting
