"""A tafel with its partners and a casus whose bespreking is open, for tests of the decisions and after."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import (
    Aansluiting,
    Afspraak,
    Bespreking,
    Casus,
    Directbetrokkene,
    Gebruiker,
    Informering,
    Organisatie,
    Overleg,
    Overlegtafel,
)
from models.waarden import (
    AfspraakSoort,
    BesprekingStatus,
    BetrokkeneRol,
    CasusStatus,
    Domein,
    InformerenStatus,
    OrganisatieSoort,
    OverlegStatus,
    PuntSoort,
    Rol,
    Veld,
)
from overleg.basis.klok import nu, vandaag
from overleg.bespreking.handelingen import open_bespreking
from tests.steun.fabriek import Fabriek


def dag(over: int) -> str:
    """Return the day so many days from now, as people type it."""
    return f"{vandaag() + timedelta(days=over):%d-%m-%Y}"


@dataclass
class Wereld:
    """The people and the casus; `typ_*` post the forms as the voorzitter does."""

    fabriek: Fabriek
    tafel: Overlegtafel
    vt: Organisatie
    politie: Organisatie
    om: Organisatie
    voorzitter: Gebruiker
    secretaris: Gebruiker
    agent: Gebruiker
    officier: Gebruiker
    overleg: Overleg
    casus: Casus
    slachtoffer: Directbetrokkene
    kind: Directbetrokkene
    bespreking: Bespreking
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def sessie(self) -> Session:
        """The session of the test."""
        return self.fabriek.sessie

    def afspraak(self, nummer: int, organisatie: Organisatie, **kolommen: Any) -> Afspraak:
        """Make an afspraak of this bespreking that does not hold yet."""
        gegevens: dict[str, Any] = {
            "wat": f"Afspraak nummer {nummer}",
            "soort": AfspraakSoort.INTERVENTIE,
            "domein": Domein.STRAF,
            "datum": vandaag() + timedelta(days=7),
        }
        afspraak = Afspraak(
            casus_id=self.casus.id,
            bespreking_id=self.bespreking.id,
            nummer=nummer,
            organisatie_id=organisatie.id,
            **{**gegevens, **kolommen},
        )
        self.sessie.add(afspraak)
        self.fabriek.klaar()
        return afspraak

    def gast(self, organisatie: Organisatie) -> None:
        """Let an organisatie join this casus as a guest."""
        self.sessie.add(
            Aansluiting(
                casus_id=self.casus.id,
                organisatie_id=organisatie.id,
                als_gast=True,
                reden="Kent het gezin.",
                besloten_door_id=self.voorzitter.id,
            )
        )
        self.fabriek.klaar()

    def vul_plan(self) -> None:
        """Write a line in the plan for every person."""
        for veld in self.bespreking.velden:
            if veld.veld is Veld.PLAN_PERSOON:
                veld.waarde = "Er is een veilige plek."
        self.fabriek.klaar()

    def post(self, client: FlaskClient, pad: str, **velden: Any) -> TestResponse:
        """Post to a screen of this bespreking."""
        return client.post(f"/besprekingen/{self.bespreking.id}/{pad}", data=velden)

    def regie(self, client: FlaskClient, organisatie: Organisatie, naam: str, **velden: Any) -> TestResponse:
        """Answer the first question; achtervang is the voorzitter's organisatie."""
        gegevens = {
            "regie-versie": "0",
            "regie-organisatie": str(organisatie.id),
            "regie-naam": naam,
            "regie-achtervang_organisatie": str(self.vt.id),
            "regie-achtervang": self.voorzitter.naam,
            "regie-aanspreekpunt": "T. Hoekman, politie",
            "regie-toelichting": "Die organisatie kent het gezin.",
        }
        return self.post(client, "besluiten/regie", **{**gegevens, **velden})

    def monitoring(self, client: FlaskClient, *, ja: bool, **velden: Any) -> TestResponse:
        """Answer the second question."""
        gegevens = {
            "monitoring-versie": "0",
            "monitoring-ja": "ja" if ja else "nee",
            "monitoring-grond": "opvolging",
            "monitoring-organisatie": str(self.vt.id),
            "monitoring-naam": self.voorzitter.naam,
            "monitoring-datum": dag(14),
            "monitoring-wat": "Naleving van het contactverbod.",
            "monitoring-toelichting": "Wij willen zien of het is nagekomen.",
        }
        return self.post(client, "besluiten/monitoring", **{**gegevens, **velden})

    def informeren(self, client: FlaskClient, wie: Directbetrokkene, **velden: Any) -> TestResponse:
        """Answer the third question for one person."""
        gegevens = {
            "informeren-betrokkene": str(wie.id),
            "informeren-wat": "Wat er is afgesproken.",
            "informeren-organisatie": str(self.politie.id),
            "informeren-naam": self.agent.naam,
            "informeren-wanneer": "gepland",
            "informeren-op": dag(3),
        }
        return self.post(client, "besluiten/informeren", **{**gegevens, **velden})

    def opschaling(self, client: FlaskClient, keuze: str, **velden: Any) -> TestResponse:
        """Answer the fifth question."""
        gegevens = {
            "opschaling-versie": "0",
            "opschaling-keuze": keuze,
            "opschaling-toelichting": "Deze tafel kan het zelf.",
        }
        return self.post(client, "besluiten/opschaling", **{**gegevens, **velden})

    def geen_partijen(self, client: FlaskClient) -> TestResponse:
        """Answer the fourth question with no."""
        velden = {"geen_partijen-versie": "0", "geen_partijen-toelichting": "Iedereen zit aan tafel."}
        return self.post(client, "besluiten/geen-partijen", **velden)

    def beantwoord_alles(self, client: FlaskClient, *, monitoring: bool = False) -> None:
        """Answer all five questions in the plainest way."""
        antwoorden = [
            self.regie(client, self.politie, self.agent.naam),
            self.monitoring(client, ja=monitoring),
            self.informeren(client, self.slachtoffer),
            self.informeren(client, self.kind),
            self.geen_partijen(client),
            self.opschaling(client, "niet_nodig"),
        ]
        assert [antwoord.status_code for antwoord in antwoorden] == [303] * len(antwoorden)
        self.vul_plan()

    def rond_af(self, client: FlaskClient) -> TestResponse:
        """Close the bespreking."""
        return self.post(client, "afronden")


