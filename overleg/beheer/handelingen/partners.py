"""Which organisaties sit at a tafel, always or on request (domein.md §2): one of the lists it keeps."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebruiker, Lidmaatschap, Tafelpartner
from models.waarden import Partnervorm
from overleg.beheer.handelingen.instellingen import Einde, Instelling, haal_weg
from overleg.beheer.vertrek import doe_vervolg
from overleg.toegang.vrager import Vrager

PARTNERLIJST = Instelling(
    "partners",
    Tafelpartner,
    Einde.UITZETTEN,
    "organisatie_id",
    "Deze organisatie staat al in de lijst. Wijzig haar daar, of neem haar weer in gebruik.",
)


@dataclass(frozen=True)
class Partner:
    """How a partner sits at the tafel."""

    vorm: Partnervorm


@dataclass(frozen=True)
class NieuwePartner(Partner):
    """An organisatie at the tafel."""

    organisatie_id: uuid.UUID


def haal_partner_weg(sessie: Session, vrager: Vrager, partner: Tafelpartner) -> None:
    """Take a partner out of use: for its people at this tafel the same follows as when they leave."""
    haal_weg(sessie, vrager, PARTNERLIJST, partner)
    leden = (
        select(Gebruiker)
        .where(
            Gebruiker.organisatie_id == partner.organisatie_id,
            Gebruiker.id.in_(
                select(Lidmaatschap.gebruiker_id).where(Lidmaatschap.tafel_id == partner.tafel_id)
            ),
        )
        .order_by(Gebruiker.email)
    )
    for lid in sessie.scalars(leden).all():
        doe_vervolg(sessie, lid)
