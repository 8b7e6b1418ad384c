"""The bijdragen of the made grid: every state, with and without Wpg art. 9."""

from collections.abc import Mapping, Sequence

from models import (
    Bijdrageontvanger,
    Casus,
    Gebruiker,
    Grondslag,
    Informatiebijdrage,
    Informatieverzoek,
    Organisatie,
)
from models.waarden import BijdrageStatus, OMUitkomst, OrganisatieSoort
from models.waarden_uitvraag import Antwoordwijze
from overleg.basis.klok import nu

Org = OrganisatieSoort
SOORTEN = (
    (BijdrageStatus.INGEDIEND, False, None, Org.POLITIE),
    (BijdrageStatus.CONCEPT, False, None, Org.POLITIE),
    (BijdrageStatus.INGEDIEND, True, None, Org.POLITIE),
    (BijdrageStatus.INGEDIEND, True, OMUitkomst.NIET_AKKOORD, Org.POLITIE),
    (BijdrageStatus.INGEDIEND, True, OMUitkomst.AKKOORD, Org.POLITIE),
    (BijdrageStatus.INGEDIEND, False, None, Org.GEMEENTE),
    (BijdrageStatus.INGEDIEND, False, None, Org.GGZ),
)
NAMENS = {
    "gegeven_door": "x",
    "gegeven_functie": "x",
    "gegeven_hoe": Antwoordwijze.TELEFOON,
    "gegeven_op": nu().date(),
}
"""Of the GGZ nobody could answer: who leads recorded what it said."""


def maak_bijdragen(
    org: Mapping[OrganisatieSoort, Organisatie],
    casus: Casus,
    verzoeken: Sequence[Informatieverzoek],
    grond: Grondslag,
    door: Gebruiker,
) -> list[Informatiebijdrage]:
    """Return one bijdrage of each kind; those of the gemeente and the GGZ reach VT only."""
    per = {verzoek.organisatie_id: verzoek.id for verzoek in verzoeken if not verzoek.functie}
    return [
        Informatiebijdrage(
            casus_id=casus.id,
            verzoek_id=None if gever is Org.GEMEENTE else per[org[gever].id],
            **(NAMENS if gever is Org.GGZ else {}),
            organisatie_id=org[gever].id,
            door_id=door.id,
            status=status,
            bekend=True,
            feiten="f",
            artikel_9=artikel_9,
            om_uitkomst=uitkomst,
            om_contact_op=nu() if uitkomst else None,
            om_contact_met="C. Verlaat" if uitkomst else "",
            ontvangers=[
                Bijdrageontvanger(organisatie_id=org[soort].id, grondslag_id=grond.id)
                for soort in (Org.VEILIG_THUIS, Org.OM, Org.RECLASSERING, Org.RVDK, Org.GEMEENTE)
                if gever is Org.POLITIE or soort is Org.VEILIG_THUIS
            ],
        )
        for status, artikel_9, uitkomst, gever in SOORTEN
    ]
