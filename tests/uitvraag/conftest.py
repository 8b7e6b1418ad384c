"""A tafel with the usual partners and one admitted casus."""

from dataclasses import dataclass, field

import pytest

from models import Casus, Gebruiker, Organisatie, Overlegtafel
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, Partnervorm, Rol
from tests.steun.fabriek import Fabriek

Org = OrganisatieSoort


@dataclass
class Wereld:
    """The people and the casus of a test."""

    tafel: Overlegtafel
    casus: Casus
    org: dict[Org, Organisatie] = field(default_factory=dict)
    wie: dict[str, Gebruiker] = field(default_factory=dict)


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Make VT, politie, OM (fixed), reclassering and RvdK (on request), a gemeente outside, and a casus."""
    tafel = fabriek.tafel()
    org = {soort: fabriek.partner(tafel, soort) for soort in (Org.VEILIG_THUIS, Org.POLITIE, Org.OM)}
    for soort in (Org.RECLASSERING, Org.RVDK):
        org[soort] = fabriek.partner(tafel, soort, Partnervorm.OP_VERZOEK)
    org[Org.GEMEENTE] = fabriek.organisatie(Org.GEMEENTE)
    wie = {
        "voorzitter": fabriek.lid(tafel, org[Org.VEILIG_THUIS], Rol.VOORZITTER),
        "secretaris": fabriek.lid(tafel, org[Org.VEILIG_THUIS], Rol.SECRETARIS),
        "vt": fabriek.lid(tafel, org[Org.VEILIG_THUIS], Rol.DEELNEMER),
        "arts": fabriek.lid(tafel, org[Org.VEILIG_THUIS], Rol.DEELNEMER, functie="Vertrouwensarts"),
        "politie": fabriek.lid(tafel, org[Org.POLITIE], Rol.DEELNEMER),
        "om": fabriek.lid(tafel, org[Org.OM], Rol.DEELNEMER),
        "reclassering": fabriek.lid(tafel, org[Org.RECLASSERING], Rol.DEELNEMER),
        "rvdk": fabriek.lid(tafel, org[Org.RVDK], Rol.DEELNEMER),
        "gemeente": fabriek.lid(tafel, org[Org.GEMEENTE], Rol.GAST),
    }
    casus = fabriek.casus(tafel, wie["politie"], CasusStatus.TOEGELATEN)
    fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Marijke Stoelwinder")
    fabriek.betrokkene(casus, BetrokkeneRol.KIND, "Fenna Aartshof", geboortejaar=2017)
    fabriek.klaar()
    return Wereld(tafel, casus, org, wie)
