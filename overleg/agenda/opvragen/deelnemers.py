"""Who is expected at an overleg, and who can stand in for whom."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, and_, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Aanschuiver,
    Aansluiting,
    Agendapunt,
    Deelname,
    Gebruiker,
    Lidmaatschap,
    Overleg,
    Tafelpartner,
)
from models.waarden import Aanwezigheid, Bezetting, Partnervorm, Rol
from overleg.basis.weergave import sorteernaam
from overleg.toegang.vrager import Vrager

AAN_TAFEL = (Rol.VOORZITTER, Rol.SECRETARIS, Rol.DEELNEMER)
LEIDEND = (Rol.VOORZITTER, Rol.SECRETARIS)


def _leden(overleg: Overleg) -> Select[Lidmaatschap]:
    """Select the memberships of the tafel that hold on the day of the overleg, of active accounts."""
    return (
        select(Lidmaatschap)
        .join(Gebruiker, Gebruiker.id == Lidmaatschap.gebruiker_id)
        .where(
            Lidmaatschap.tafel_id == overleg.tafel_id,
            Lidmaatschap.rol.in_(AAN_TAFEL),
            Lidmaatschap.vanaf <= overleg.datum,
            or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= overleg.datum),
            Gebruiker.active.is_(True),
        )
        .options(joinedload(Lidmaatschap.gebruiker).joinedload(Gebruiker.organisatie))
    )


def verwachte_deelnemers(sessie: Session, overleg: Overleg) -> list[Lidmaatschap]:
    """Return who is expected: one membership a person, voorzitter and secretaris first, then by name.

    The fixed members of the active fixed partners, and of partners on request that join for a casus on
    this agenda (domein.md §2). A stand-in (achtervang) is expected only when switched in.
    """
    aangesloten = exists().where(
        Aansluiting.organisatie_id == Gebruiker.organisatie_id,
        Aansluiting.als_gast.is_(False),
        Agendapunt.casus_id == Aansluiting.casus_id,
        Agendapunt.overleg_id == overleg.id,
        Agendapunt.doorgezet_op.is_(None),
    )
    partner = exists().where(
        Tafelpartner.tafel_id == overleg.tafel_id,
        Tafelpartner.organisatie_id == Gebruiker.organisatie_id,
        Tafelpartner.actief.is_(True),
        or_(Tafelpartner.vorm == Partnervorm.VAST, aangesloten),
    )
    vraag = _leden(overleg).where(
        Lidmaatschap.bezetting == Bezetting.VAST,
        or_(Lidmaatschap.rol.in_(LEIDEND), and_(Lidmaatschap.rol == Rol.DEELNEMER, partner)),
    )
    return _een_per_persoon(sessie.scalars(vraag).all())


def _een_per_persoon(leden: Sequence[Lidmaatschap]) -> list[Lidmaatschap]:
    personen: dict[uuid.UUID, Lidmaatschap] = {}
    for lid in sorted(leden, key=lambda lid: (AAN_TAFEL.index(lid.rol), sorteernaam(lid.gebruiker.naam))):
        personen.setdefault(lid.gebruiker_id, lid)
    return list(personen.values())


def leiding_op(sessie: Session, overleg: Overleg) -> dict[Rol, list[str]]:
    """Return the names of voorzitters and secretarissen on the day of the overleg."""
    leden = sessie.scalars(_leden(overleg).where(Lidmaatschap.rol.in_(LEIDEND))).all()
    namen: dict[Rol, list[str]] = {rol: [] for rol in LEIDEND}
    vaste_eerst = sorted(leden, key=lambda lid: lid.bezetting is not Bezetting.VAST)
    for lid in vaste_eerst:
        namen[lid.rol].append(lid.gebruiker.naam)
    return namen


def mogelijke_vervangers(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[Lidmaatschap]:
    """Return who can stand in for the asker: colleagues at this tafel, the fixed stand-ins first."""
    vraag = _leden(overleg).where(
        Gebruiker.organisatie_id == vrager.organisatie_id, Gebruiker.id != vrager.id
    )
    leden = _een_per_persoon(sessie.scalars(vraag).all())
    return sorted(leden, key=lambda lid: lid.bezetting is not Bezetting.ACHTERVANG)


def deelnames_van(sessie: Session, overleg: Overleg) -> list[Deelname]:
    """Return who is on the list of this overleg, by name; guests of one item are left out."""
    rijen = sessie.scalars(
        select(Deelname)
        .where(Deelname.overleg_id == overleg.id, Deelname.punt_id.is_(None))
        .options(
            joinedload(Deelname.gebruiker), joinedload(Deelname.vervangt), joinedload(Deelname.organisatie)
        )
    ).all()
    return sorted(rijen, key=lambda rij: sorteernaam(naam_van(rij)))


def ontvangers_van(sessie: Session, overleg: Overleg) -> tuple[str, ...]:
    """Return who gets the agenda when it is sent now: each name with the organisatie.

    Who is on the list and did not say not to come, who is expected, and guests with an account.
    """
    op_de_lijst = deelnames_van(sessie, overleg)
    al = {rij.gebruiker_id for rij in op_de_lijst}
    mensen = [
        rij.gebruiker
        for rij in op_de_lijst
        if rij.gebruiker and rij.aanwezigheid is not Aanwezigheid.AFGEMELD
    ]
    mensen += [lid.gebruiker for lid in verwachte_deelnemers(sessie, overleg) if lid.gebruiker_id not in al]
    mensen += sessie.scalars(
        select(Gebruiker)
        .join(Aanschuiver, Aanschuiver.gebruiker_id == Gebruiker.id)
        .join(Agendapunt, Agendapunt.id == Aanschuiver.punt_id)
        .where(
            Agendapunt.overleg_id == overleg.id,
            Agendapunt.doorgezet_op.is_(None),
            Gebruiker.active.is_(True),
        )
        .options(joinedload(Gebruiker.organisatie))
    ).all()
    uniek = {mens.id: mens for mens in mensen}.values()
    return tuple(
        f"{mens.naam}, {mens.organisatie.naam}" for mens in sorted(uniek, key=lambda m: sorteernaam(m.naam))
    )


def niemand_komt_van(sessie: Session, overleg: Overleg) -> tuple[str, ...]:
    """Return the organisaties that are expected, of which all said not to come and nobody comes instead."""
    op_de_lijst = deelnames_van(sessie, overleg)
    afgemeld = {rij.gebruiker_id for rij in op_de_lijst if rij.aanwezigheid is Aanwezigheid.AFGEMELD}
    komt = {rij.organisatie_id for rij in op_de_lijst if rij.aanwezigheid is not Aanwezigheid.AFGEMELD}
    verwacht = verwachte_deelnemers(sessie, overleg)
    komt |= {lid.gebruiker.organisatie_id for lid in verwacht if lid.gebruiker_id not in afgemeld}
    namen = {lid.gebruiker.organisatie.naam for lid in verwacht if lid.gebruiker.organisatie_id not in komt}
    return tuple(sorted(namen, key=sorteernaam))


def naam_van(deelname: Deelname) -> str:
    """Return the name of someone on the list, with or without an account."""
    return deelname.gebruiker.naam if deelname.gebruiker else deelname.naam


def eigen_deelname(sessie: Session, vrager: Vrager, overleg: Overleg) -> Deelname | None:
    """Return the asker's own row, if there is one."""
    return sessie.scalars(
        select(Deelname).where(Deelname.overleg_id == overleg.id, Deelname.gebruiker_id == vrager.id)
    ).one_or_none()


def eigen_slots(sessie: Session, vrager: Vrager, overleg: Overleg) -> Sequence[Aanschuiver]:
    """Return the items of this overleg that the asker joins as a guest, in order."""
    return sessie.scalars(
        select(Aanschuiver)
        .join(Aanschuiver.punt)
        .where(
            Agendapunt.overleg_id == overleg.id,
            Agendapunt.doorgezet_op.is_(None),
            Aanschuiver.gebruiker_id == vrager.id,
        )
        .order_by(Agendapunt.volgorde)
        .options(joinedload(Aanschuiver.organisatie), joinedload(Aanschuiver.gebruiker))
    ).all()
