"""What is still open on a casus: the facts for closing it."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Bespreking, Casus, Informering, Maatregel, Overdracht, TeInformerenPartij
from models.waarden import Akkoord, CasusStatus, InformerenStatus, OverdrachtSoort, OverdrachtStatus
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.klok import hier, vandaag
from overleg.basis.weergave import datum, geldt_tot
from overleg.opvolging.opvragen.overdracht import vervangen_van
from overleg.opvolging.regels.sluiten import Sluitfeiten, Weigering


def open_overdrachten(sessie: Session, casus: Casus) -> list[Overdracht]:
    """Return the handovers between two hands: offered, or refused with nothing later in its place."""
    rijen = sessie.scalars(
        select(Overdracht)
        .where(Overdracht.casus_id == casus.id, Overdracht.geldt_vanaf.is_not(None))
        .order_by(Overdracht.aangeboden_op, Overdracht.id)
        .options(
            joinedload(Overdracht.naar_organisatie),
            joinedload(Overdracht.van_organisatie),
            joinedload(Overdracht.andere_tafel),
            joinedload(Overdracht.afspraak),
        )
    ).all()
    voorbij = vervangen_van(sessie, casus)
    return [
        rij
        for rij in rijen
        if rij.status is OverdrachtStatus.AANGEBODEN
        or (rij.status is OverdrachtStatus.GEWEIGERD and rij.id not in voorbij)
    ]


def in_woorden(rij: Overdracht) -> str:
    """Return a handover in a few words, without names of people."""
    naar = rij.andere_tafel.naam if rij.andere_tafel else ""
    if rij.naar_organisatie:
        naar = rij.naar_organisatie.naam
    wat = f"van afspraak {rij.afspraak.nummer}" if rij.afspraak else f"van {rij.soort.tekst.lower()}"
    return f"{wat} aan {naar}"


def sluitfeiten(sessie: Session, casus: Casus, reden: str = "") -> Sluitfeiten:
    """Return what decides whether a casus may be closed."""
    informeren = sessie.scalars(
        select(Informering)
        .where(Informering.casus_id == casus.id, Informering.status != InformerenStatus.GEDAAN)
        .options(joinedload(Informering.betrokkene))
        .order_by(Informering.gemaakt_op, Informering.id)
    )
    partijen = sessie.scalars(
        select(TeInformerenPartij)
        .where(TeInformerenPartij.casus_id == casus.id, TeInformerenPartij.gedaan_op.is_(None))
        .order_by(TeInformerenPartij.gemaakt_op, TeInformerenPartij.id)
    )
    afspraken = sessie.scalars(
        select(Afspraak)
        .where(Afspraak.casus_id == casus.id, Afspraak.status.in_(TE_DOEN))
        .options(joinedload(Afspraak.organisatie))
        .order_by(Afspraak.nummer)
    ).all()
    maatregelen = sessie.scalars(
        select(Maatregel)
        .where(
            Maatregel.casus_id == casus.id,
            Maatregel.beeindigd_op.is_(None),
            or_(Maatregel.tot.is_(None), Maatregel.tot >= vandaag()),
        )
        .order_by(Maatregel.vanaf, Maatregel.id)
    )
    overdrachten = open_overdrachten(sessie, casus)
    return Sluitfeiten(
        status=casus.status,
        maatregelen=tuple(f"{rij.wat} ({geldt_tot(rij.tot)})" for rij in maatregelen),
        overdrachten=tuple(
            in_woorden(rij) for rij in overdrachten if rij.status is OverdrachtStatus.AANGEBODEN
        ),
        geweigerd=tuple(_weigering(rij) for rij in overdrachten if rij.status is OverdrachtStatus.GEWEIGERD),
        te_informeren=tuple(dict.fromkeys(rij.betrokkene.naam for rij in informeren)),
        partijen=tuple(rij.partij for rij in partijen),
        afspraken_open=tuple(_afspraak(rij) for rij in afspraken),
        niet_akkoord=tuple(_afspraak(rij) for rij in afspraken if rij.akkoord is Akkoord.GEWEIGERD),
        reden=reden,
        overgedragen=_overgedragen(sessie, casus),
    )


def _weigering(rij: Overdracht) -> Weigering:
    op = datum(hier(rij.beantwoord_op).date()) if rij.beantwoord_op else ""
    return Weigering(in_woorden(rij), rij.beantwoord_door_naam, op, is_afspraak=rij.afspraak_id is not None)


def _afspraak(rij: Afspraak) -> str:
    """Return an afspraak in a few words: which, whose and by when, not what."""
    return f"afspraak {rij.nummer} ({rij.organisatie.naam}, uiterlijk {datum(rij.datum)})"


def _overgedragen(sessie: Session, casus: Casus) -> str:
    """Return which tafel took over the casus as it was last discussed, in words; empty when none did.

    What was taken over before the casus was opened again belongs to an earlier bespreking and counts no more.
    """
    laatste = (
        select(Bespreking.id)
        .where(Bespreking.casus_id == casus.id, Bespreking.afgerond_op.is_not(None))
        .order_by(Bespreking.afgerond_op.desc(), Bespreking.id.desc())
        .limit(1)
    )
    rij = sessie.scalars(
        select(Overdracht)
        .where(
            Overdracht.soort == OverdrachtSoort.CASUS,
            Overdracht.status == OverdrachtStatus.GEACCEPTEERD,
            Overdracht.bespreking_id == laatste.scalar_subquery(),
        )
        .order_by(Overdracht.beantwoord_op.desc(), Overdracht.id)
        .options(joinedload(Overdracht.andere_tafel))
        .limit(1)
    ).one_or_none()
    if rij is None or rij.andere_tafel is None:
        return ""
    return f"{rij.andere_tafel.naam}, aangenomen door {rij.beantwoord_door_naam}"


def overgedragen_casussen(sessie: Session) -> list[Casus]:
    """Return the casussen that another tafel took over and that are not closed here yet."""
    aangenomen = select(Overdracht.casus_id).where(
        Overdracht.soort == OverdrachtSoort.CASUS, Overdracht.status == OverdrachtStatus.GEACCEPTEERD
    )
    return list(
        sessie.scalars(
            select(Casus)
            .where(Casus.status == CasusStatus.BESPROKEN, Casus.id.in_(aangenomen))
            .order_by(Casus.id)
        )
    )


def aantal_besprekingen(sessie: Session, casus: Casus) -> int:
    """Return how often a casus was discussed to the end."""
    return (
        sessie.scalar(
            select(func.count()).where(Bespreking.casus_id == casus.id, Bespreking.afgerond_op.is_not(None))
        )
        or 0
    )
