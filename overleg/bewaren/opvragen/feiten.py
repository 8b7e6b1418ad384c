"""The facts on which destroying depends."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from models import Agendapunt, Bewaarplicht, Bewaartermijn, Casus, Overleg, Persoonsverzoek, Triageronde
from models.waarden import CasusStatus, OverlegStatus, RondeSoort
from models.waarden_bewaren import BewaarSoort
from models.waarden_verzoeken import VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.klok import hier
from overleg.bewaren.regels.vernietigen import Termijn, Vernietigfeiten, soort_van

KLAAR = (OverlegStatus.VASTGESTELD, OverlegStatus.GEANNULEERD)
NEE = (RondeSoort.TERUGGESTUURD, RondeSoort.AFGEWEZEN, RondeSoort.DOORVERWEZEN)
Termijnen = Mapping[tuple[UUID, BewaarSoort], Termijn]


def vertrek() -> ColumnElement[datetime | None]:
    """Return, as SQL, when a casus was closed or was not admitted."""
    ronde = (
        select(func.max(Triageronde.op))
        .where(Triageronde.casus_id == Casus.id, Triageronde.soort.in_(NEE))
        .correlate(Casus)
        .scalar_subquery()
    )
    return case((Casus.status == CasusStatus.GESLOTEN, Casus.gesloten_op), else_=ronde)


def termijnen(sessie: Session) -> Termijnen:
    """Return the terms that hold, by tafel and kind of data."""
    rijen = sessie.scalars(select(Bewaartermijn).where(Bewaartermijn.vervallen_op.is_(None)))
    return {(rij.tafel_id, rij.soort): Termijn(rij.maanden, rij.begin, rij.bron) for rij in rijen}


def dag_van(moment: datetime | None) -> date | None:
    """Return the day of a moment, on the calendar of here."""
    return hier(moment).date() if moment else None


def feiten_van(sessie: Session, casus: Casus) -> Vernietigfeiten:
    """Return the facts on one casus, as of now."""
    wanneer = sessie.execute(select(vertrek()).where(Casus.id == casus.id)).scalar_one()
    verzoeken = _verzoeken(sessie, casus)
    return Vernietigfeiten(
        status=casus.status,
        vertrek=dag_van(wanneer),
        gewijzigd=hier(casus.gewijzigd_op).date(),
        termijn=termijnen(sessie).get((casus.tafel_id, soort_van(casus.status))),
        verzoek_toegewezen=any(is_toegewezen(v) for v in verzoeken),
        opgeschort=geldende_bewaarplicht(sessie, casus) is not None,
        open_verzoeken=sum(_is_open(v) for v in verzoeken),
        beperking=any(_beperkt(v) for v in verzoeken),
        onvastgesteld=_onvastgesteld(sessie, casus),
    )


def is_opgeschort(sessie: Session, casus: Casus) -> bool:
    """Whether this casus must be kept for now: by order, or for what a person asks about it."""
    if geldende_bewaarplicht(sessie, casus) is not None:
        return True
    return any(_beperkt(v) or _is_open(v) for v in _verzoeken(sessie, casus))


def _verzoeken(sessie: Session, casus: Casus) -> Sequence[Persoonsverzoek]:
    return sessie.scalars(select(Persoonsverzoek).where(Persoonsverzoek.casus_id == casus.id)).all()


def is_toegewezen(verzoek: Persoonsverzoek) -> bool:
    """Whether somebody asked for destruction, all of it was granted, and it was not done yet.

    Granted in part means that a part goes: no ground to destroy the whole casus.
    """
    return (
        verzoek.soort is VerzoekSoort.VERNIETIGING
        and verzoek.besluit is VerzoekBesluit.TOEGEWEZEN
        and verzoek.status is VerzoekStatus.BESLOTEN
    )


def _is_open(verzoek: Persoonsverzoek) -> bool:
    """Whether it waits for an answer; one that is granted waits for the destruction itself."""
    return verzoek.status is not VerzoekStatus.AFGEROND and not is_toegewezen(verzoek)


def _beperkt(verzoek: Persoonsverzoek) -> bool:
    return (
        verzoek.soort is VerzoekSoort.BEPERKING
        and verzoek.besluit in {VerzoekBesluit.TOEGEWEZEN, VerzoekBesluit.DEELS}
        and verzoek.opgeheven_op is None
    )


def _onvastgesteld(sessie: Session, casus: Casus) -> tuple[date, ...]:
    vraag = (
        select(Overleg.datum)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(
            Agendapunt.casus_id == casus.id,
            Agendapunt.doorgezet_op.is_(None),
            Overleg.status.not_in(KLAAR),
        )
        .distinct()
        .order_by(Overleg.datum)
    )
    return tuple(sessie.scalars(vraag))


def geldende_bewaarplicht(sessie: Session, casus: Casus) -> Bewaarplicht | None:
    """Return what holds up the destruction of a casus now, if anything."""
    vraag = select(Bewaarplicht).where(Bewaarplicht.casus_id == casus.id, Bewaarplicht.opgeheven_op.is_(None))
    return sessie.scalars(vraag).one_or_none()
