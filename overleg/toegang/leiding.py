"""Who leads a tafel today: whom to tell that something waits there."""

from sqlalchemy import or_, select
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


def _van_voorzitters(sessie: Session, casus: Casus, kolom: InstrumentedAttribute[str]) -> list[str]:
    dag = vandaag()
    return list(
        sessie.scalars(
            select(kolom)
            .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
            .where(
                Lidmaatschap.tafel_id == casus.tafel_id,
                Lidmaatschap.rol == Rol.VOORZITTER,
                Lidmaatschap.vanaf <= dag,
                or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
                Gebruiker.active.is_(True),
                Gebruiker.id.not_in(uitgesloten_mensen(casus.id)),
            )
            .order_by(kolom)
            .distinct()
        )
    )
