"""Who sits at the table of this meeting: organisaties, their people, and what they usually do."""

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Aanschuiver,
    Aansluiting,
    Afspraak,
    Agendapunt,
    Besluit,
    Bespreking,
    Deelname,
    Gebruiker,
    Interventie,
    Lidmaatschap,
    Organisatie,
    Overleg,
    Tafelpartner,
)
from models.waarden import Rol
from overleg.basis.weergave import sorteernaam
from overleg.toegang.uitsluiting import gesloten_organisaties, uitgesloten_mensen
from overleg.toegang.voorwaarden import leidt_tafel, neemt_deel_aan_tafel
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True)
class Lid:
    """Someone to name as owner: the account, the name, and of which organisatie."""

    id: uuid.UUID
    naam: str
    organisatie_id: uuid.UUID
    organisatie_naam: str


def is_gast_hier(vrager: Vrager, overleg: Overleg) -> bool:
    """Whether the asker is here for one item only."""
    return not (leidt_tafel(vrager, overleg) or neemt_deel_aan_tafel(vrager, overleg))


def organisaties_bij(sessie: Session, punt: Agendapunt) -> list[Organisatie]:
    """Return who can own an afspraak: partners, who joins this casus, guests, who is there.

    Also who has something to do in this casus already: a guest that took over the regie is no guest of
    this overleg by itself, and keeping the regie where it is must not ask to give it away (domein.md §11).
    An organisatie that is shut out of the casus cannot: what it is given, nobody of it would see.
    """
    partners = select(Tafelpartner.organisatie_id).where(
        Tafelpartner.tafel_id == punt.overleg.tafel_id, Tafelpartner.actief.is_(True)
    )
    sluit_aan = select(Aansluiting.organisatie_id).where(Aansluiting.casus_id == punt.casus_id)
    gasten = select(Aanschuiver.organisatie_id).where(Aanschuiver.punt_id == punt.id)
    aanwezig = select(Deelname.organisatie_id).where(
        Deelname.overleg_id == punt.overleg_id,
        or_(Deelname.punt_id.is_(None), Deelname.punt_id == punt.id),
    )
    delen = (partners, sluit_aan, gasten, aanwezig, *_met_een_taak(punt))
    vraag = select(Organisatie).where(or_(*(Organisatie.id.in_(deel) for deel in delen)))
    if punt.casus_id is not None:
        vraag = vraag.where(Organisatie.id.not_in(gesloten_organisaties(punt.casus_id)))
    gevonden = sessie.scalars(vraag)
    return sorted(gevonden, key=lambda organisatie: organisatie.naam.casefold())


def _met_een_taak(punt: Agendapunt) -> list[Select[Any]]:
    """Return which organisaties got something to do in a closed bespreking of this casus."""
    besluiten = (
        select(Besluit.organisatie_id)
        .join(Bespreking, Bespreking.id == Besluit.bespreking_id)
        .where(Bespreking.casus_id == punt.casus_id, Bespreking.afgerond_op.is_not(None))
    )
    return [
        besluiten.where(Besluit.organisatie_id.is_not(None)),
        besluiten.with_only_columns(Besluit.achtervang_organisatie_id).where(
            Besluit.achtervang_organisatie_id.is_not(None)
        ),
        select(Afspraak.organisatie_id).where(
            Afspraak.casus_id == punt.casus_id, Afspraak.geldt_vanaf.is_not(None)
        ),
    ]


def leden_van(
    sessie: Session, overleg: Overleg, organisaties: list[Organisatie], casus_id: uuid.UUID | None = None
) -> list[Lid]:
    """Return the members of the tafel and of these organisaties' accounts with a role here, by name.

    With `casus_id` without who is shut out of that casus.
    """
    vraag = (
        select(Gebruiker)
        .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
        .where(
            Lidmaatschap.tafel_id == overleg.tafel_id,
            Lidmaatschap.rol != Rol.INBRENGER,
            Lidmaatschap.vanaf <= overleg.datum,
            or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= overleg.datum),
            Gebruiker.active.is_(True),
            Gebruiker.organisatie_id.in_([organisatie.id for organisatie in organisaties]),
        )
        .options(selectinload(Gebruiker.organisatie))
    )
    if casus_id is not None:
        vraag = vraag.where(Gebruiker.id.not_in(uitgesloten_mensen(casus_id)))
    rijen = sessie.scalars(vraag).unique()
    leden = {g.id: Lid(g.id, g.naam, g.organisatie_id, g.organisatie.naam) for g in rijen}
    return sorted(leden.values(), key=lambda lid: sorteernaam(lid.naam))


def interventies_van(sessie: Session, overleg: Overleg) -> list[Interventie]:
    """Return what the partners of this tafel usually do: suggestions for an afspraak."""
    return list(
        sessie.scalars(
            select(Interventie)
            .where(Interventie.tafel_id == overleg.tafel_id, Interventie.actief.is_(True))
            .order_by(Interventie.organisatie_soort, Interventie.tekst, Interventie.id)
        )
    )
