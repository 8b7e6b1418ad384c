"""Saying beforehand whether one comes, and who comes instead."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Deelname, Lidmaatschap, Overleg
from models.waarden import Aanwezigheid, OverlegStatus
from overleg.agenda.handelingen.afzeggen import haal_van_lijst, zeg_een_af
from overleg.agenda.handelingen.gemeen import eis_oordeel
from overleg.agenda.handelingen.uitnodigen import blok_van, nodig_uit
from overleg.agenda.opvragen.deelnemers import eigen_deelname, mogelijke_vervangers
from overleg.agenda.regels.plannen import mag_verplaatst
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def meld_aanwezig(sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
    """Say "Ik kom": a stand-in that was named for the asker is no longer expected."""
    _eis(vrager, overleg)
    eigen = _eigen_rij(sessie, vrager, overleg)
    eigen.aanwezigheid = Aanwezigheid.VERWACHT
    _haal_vervanger_weg(sessie, vrager, overleg)
    schrijf(sessie, vrager, Soort.AANWEZIGHEID_GEMELD, overleg, aanwezigheid="komt")


def meld_af(sessie: Session, vrager: Vrager, overleg: Overleg, vervanger_id: uuid.UUID | None) -> None:
    """Say "Ik kom niet", with or without naming who comes instead. Raises Geweigerd."""
    _eis(vrager, overleg)
    leden = {lid.gebruiker_id: lid for lid in mogelijke_vervangers(sessie, vrager, overleg)}
    if vervanger_id is not None and vervanger_id not in leden:
        eis_oordeel(nee("Kies een vervanger van uw eigen organisatie uit de lijst.", "vervanger"))
    _eigen_rij(sessie, vrager, overleg).aanwezigheid = Aanwezigheid.AFGEMELD
    _haal_vervanger_weg(sessie, vrager, overleg)
    if vervanger_id is not None:
        _zet_vervanger(sessie, vrager, overleg, leden[vervanger_id])
    gemeld = "komt niet, met vervanger" if vervanger_id else "komt niet"
    schrijf(sessie, vrager, Soort.AANWEZIGHEID_GEMELD, overleg, aanwezigheid=gemeld)


def _eis(vrager: Vrager, overleg: Overleg) -> None:
    eis(vrager, Recht.AANWEZIGHEID_MELDEN, overleg)
    eis_oordeel(mag_verplaatst(overleg.status))


def _eigen_rij(sessie: Session, vrager: Vrager, overleg: Overleg) -> Deelname:
    rij = eigen_deelname(sessie, vrager, overleg)
    if rij is None:
        rij = Deelname(
            overleg_id=overleg.id,
            gebruiker_id=vrager.id,
            organisatie_id=vrager.organisatie_id,
            mandaat=_heeft_mandaat(sessie, vrager, overleg),
        )
        sessie.add(rij)
    rij.punt_id = None
    return rij


def _heeft_mandaat(sessie: Session, vrager: Vrager, overleg: Overleg) -> bool:
    return any(
        sessie.scalars(
            select(Lidmaatschap.mandaat).where(
                Lidmaatschap.gebruiker_id == vrager.id, Lidmaatschap.tafel_id == overleg.tafel_id
            )
        ).all()
    )


def _haal_vervanger_weg(sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
    rijen = sessie.scalars(
        select(Deelname).where(Deelname.overleg_id == overleg.id, Deelname.vervangt_id == vrager.id)
    ).all()
    for rij in rijen:
        if rij.gebruiker and overleg.status is OverlegStatus.GEPUBLICEERD:
            zeg_een_af(sessie, overleg, rij.gebruiker)
        haal_van_lijst(sessie, rij)
    sessie.flush()


def _zet_vervanger(sessie: Session, vrager: Vrager, overleg: Overleg, lid: Lidmaatschap) -> None:
    rij = sessie.scalars(
        select(Deelname).where(Deelname.overleg_id == overleg.id, Deelname.gebruiker_id == lid.gebruiker_id)
    ).one_or_none()
    if rij is not None and rij.aanwezigheid is not Aanwezigheid.AFGEMELD:
        return
    if rij is None:
        rij = Deelname(
            overleg_id=overleg.id, gebruiker_id=lid.gebruiker_id, organisatie_id=vrager.organisatie_id
        )
        sessie.add(rij)
    rij.aanwezigheid, rij.vervangt_id, rij.mandaat = Aanwezigheid.VERWACHT, vrager.id, lid.mandaat
    if overleg.status is OverlegStatus.GEPUBLICEERD:
        nodig_uit(sessie, overleg, lid.gebruiker.email, blok_van(overleg), opnieuw=False)
