"""A tafel with its people, and an overleg with the standing items."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

import pytest

from models import Aansluiting, Casus, Gebruiker, Organisatie, Overleg, Overlegtafel
from models.waarden import (
    Bezetting,
    CasusStatus,
    OrganisatieSoort,
    OverlegVorm,
    Partnervorm,
    Rol,
)
from overleg.agenda.handelingen.plannen import Overlegplan, plan_overleggen
from overleg.basis.klok import vandaag
from overleg.toegang.vrager import Vrager
from tests.steun.fabriek import Fabriek

PLAN = Overlegplan(time(9), time(12), OverlegVorm.FYSIEK, "Markt 1, Lindewoude")


@dataclass
class Gezelschap:
    """A tafel with voorzitter, secretaris, members of politie, OM and (on request) reclassering."""

    fabriek: Fabriek
    tafel: Overlegtafel
    organisaties: dict[str, Organisatie] = field(default_factory=dict)
    mensen: dict[str, Gebruiker] = field(default_factory=dict)

    def vrager(self, wie: str) -> Vrager:
        return self.fabriek.vrager(self.mensen[wie])

    def casus(self, status: CasusStatus = CasusStatus.TOEGELATEN, **kolommen: Any) -> Casus:
        return self.fabriek.casus(self.tafel, self.mensen["politie"], status, **kolommen)

    def overleg(self, dag: date | None = None) -> Overleg:
        """Plan an overleg, over a week unless on `dag`, as the secretaris would."""
        dag = dag or vandaag() + timedelta(days=7)
        (overleg,) = plan_overleggen(self.fabriek.sessie, self.vrager("secretaris"), self.tafel, [dag], PLAN)
        return overleg

    def sluit_aan(self, casus: Casus, organisatie: Organisatie, *, als_gast: bool = False) -> None:
        self.fabriek.sessie.add(
            Aansluiting(
                casus=casus,
                organisatie=organisatie,
                als_gast=als_gast,
                reden="Heeft toezicht.",
                besloten_door_id=self.mensen["voorzitter"].id,
            )
        )
        self.fabriek.sessie.flush()


@pytest.fixture
def gezelschap(fabriek: Fabriek) -> Gezelschap:
    tafel = fabriek.tafel()
    g = Gezelschap(fabriek, tafel)
    soorten = {
        "vt": (OrganisatieSoort.VEILIG_THUIS, Partnervorm.VAST),
        "politie": (OrganisatieSoort.POLITIE, Partnervorm.VAST),
        "om": (OrganisatieSoort.OM, Partnervorm.VAST),
        "reclassering": (OrganisatieSoort.RECLASSERING, Partnervorm.OP_VERZOEK),
    }
    for naam, (soort, vorm) in soorten.items():
        g.organisaties[naam] = fabriek.partner(tafel, soort, vorm)
    vt = g.organisaties["vt"]
    g.mensen["voorzitter"] = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="Vera Voorzitter")
    g.mensen["secretaris"] = fabriek.lid(tafel, vt, Rol.SECRETARIS, naam="Sam Secretaris")
    for naam in ("politie", "om", "reclassering"):
        g.mensen[naam] = fabriek.lid(tafel, g.organisaties[naam], Rol.DEELNEMER, naam=f"Lid {naam}")
    g.mensen["achtervang"] = fabriek.lid(
        tafel, g.organisaties["politie"], Rol.DEELNEMER, naam="Ada Achtervang", bezetting=Bezetting.ACHTERVANG
    )
    g.organisaties["gemeente"] = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    g.mensen["gast"] = fabriek.gebruiker(g.organisaties["gemeente"], "Gerda Gast")
    g.fabriek.klaar()
    return g
