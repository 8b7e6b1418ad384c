"""Who is in the room for the item that is on, and what each of them may see of it."""

import uuid

from sqlalchemy import or_, select, union
from sqlalchemy.orm import Session, joinedload

from models import Aanschuiver, Aansluiting, AfwezigBij, Agendapunt, Deelname
from models.waarden import Aanwezigheid, Partnervorm
from overleg.basis.klok import vandaag
from overleg.bespreking.regels.zaal import InDeZaal, Zaalzicht, zaalzicht
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager, vragers_van

KAN_ER_ZIJN = (Aanwezigheid.AANWEZIG, Aanwezigheid.VERWACHT)
"""Whoever is expected may have come in before the secretaris wrote it down: no is only what is on record."""


def zicht_in_de_zaal(sessie: Session, punt: Agendapunt) -> Zaalzicht:
    """Return what the room may see of a casus item, in a fixed number of queries."""
    mensen = [mens for _deelname, mens in _mensen(sessie, punt)]
    if _heeft_gast(sessie, punt):
        mensen.append(InDeZaal(plan=False, als_gast=True))
    return zaalzicht(mensen)


def wie_houdt_de_zaal_dicht(sessie: Session, punt: Agendapunt) -> list[Deelname]:
    """Return for whom the room sees nothing of a casus item: may be there, and may not see it."""
    return [rij for rij, mens in _mensen(sessie, punt) if zaalzicht([mens]) is Zaalzicht.NIETS]


def aan_tafel_bij(sessie: Session, punt: Agendapunt) -> frozenset[uuid.UUID] | None:
    """Return which organisaties are there for an item, or joined for its casus; None when no list is kept."""
    in_de_zaal = frozenset(rij.organisatie_id for rij in _in_de_zaal(sessie, punt))
    if not in_de_zaal:
        return None
    sluit_aan = select(Aansluiting.organisatie_id).where(Aansluiting.casus_id == punt.casus_id)
    gasten = select(Aanschuiver.organisatie_id).where(Aanschuiver.punt_id == punt.id)
    return in_de_zaal | frozenset(sessie.scalars(union(sluit_aan, gasten)))


def _mensen(sessie: Session, punt: Agendapunt) -> list[tuple[Deelname, InDeZaal]]:
    deelnames = _in_de_zaal(sessie, punt)
    vragers = vragers_van(sessie, [rij.gebruiker for rij in deelnames if rij.gebruiker], vandaag())
    return [
        (
            rij,
            _met_account(punt, vragers[rij.gebruiker_id]) if rij.gebruiker_id else _met_naam(punt, rij),
        )
        for rij in deelnames
    ]


def _in_de_zaal(sessie: Session, punt: Agendapunt) -> list[Deelname]:
    """Return who may be in the room now: not who left for this item, nor a guest of another one."""
    weg = select(AfwezigBij.deelname_id).where(AfwezigBij.punt_id == punt.id)
    vraag = (
        select(Deelname)
        .where(
            Deelname.overleg_id == punt.overleg_id,
            Deelname.aanwezigheid.in_(KAN_ER_ZIJN),
            or_(Deelname.punt_id.is_(None), Deelname.punt_id == punt.id),
            Deelname.id.not_in(weg),
        )
        .options(joinedload(Deelname.gebruiker), joinedload(Deelname.organisatie))
        .order_by(Deelname.id)
    )
    return list(sessie.scalars(vraag))


def _met_account(punt: Agendapunt, vrager: Vrager) -> InDeZaal:
    return InDeZaal(
        plan=mag(vrager, Recht.PLAN_ZIEN, punt), als_gast=mag(vrager, Recht.BESPREKING_ZIEN, punt)
    )


def _met_naam(punt: Agendapunt, deelname: Deelname) -> InDeZaal:
    """Someone on the list without an account: a guest of this item, or someone of a partner."""
    vast = any(
        rij.organisatie_id == deelname.organisatie_id and rij.actief and rij.vorm is Partnervorm.VAST
        for rij in punt.overleg.tafel.partners
    )
    sluit_aan = punt.casus is not None and any(
        rij.organisatie_id == deelname.organisatie_id and not rij.als_gast for rij in punt.casus.aansluitingen
    )
    return InDeZaal(
        plan=deelname.punt_id is None and (vast or sluit_aan), als_gast=deelname.punt_id == punt.id
    )


def _heeft_gast(sessie: Session, punt: Agendapunt) -> bool:
    """Whether someone was invited as a guest to this item, on the list or not."""
    vraag = select(Aanschuiver.id).where(Aanschuiver.punt_id == punt.id).limit(1)
    return sessie.scalars(vraag).first() is not None
