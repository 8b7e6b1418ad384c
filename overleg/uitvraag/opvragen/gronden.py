"""What is known of a ground that misses: asked or refused, and what waits for one (domein.md §4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models import Casus, Grondvraag, Informatiebijdrage, Organisatie, Wachtontvanger
from models.waarden import BijdrageStatus, OrganisatieSoort
from overleg.uitvraag.opvragen.partners import Keuze

Soorten = tuple[OrganisatieSoort, OrganisatieSoort]


def grondvragen_van(sessie: Session, tafel_id: UUID) -> Mapping[Soorten, Grondvraag]:
    """Return the questions of a tafel for a ground: (kind of giver, kind of receiver) → question."""
    rijen = sessie.scalars(select(Grondvraag).where(Grondvraag.tafel_id == tafel_id))
    return {(rij.gever, rij.ontvanger): rij for rij in rijen}


@dataclass(frozen=True)
class Wacht:
    """Something of a giver that a receiver gets as soon as there is a ground; nothing of what it is."""

    gever: str
    ontvanger: str
    afwijzing: str
    """Why no ground will come; empty while the beheerder has not answered."""


def wat_wacht(sessie: Session, casus: Casus) -> Sequence[Wacht]:
    """Return what waits for a ground at this casus, by name. The caller checks UITVRAAG_DOEN."""
    gever, ontvanger = aliased(Organisatie), aliased(Organisatie)
    vraag = (
        select(gever, ontvanger)
        .select_from(Wachtontvanger)
        .join(Informatiebijdrage, Informatiebijdrage.id == Wachtontvanger.bijdrage_id)
        .join(gever, gever.id == Informatiebijdrage.organisatie_id)
        .join(ontvanger, ontvanger.id == Wachtontvanger.organisatie_id)
        .where(Informatiebijdrage.casus_id == casus.id, Informatiebijdrage.status == BijdrageStatus.INGEDIEND)
        .order_by(gever.naam, ontvanger.naam)
        .distinct()
    )
    vragen = grondvragen_van(sessie, casus.tafel_id)
    komt_niet = {soorten: rij.afwijzing for soorten, rij in vragen.items()}
    return [
        Wacht(van.naam, naar.naam, komt_niet.get((van.soort, naar.soort), ""))
        for van, naar in sessie.execute(vraag)
    ]


@dataclass(frozen=True)
class ZonderGrond:
    """A partner that cannot be asked, and whether the beheerder was asked for a ground."""

    partner_id: UUID
    naam: str
    uitleg: str
    gevraagd: bool
    afwijzing: str


def niet_te_vragen(sessie: Session, casus: Casus, keuzes: Sequence[Keuze]) -> list[ZonderGrond]:
    """Return the partners of `keuzes` that Veilig Thuis has no ground to ask."""
    vragen = grondvragen_van(sessie, casus.tafel_id)
    vt = OrganisatieSoort.VEILIG_THUIS
    gevonden = [(k, vragen.get((vt, k.partner.soort))) for k in keuzes if not k.mag]
    return [
        ZonderGrond(k.partner.id, k.naam, k.uitleg, vraag is not None, vraag.afwijzing if vraag else "")
        for k, vraag in gevonden
    ]
