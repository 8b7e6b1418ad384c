"""Telling people who were invited that it does not go on for them."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from models import Aanschuiver, Agendapunt, Deelname, Gebruiker, Overleg
from models.waarden import OverlegStatus
from overleg.agenda.handelingen.uitnodigen import blok_van, blok_van_gast, gasten_met_adres, zeg_af


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
    sessie.execute(
        update(Overleg)
        .where(Overleg.id == overleg.id)
        .values(ics_volgnummer=Overleg.ics_volgnummer + 1)
        .execution_options(synchronize_session=False)
    )
    sessie.refresh(overleg, ["ics_volgnummer", "gewijzigd_op"])
    if wie.active:
        zeg_af(sessie, overleg, wie.email, blok_van(overleg, vervallen=True))


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
