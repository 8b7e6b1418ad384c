"""Two tafels with a casus each, and who looked at the first: for tests of the views on the logboek."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models import Casus, Directbetrokkene, Gebeurtenis, Gebruiker
from models.waarden import BetrokkeneRol, Bezetting, CasusStatus, OrganisatieSoort, Rol
from overleg.logboek.soorten import Soort
from tests.steun.fabriek import Fabriek

OCHTEND = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
"""Half past nine in Amsterdam."""
KANARIES = ("Kanarie", "kanarie", "contactverbod", "slachtoffer", "pleger")
GEBOREN = date(1990, 4, 5)


@dataclass
class Wereld:
    """Two tafels with a casus each; people looked at the first."""

    casus: Casus
    vreemd: Casus
    slachtoffer: Directbetrokkene
    pleger: Directbetrokkene
    voorzitter: Gebruiker
    agent: Gebruiker
    functionaris: Gebruiker
    fabriek: Fabriek

    def regel(
        self, wie: Gebruiker, soort: Soort, tijd: datetime, casus: Casus | None = None, **rest: Any
    ) -> None:
        """Write a line of a moment that the test chooses."""
        over = casus or self.casus
        vrager = self.fabriek.vrager(wie)
        waarden = {
            "betrokkenen": [str(b.id) for b in over.betrokkenen],
            "casus_id": over.id,
            "object_id": over.id,
            "uitkomst": "gedaan",
            "regel": "casus_zien: is_binnen, is_vaste_partner",
            **rest,
        }
        self.fabriek.sessie.add(
            Gebeurtenis(
                tijd=tijd,
                soort=soort.value,
                gebruiker_id=wie.id,
                gebruiker_naam=wie.naam,
                organisatie_naam=vrager.organisatie_naam,
                rol=vrager.rol_bij(over.tafel_id),
                tafel_id=over.tafel_id,
                gegevens={},
                **waarden,
            )
        )


def maak_wereld(fabriek: Fabriek) -> Wereld:
    """Make it, with three looks by an agent and a download by the voorzitter."""
    tafel, ander = fabriek.tafel(), fabriek.tafel("Brakzijl", "BZ")
    vt, politie = (
        fabriek.partner(tafel, s) for s in (OrganisatieSoort.VEILIG_THUIS, OrganisatieSoort.POLITIE)
    )
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="Vera Voorzit")
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER, naam="Aron Agent", bezetting=Bezetting.ACHTERVANG)
    casus = fabriek.casus(tafel, voorzitter, CasusStatus.TOEGELATEN)
    elders = fabriek.lid(ander, fabriek.partner(ander, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    vreemd = fabriek.casus(ander, elders, CasusStatus.TOEGELATEN)
    wereld = Wereld(
        casus,
        vreemd,
        fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Kanarie Één", geboortedatum=GEBOREN),
        fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, "Kanarie Twee", geboortejaar=1985),
        voorzitter,
        agent,
        fabriek.gebruiker(vt, naam="Fien Functionaris", functionaris=True),
        fabriek,
    )
    fabriek.sessie.refresh(casus)
    for minuten in (0, 20, 200):
        wereld.regel(agent, Soort.CASUS_BEKEKEN, OCHTEND + timedelta(minutes=minuten), namens="Vaste Vos")
    wereld.regel(voorzitter, Soort.CASUS_GEDOWNLOAD, OCHTEND + timedelta(days=1))
    wereld.regel(agent, Soort.TOEGANG_GEWEIGERD, OCHTEND, uitkomst="geweigerd", regel="")
    wereld.regel(elders, Soort.CASUS_BEKEKEN, OCHTEND, vreemd)
    fabriek.klaar()
    return wereld


def rijen_van(tekst: str, bijschrift: str) -> list[str]:
    """Return the rows of a table as text, without the words of the columns."""
    deel = tekst.split(bijschrift)[1].split("</table>", maxsplit=1)[0].split("<tbody>")[1]
    zonder = re.sub(r'<span class="tabel__kolom".*?</span>', "", deel, flags=re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", rij).split()) for rij in zonder.split("</tr>")[:-1]]


def zonder_inhoud(tekst: str) -> None:
    assert [kanarie for kanarie in KANARIES if kanarie in tekst] == []
