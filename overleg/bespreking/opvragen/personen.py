"""Who is named in a decision, and for whom: an account, a guest, a partner with mandate."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Aansluiting,
    Casus,
    Gebruiker,
    Organisatie,
    Tafelpartner,
)
from models.waarden import OrganisatieSoort
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.bespreking.invoer_besluiten import Wie
from overleg.bespreking.regels.noemen import Genoemde, aanduidingen
from overleg.toegang.uitsluiting import is_uitgesloten


@dataclass(frozen=True)
class Benoemd:
    """Someone who was named: the account when there is one, and the name as typed."""

    organisatie_id: uuid.UUID
    persoon_id: uuid.UUID | None
    naam: str


def hoe_genoemd(casus: Casus, *, met_rol: bool = False) -> dict[uuid.UUID, str]:
    """Return what each directbetrokkene of a casus is called, no two the same."""
    mensen = [Genoemde(mens.id, mens.naam, mens.rol) for mens in casus.betrokkenen]
    return aanduidingen(mensen, met_rol=met_rol)


def zit_aan_tafel(sessie: Session, casus: Casus, organisatie_id: uuid.UUID) -> bool:
    """Whether an organisatie takes part in this casus as a partner: not as a guest, with mandate."""
    als_gast = sessie.scalar(
        select(Aansluiting.id).where(
            Aansluiting.casus_id == casus.id,
            Aansluiting.organisatie_id == organisatie_id,
            Aansluiting.als_gast.is_(True),
        )
    )
    partner = sessie.scalar(
        select(Tafelpartner.id).where(
            Tafelpartner.tafel_id == casus.tafel_id,
            Tafelpartner.organisatie_id == organisatie_id,
            Tafelpartner.actief.is_(True),
        )
    )
    return als_gast is None and partner is not None


def benoem(sessie: Session, wie: Wie) -> Benoemd:
    """Return who is meant: a name that belongs to one account of that organisatie is that account."""
    accounts = sessie.scalars(
        select(Gebruiker).where(Gebruiker.organisatie_id == wie.organisatie_id, Gebruiker.active.is_(True))
    )
    zelfde = [a for a in accounts if wie.naam and a.naam.casefold() == wie.naam.casefold()]
    if len(zelfde) == 1:
        return Benoemd(wie.organisatie_id, zelfde[0].id, zelfde[0].naam)
    return Benoemd(wie.organisatie_id, None, wie.naam)


def mag_taak_krijgen(sessie: Session, casus_id: uuid.UUID, wie: Wie | None, waar: str = "naam") -> Oordeel:
    """Whether who is named may see the casus; otherwise it would lie where nobody looks (domein.md §11).

    `waar` is the field with the name. Someone without an account is known by name only, and passes.
    """
    naar = benoem(sessie, wie) if wie else None
    if naar is None or naar.persoon_id is None or not is_uitgesloten(sessie, naar.persoon_id, casus_id):
        return JA
    return nee(f"{naar.naam} mag deze casus niet zien. Kies iemand anders.", waar)


def veilig_thuis_van(sessie: Session, casus: Casus, anders: uuid.UUID) -> uuid.UUID:
    """Return the Veilig Thuis of the tafel, through which every casus comes; or `anders`."""
    gevonden = sessie.scalar(
        select(Organisatie.id)
        .join(Tafelpartner, Tafelpartner.organisatie_id == Organisatie.id)
        .where(
            Tafelpartner.tafel_id == casus.tafel_id,
            Tafelpartner.actief.is_(True),
            Organisatie.soort == OrganisatieSoort.VEILIG_THUIS,
        )
        .order_by(Organisatie.naam)
        .limit(1)
    )
    return gevonden or anders
