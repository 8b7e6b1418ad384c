"""Who leads a tafel today: whom to tell that something waits there."""

import uuid

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Gebruiker, Lidmaatschap
from models.waarden import Rol
from overleg.basis.klok import vandaag


def voorzitters_van(sessie: Session, tafel_id: uuid.UUID) -> list[str]:
    """Return the mail addresses of the voorzitters of a tafel who can sign in today, each once, sorted."""
    dag = vandaag()
    return list(
        sessie.scalars(
            select(Gebruiker.email)
            .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
            .where(
                Lidmaatschap.tafel_id == tafel_id,
                Lidmaatschap.rol == Rol.VOORZITTER,
                Lidmaatschap.vanaf <= dag,
                or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
                Gebruiker.active.is_(True),
            )
            .order_by(Gebruiker.email)
            .distinct()
        )
    )