def maak_wereld(fabriek: Fabriek) -> Wereld:
    """Make the tafel, its people and one casus that is on in a running meeting."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    om = fabriek.partner(tafel, OrganisatieSoort.OM)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="S. Wiegersma")
    secretaris = fabriek.lid(tafel, vt, Rol.SECRETARIS, naam="P. Noordhof")
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER, naam="T. Hoekman")
    officier = fabriek.lid(tafel, om, Rol.DEELNEMER, naam="C. Verlaat")
    casus = fabriek.casus(tafel, agent, CasusStatus.GEAGENDEERD)
    slachtoffer = fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Marijke Stoelwinder")
    kind = fabriek.betrokkene(casus, BetrokkeneRol.KIND, "Fenna Aartshof")
    overleg = fabriek.overleg(tafel, vandaag(), OverlegStatus.LOPEND)
    bespreking = fabriek.bespreking(overleg, casus)
    open_bespreking(fabriek.sessie, bespreking.punt)
    overleg.huidig_punt_id = bespreking.punt_id
    fabriek.klaar()
    return Wereld(
        fabriek, tafel, vt, politie, om, voorzitter, secretaris, agent, officier, overleg, casus,
        slachtoffer, kind, bespreking,
    )  # fmt: skip


def open_tweede_bespreking(wereld: Wereld, soort: PuntSoort = PuntSoort.CASUS) -> Bespreking:
    """Put the meeting of the closed bespreking a week back, and have the casus on in one of today."""
    eerst = wereld.overleg
    eerst.status, eerst.huidig_punt_id = OverlegStatus.AFGEROND, None
    eerst.datum = vandaag() - timedelta(days=7)
    wereld.casus.status = CasusStatus.GEAGENDEERD
    overleg = wereld.fabriek.overleg(wereld.tafel, vandaag(), OverlegStatus.LOPEND)
    punt = wereld.fabriek.punt(overleg, soort, wereld.casus)
    bespreking = open_bespreking(wereld.sessie, punt)
    overleg.huidig_punt_id = punt.id
    wereld.fabriek.klaar()
    return bespreking


def volgende_week() -> date:
    """Return a day after today on which a next meeting can be."""
    return vandaag() + timedelta(days=7)


def met_open_afspraken(fabriek: Fabriek) -> Wereld:
    """Close the bespreking, with afspraken of the politie (`extra["1"]` to `["3"]`) and the OM (`["om"]`)."""
    wereld = maak_wereld(fabriek)
    wereld.bespreking.afgerond_op = nu()
    wereld.bespreking.status = BesprekingStatus.AFGEROND
    wereld.casus.status = CasusStatus.BESPROKEN
    for nummer in (1, 2, 3):
        dag = vandaag() + timedelta(days=nummer)
        wereld.extra[str(nummer)] = wereld.afspraak(nummer, wereld.politie, geldt_vanaf=nu(), datum=dag)
    wereld.extra["om"] = wereld.afspraak(4, wereld.om, geldt_vanaf=nu())
    return wereld


def ieder_weet_het(wereld: Wereld) -> None:
    """Let everybody have been told."""
    wereld.sessie.expire_all()
    for rij in wereld.sessie.scalars(select(Informering)):
        rij.status, rij.gedaan_op = InformerenStatus.GEDAAN, rij.op
    wereld.fabriek.klaar()
