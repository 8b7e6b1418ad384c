"""Which organisaties sit at a tafel, always or on request (domein.md §2): one of the lists it keeps."""

import uuid
from dataclasses import dataclass

from models import Tafelpartner
from models.waarden import Partnervorm
from overleg.beheer.handelingen.instellingen import Einde, Instelling

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
