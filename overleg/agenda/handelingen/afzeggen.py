"""Telling people who were invited that it does not go on for them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, exists, false, or_, select, true, update
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Aanschuiver, Agendapunt, Deelname, Gebruiker, Lidmaatschap, Overleg, Tafelpartner
from models.waarden import Aanwezigheid, OverlegStatus, Rol
from overleg.agenda.handelingen.uitnodigen import (
    blok_van,
    blok_van_gast,
    gasten_met_adres,
    zeg_af,
    zeg_vervanger_weg,
)
from overleg.agenda.opvragen.deelnemers import AAN_TAFEL
from overleg.basis.klok import vandaag
from overleg.beheer.vertrek import bij_vertrek


def zeg_gasten_af(sessie: Session, overleg: Overleg, gasten: Sequence[Aanschuiver]) -> None:
    """Tell these guests, when the invitations were sent."""
    if overleg.status is not OverlegStatus.GEPUBLICEERD:
        return
    for gast, adres in gasten_met_adres(gasten):
        zeg_af(sessie, overleg, adres, blok_van_gast(overleg, gast, None, vervallen=True))


def zeg_een_af(sessie: Session, overleg: Overleg, wie: Gebruiker) -> None:
    """Tell one person who was invited for the whole overleg; the others notice nothing.

    The number in the calendar file goes up, for a calendar ignores what is not newer. The version of the
    overleg stays: who works on the agenda meets no Botsing.
    """
    _hoog_op(sessie, overleg)
    if wie.active:
        zeg_af(sessie, overleg, wie.email, blok_van(overleg, vervallen=True))


def _hoog_op(sessie: Session, overleg: Overleg) -> None:
    sessie.execute(
        update(Overleg)
        .where(Overleg.id == overleg.id)
        .values(ics_volgnummer=Overleg.ics_volgnummer + 1)
        .execution_options(synchronize_session=False)
    )
    sessie.refresh(overleg, ["ics_volgnummer", "gewijzigd_op"])


@bij_vertrek
def zeg_vertrokkene_af(sessie: Session, wie: Gebruiker) -> None:
    """Tell someone whose places end of every sent overleg after the last day, and take them off its list.

    Once: who is on no list any more is told nothing. Also when the account is out of use, for the invitation
    is in a calendar that goes on; of a guest then too, whose place the voorzitter still has to fill. Whom
    this one would stand in for is told as well, for nobody comes in that place any more.
    """
    for rij in sessie.scalars(_zonder_plaats(wie)).all():
        _hoog_op(sessie, rij.overleg)
        zeg_af(sessie, rij.overleg, wie.email, blok_van(rij.overleg, vervallen=True))
        _vertel_vervangene(sessie, rij)
        haal_van_lijst(sessie, rij)
    for gast in [] if wie.active else sessie.scalars(_gastplekken(wie)).all():
        overleg = gast.punt.overleg
        _hoog_op(sessie, overleg)
        zeg_af(sessie, overleg, wie.email, blok_van_gast(overleg, gast, None, vervallen=True))
    sessie.flush()


def haal_van_lijst(sessie: Session, rij: Deelname) -> None:
    """Take someone off the list of an overleg; only as one who does not come when it says why it was absent.

    A conflict of interest that was recorded for an item stands with that row: it goes on closing the casus.
    """
    if not rij.afwezig_bij:
        sessie.delete(rij)
        return
    rij.aanwezigheid, rij.vervangt_id = Aanwezigheid.AFGEMELD, None


def _vertel_vervangene(sessie: Session, rij: Deelname) -> None:
    """Tell who said not to come that the stand-in does not come either, unless the own place is gone."""
    collega = rij.vervangt
    if collega is None or not collega.active:
        return
    eigen = sessie.scalar(
        select(Deelname.id).where(
            Deelname.overleg_id == rij.overleg_id,
            Deelname.gebruiker_id == collega.id,
            Deelname.aanwezigheid == Aanwezigheid.AFGEMELD,
        )
    )
    zelf_weg = {weg.id for weg in sessie.scalars(_zonder_plaats(collega))}
    if eigen is not None and eigen not in zelf_weg:
        zeg_vervanger_weg(sessie, rij.overleg, collega.email)


def _zonder_plaats(wie: Gebruiker) -> Select[Deelname]:
    """Select the rows of who was invited to a whole overleg, and holds no place there on its day.

    A deelnemer sits there for a partner: none of one that is out of use does.
    """
    uit_gebruik = exists().where(
        Tafelpartner.tafel_id == Overleg.tafel_id,
        Tafelpartner.organisatie_id == wie.organisatie_id,
        Tafelpartner.actief.is_(False),
    )
    plaats = exists().where(
        Lidmaatschap.tafel_id == Overleg.tafel_id,
        Lidmaatschap.gebruiker_id == wie.id,
        Lidmaatschap.rol.in_(AAN_TAFEL),
        Lidmaatschap.vanaf <= Overleg.datum,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= Overleg.datum),
        or_(Lidmaatschap.rol != Rol.DEELNEMER, ~uit_gebruik),
        true() if wie.active else false(),
    )
    return (
        select(Deelname)
        .join(Deelname.overleg)
        .where(
            Deelname.gebruiker_id == wie.id,
            Deelname.punt_id.is_(None),
            or_(Deelname.aanwezigheid != Aanwezigheid.AFGEMELD, ~Deelname.afwezig_bij.any()),
            *_verstuurd(),
            ~plaats,
        )
        .options(joinedload(Deelname.overleg).joinedload(Overleg.tafel), selectinload(Deelname.afwezig_bij))
        .order_by(Overleg.datum, Overleg.id)
    )


def _gastplekken(wie: Gebruiker) -> Select[Aanschuiver]:
    return (
        select(Aanschuiver)
        .join(Aanschuiver.punt)
        .join(Agendapunt.overleg)
        .where(Aanschuiver.gebruiker_id == wie.id, Agendapunt.doorgezet_op.is_(None), *_verstuurd())
        .options(joinedload(Aanschuiver.punt).joinedload(Agendapunt.overleg).joinedload(Overleg.tafel))
        .order_by(Overleg.datum, Agendapunt.volgorde)
    )


def _verstuurd() -> tuple[ColumnElement[bool], ...]:
    return Overleg.status == OverlegStatus.GEPUBLICEERD, Overleg.datum >= vandaag()


def zeg_allen_af(sessie: Session, overleg: Overleg) -> None:
    """Tell everybody who was invited that the overleg does not go on."""
    for deelname in _uitgenodigden(sessie, overleg):
        if deelname.gebruiker:
            zeg_af(sessie, overleg, deelname.gebruiker.email, blok_van(overleg, vervallen=True))
    for gast, adres in gasten_met_adres(gasten_van(sessie, overleg)):
        zeg_af(sessie, overleg, adres, blok_van_gast(overleg, gast, None, vervallen=True))


def _uitgenodigden(sessie: Session, overleg: Overleg) -> Sequence[Deelname]:
    vraag = select(Deelname).where(Deelname.overleg_id == overleg.id, Deelname.punt_id.is_(None))
    return sessie.scalars(vraag.options(joinedload(Deelname.gebruiker))).all()


def gasten_van(sessie: Session, overleg: Overleg) -> Sequence[Aanschuiver]:
    """Return the guests of all items that stand on this agenda."""
    return sessie.scalars(
        select(Aanschuiver)
        .join(Aanschuiver.punt)
        .where(Agendapunt.overleg_id == overleg.id, Agendapunt.doorgezet_op.is_(None))
        .order_by(Agendapunt.volgorde, Aanschuiver.id)
        .options(joinedload(Aanschuiver.gebruiker))
    ).all()
