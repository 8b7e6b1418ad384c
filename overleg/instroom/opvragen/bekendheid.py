"""What was asked about a casus of other tafels, what they answered, and whom to call there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Bekendheidsantwoord, Bekendheidsvraag, Casus, Dienstnummer, Gebruiker, Lidmaatschap
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.klok import vandaag
from overleg.basis.limieten import limiet


@dataclass(frozen=True)
class Wie:
    """Whom to call at a tafel."""

    voorzitters: Sequence[str]
    nummers: Sequence[tuple[str, str]]
    """Of what, and the number."""


def vragen_van(sessie: Session, casus: Casus) -> Sequence[Bekendheidsvraag]:
    """Return the questions about a casus, the newest first. The caller checks BEKENDHEID_VRAGEN."""
    return sessie.scalars(
        select(Bekendheidsvraag)
        .where(Bekendheidsvraag.casus_id == casus.id)
        .options(
            joinedload(Bekendheidsvraag.door),
            selectinload(Bekendheidsvraag.antwoorden).joinedload(Bekendheidsantwoord.tafel),
            selectinload(Bekendheidsvraag.antwoorden).joinedload(Bekendheidsantwoord.betrokkene),
        )
        .order_by(Bekendheidsvraag.op.desc(), Bekendheidsvraag.id)
        .limit(limiet("aantal_per_pagina"))
    ).all()


def wie_te_bellen(sessie: Session, vragen: Sequence[Bekendheidsvraag]) -> Mapping[UUID, Wie]:
    """Return for each tafel that knows somebody the voorzitters of today, and the numbers of Veilig Thuis."""
    tafels = {antwoord.tafel_id for vraag in vragen for antwoord in vraag.antwoorden}
    dag = vandaag()
    voorzitters = sessie.execute(
        select(Lidmaatschap.tafel_id, Gebruiker.naam)
        .join(Gebruiker, Gebruiker.id == Lidmaatschap.gebruiker_id)
        .where(
            Lidmaatschap.tafel_id.in_(tafels),
            Lidmaatschap.rol == Rol.VOORZITTER,
            Lidmaatschap.vanaf <= dag,
            or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
            Gebruiker.active.is_(True),
        )
        .order_by(Gebruiker.naam)
    ).all()
    nummers = sessie.scalars(
        select(Dienstnummer)
        .where(Dienstnummer.tafel_id.in_(tafels), Dienstnummer.soort == OrganisatieSoort.VEILIG_THUIS)
        .order_by(Dienstnummer.volgorde)
    ).all()
    return {
        tafel: Wie(
            [naam for van, naam in voorzitters if van == tafel],
            [(n.naam, n.nummer) for n in nummers if n.tafel_id == tafel],
        )
        for tafel in tafels
    }
