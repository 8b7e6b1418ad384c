"""To whom an afspraak can be handed over, and what became of a handover."""

import uuid

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Aansluiting,
    Afspraak,
    Bespreking,
    Casus,
    Gebruiker,
    Lidmaatschap,
    Overdracht,
    Tafelpartner,
)
from models.waarden import OverdrachtStatus, Partnervorm
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.klok import vandaag
from overleg.basis.weergave import sorteernaam
from overleg.opvolging.regels.overdracht import Aanbodfeit, vervangen
from overleg.toegang.uitsluiting import is_uitgesloten, uitgesloten_mensen
from overleg.toegang.voorwaarden import SPREEKT
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar


def vervangen_van(sessie: Session, casus: Casus) -> frozenset[uuid.UUID]:
    """Return which handovers of a casus have something later in their place: none of these waits."""
    rijen = sessie.execute(
        select(Overdracht, Afspraak.status, Bespreking.afgerond_op)
        .outerjoin(Afspraak, Afspraak.id == Overdracht.afspraak_id)
        .outerjoin(Bespreking, Bespreking.id == Overdracht.bespreking_id)
        .where(Overdracht.casus_id == casus.id, Overdracht.geldt_vanaf.is_not(None))
    ).all()
    laatste = sessie.scalar(select(func.max(Bespreking.afgerond_op)).where(Bespreking.casus_id == casus.id))
    feiten = [
        Aanbodfeit(
            rij.id,
            rij.soort,
            rij.aangeboden_op,
            vorige=rij.vorige_id,
            afspraak=rij.afspraak_id,
            te_doen=stand in TE_DOEN,
            afgerond_op=klaar,
        )
        for rij, stand, klaar in rijen
    ]
    return vervangen(feiten, laatste)


def antwoordt_zelf(sessie: Session, overdracht: Overdracht) -> bool:
    """Return whether the receiver can answer: not once the account ended, or was shut out of the casus."""
    mens = sessie.get(Gebruiker, overdracht.naar_persoon_id) if overdracht.naar_persoon_id else None
    if mens is None or not mens.active:
        return False
    return not is_uitgesloten(sessie, mens.id, overdracht.casus_id)


def overdrachten_van(sessie: Session, vrager: Vrager, afspraak: Afspraak) -> list[Overdracht]:
    """Return every handover of an afspraak that the asker may see, newest first."""
    return list(
        sessie.scalars(
            zichtbaar(vrager, Overdracht)
            .where(Overdracht.afspraak_id == afspraak.id, Overdracht.geldt_vanaf.is_not(None))
            .order_by(Overdracht.aangeboden_op.desc(), Overdracht.id)
            .options(
                joinedload(Overdracht.van_organisatie),
                joinedload(Overdracht.naar_organisatie),
                joinedload(Overdracht.andere_tafel),
                joinedload(Overdracht.afspraak),
            )
        )
    )


def is_aangeboden(sessie: Session, afspraak: Afspraak) -> bool:
    """Return whether an afspraak waits for the answer of another."""
    return bool(
        sessie.scalar(
            select(
                exists().where(
                    Overdracht.afspraak_id == afspraak.id, Overdracht.status == OverdrachtStatus.AANGEBODEN
                )
            )
        )
    )


def overnemers(sessie: Session, afspraak: Afspraak) -> list[Gebruiker]:
    """Return who can take over an afspraak: who speaks at the tafel for another organisatie at this casus.

    Only those who may know the casus already: of a fixed partner or one that joined it, and not somebody
    who withdrew from it. So offering tells nobody something new (domein.md §2).
    """
    casus, dag = afspraak.casus, vandaag()
    vast = select(Tafelpartner.organisatie_id).where(
        Tafelpartner.tafel_id == casus.tafel_id,
        Tafelpartner.actief.is_(True),
        Tafelpartner.vorm == Partnervorm.VAST,
    )
    aangesloten = select(Aansluiting.organisatie_id).where(
        Aansluiting.casus_id == casus.id, Aansluiting.als_gast.is_(False)
    )
    spreekt = select(Lidmaatschap.gebruiker_id).where(
        Lidmaatschap.tafel_id == casus.tafel_id,
        Lidmaatschap.rol.in_(SPREEKT),
        Lidmaatschap.vanaf <= dag,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
    )
    mensen = sessie.scalars(
        select(Gebruiker)
        .where(
            Gebruiker.active.is_(True),
            Gebruiker.organisatie_id != afspraak.organisatie_id,
            or_(Gebruiker.organisatie_id.in_(vast), Gebruiker.organisatie_id.in_(aangesloten)),
            Gebruiker.id.in_(spreekt),
            Gebruiker.id.not_in(uitgesloten_mensen(casus.id)),
        )
        .options(joinedload(Gebruiker.organisatie))
    )
    return sorted(mensen, key=lambda mens: (mens.organisatie.naam.casefold(), sorteernaam(mens.naam)))
