"""What was asked about a casus of other tafels, what they answered, and whom to call there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Bekendheidsantwoord,
    Bekendheidsvraag,
    Casus,
    Dienstnummer,
    Directbetrokkene,
    Gebruiker,
    Lidmaatschap,
    Overlegtafel,
    Persoonsmerk,
)
from models.versleuteling import kast_van
from models.waarden import CasusStatus, OrganisatieSoort, Rol
from overleg.basis.klok import vandaag
from overleg.basis.limieten import limiet
from overleg.instroom.persoonsmerken import als_persoon
from overleg.instroom.regels.personen import schrijfwijzen
from overleg.toegang.filters import ingediend, niet_teruggetrokken
from overleg.toegang.vrager import Vrager

NIET_BEKEND = (CasusStatus.AFGEWEZEN, CasusStatus.DOORVERWEZEN)
"""Never a casus of that tafel."""


@dataclass(frozen=True)
class Wie:
    """Whom to call at a tafel."""

    voorzitters: Sequence[str]
    nummers: Sequence[tuple[str, str]]
    """Of what, and the number."""


@dataclass(frozen=True)
class Navraag:
    """A question, and the answers that the asker may know of."""

    vraag: Bekendheidsvraag
    antwoorden: Sequence[Bekendheidsantwoord]


def treffers(sessie: Session, casus: Casus, *waar: ColumnElement[bool]) -> set[tuple[UUID, Casus]]:
    """Return (person of this casus, casus of another tafel in which that person may be)."""
    kast = kast_van(sessie.get_bind().dialect)
    van = {
        kast.merk(wijze): mens.id
        for mens in casus.betrokkenen
        for wijze in schrijfwijzen(als_persoon(mens), omgewisseld=True)
    }
    rijen = sessie.execute(
        select(Persoonsmerk.merk, Casus)
        .join(Directbetrokkene, Directbetrokkene.id == Persoonsmerk.betrokkene_id)
        .join(Casus, Casus.id == Directbetrokkene.casus_id)
        .join(Overlegtafel, Overlegtafel.id == Casus.tafel_id)
        .where(
            Persoonsmerk.merk.in_(van),
            Casus.tafel_id != casus.tafel_id,
            Casus.status.not_in(NIET_BEKEND),
            Overlegtafel.actief.is_(True),
            ingediend(),
            *waar,
        )
    )
    return {(van[merk], ander) for merk, ander in rijen}


def vragen_van(sessie: Session, vrager: Vrager, casus: Casus) -> Sequence[Navraag]:
    """Return the questions about a casus, the newest first. The caller checks BEKENDHEID_VRAGEN.

    What somebody else was told, also holds a casus that is closed to the asker because of a conflict of
    interest: to the asker that is not known.
    """
    gesloten = _gesloten(sessie, vrager, casus)
    return [
        Navraag(vraag, [a for a in vraag.antwoorden if (a.betrokkene_id, a.tafel_id) not in gesloten])
        for vraag in _vragen(sessie, casus)
    ]


def _gesloten(sessie: Session, vrager: Vrager, casus: Casus) -> set[tuple[UUID, UUID]]:
    """Return (person, tafel) of which the asker is not told: where a casus is closed to the asker.

    Whether that one was meant, is not known any more: names and states change after the answer. So it must be
    known there now by a casus that is open.
    """
    dicht = select(Casus.tafel_id).where(Casus.id.in_(vrager.teruggetrokken))
    tafels = set(sessie.scalars(dicht)) - {casus.tafel_id} if vrager.teruggetrokken else set()
    if not tafels:
        return set()
    open_ = {(mens, c.tafel_id) for mens, c in treffers(sessie, casus, niet_teruggetrokken(vrager))}
    return {(mens.id, tafel) for mens in casus.betrokkenen for tafel in tafels} - open_


def _vragen(sessie: Session, casus: Casus) -> Sequence[Bekendheidsvraag]:
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


def wie_te_bellen(sessie: Session, vragen: Sequence[Navraag]) -> Mapping[UUID, Wie]:
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
