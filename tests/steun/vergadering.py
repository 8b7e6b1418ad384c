"""A meeting that is on: twelve people of six organisaties, and casussen whose bespreking is open.

For the server of production: what is made is committed, and the address of everything is given.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from models import Bespreking, Gebruiker, Organisatie, Overlegtafel, Tekstveld
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, OverlegStatus, Rol, Veld
from overleg.basis.klok import nu, vandaag
from tests.steun.fabriek import Fabriek

PERSONEN = 12
SOORTEN = (
    OrganisatieSoort.VEILIG_THUIS,
    OrganisatieSoort.POLITIE,
    OrganisatieSoort.OM,
    OrganisatieSoort.RECLASSERING,
    OrganisatieSoort.RVDK,
    OrganisatieSoort.GGZ,
)
VELDEN = (
    Veld.FEITENONDERZOEK,
    Veld.GROOTSTE_ZORG,
    Veld.AFWEGING,
    Veld.VEILIGHEIDSPLAN,
    Veld.VOLGORDE,
    Veld.AFWIJKEND,
)
"""The texts of the whole casus that everyone at the table may write."""


@dataclass
class Casusplek:
    """One casus on the agenda, with the addresses of its texts."""

    punt_id: UUID
    casus_id: UUID
    bespreking_id: UUID
    velden: list[UUID] = field(default_factory=list)

    def tekst(self, veld: UUID) -> str:
        """Return where a text is saved."""
        return f"/besprekingen/{self.bespreking_id}/teksten/{veld}"

    @property
    def afspraken(self) -> str:
        """Return where an afspraak is added."""
        return f"/besprekingen/{self.bespreking_id}/afspraken/nieuw"


@dataclass
class Vergadering:
    """One overleg that is on."""

    overleg_id: UUID
    tafel_id: UUID
    emails: list[str]
    organisatie_id: UUID
    casussen: list[Casusplek]

    @property
    def url(self) -> str:
        """The address of the meeting."""
        return f"/overleggen/{self.overleg_id}/bespreking"

    @property
    def stroom(self) -> str:
        """The address of its stream."""
        return f"/overleggen/{self.overleg_id}/stroom"


def vergadering(fabriek: Fabriek, nummer: int = 1, casussen: int = 2) -> Vergadering:
    """Make a tafel of its own with a meeting that is on. Does not commit."""
    tafel = fabriek.tafel(f"Proef {nummer}", f"P{nummer}")
    partners = [fabriek.partner(tafel, soort) for soort in SOORTEN]
    mensen = _mensen(fabriek, tafel, partners)
    overleg = fabriek.overleg(tafel, vandaag(), OverlegStatus.LOPEND, begonnen_op=nu())
    plekken = []
    for _nr in range(casussen):
        casus = fabriek.casus(tafel, mensen[2], CasusStatus.GEAGENDEERD)
        betrokkenen = [
            fabriek.betrokkene(casus, rol, f"{rol.tekst} {nummer}")
            for rol in (BetrokkeneRol.SLACHTOFFER, BetrokkeneRol.PLEGER, BetrokkeneRol.KIND)
        ]
        bespreking = fabriek.bespreking(overleg, casus)
        velden = [Tekstveld(bespreking_id=bespreking.id, veld=veld) for veld in VELDEN]
        velden += [
            Tekstveld(bespreking_id=bespreking.id, veld=Veld.PLAN_PERSOON, betrokkene_id=b.id)
            for b in betrokkenen
        ]
        plekken.append(_plek(fabriek, bespreking, velden))
    overleg.huidig_punt_id = plekken[0].punt_id if plekken else None
    fabriek.sessie.flush()
    return Vergadering(
        overleg_id=overleg.id,
        tafel_id=tafel.id,
        emails=[mens.email for mens in mensen],
        organisatie_id=partners[1].id,
        casussen=plekken,
    )


def _mensen(fabriek: Fabriek, tafel: Overlegtafel, partners: list[Organisatie]) -> list[Gebruiker]:
    """Return a voorzitter and eleven members."""
    return [
        fabriek.lid(tafel, partners[nr % len(partners)], Rol.DEELNEMER if nr else Rol.VOORZITTER)
        for nr in range(PERSONEN)
    ]


def _plek(fabriek: Fabriek, bespreking: Bespreking, velden: list[Tekstveld]) -> Casusplek:
    fabriek.sessie.add_all(velden)
    fabriek.sessie.flush()
    return Casusplek(bespreking.punt_id, bespreking.casus_id, bespreking.id, [veld.id for veld in velden])
