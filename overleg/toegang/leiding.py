"""Who leads a tafel today: whom to tell that something waits there, and whether anybody can."""

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import Casus, Gebruiker, Lidmaatschap
from models.waarden import Rol
from overleg.basis.klok import vandaag
from overleg.toegang.uitsluiting import uitgesloten_mensen


def voorzitters_van(sessie: Session, casus: Casus) -> list[str]:
    """Return the mail addresses of the voorzitters who may know of this casus today, sorted."""
    return _van_voorzitters(sessie, casus, Gebruiker.email)


def namen_van_voorzitters(sessie: Session, casus: Casus) -> list[str]:
    """Return their names, sorted."""
    return _van_voorzitters(sessie, casus, Gebruiker.naam)


def blijft_leiding(sessie: Session, casus: Casus) -> bool:
    """Return whether a voorzitter of the tafel can see the casus; a tafel without any loses nothing."""
    return bool(_van_voorzitters(sessie, casus, Gebruiker.email)) or not _zijn_er(sessie, casus)


def _zijn_er(sessie: Session, casus: Casus) -> bool:
    return bool(sessie.scalar(select(exists().where(*_voorzitter(casus)))))


def _voorzitter(casus: Casus) -> tuple[ColumnElement[bool], ...]:
    """Return who sits as voorzitter at the tafel of this casus today."""
    dag = vandaag()
    return (
        Lidmaatschap.gebruiker_id == Gebruiker.id,
        Lidmaatschap.tafel_id == casus.tafel_id,
        Lidmaatschap.rol == Rol.VOORZITTER,
        Lidmaatschap.vanaf <= dag,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
        Gebruiker.active.is_(True),
    )


def _van_voorzitters(sessie: Session, casus: Casus, kolom: InstrumentedAttribute[str]) -> list[str]:
    return list(
        sessie.scalars(
            select(kolom)
            .where(*_voorzitter(casus), Gebruiker.id.not_in(uitgesloten_mensen(casus.id)))
            .order_by(kolom)
            .distinct()
        )
    )
