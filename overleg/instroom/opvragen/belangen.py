"""To whom a casus is closed, and who can be chosen; limited to the asker."""

import uuid
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Belang, Belanguitzondering, Casus, Gebruiker, Lidmaatschap, Organisatie
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar


def belangen(sessie: Session, vrager: Vrager, casus: Casus) -> list[Belang]:
    """Return every conflict of interest on record for a casus, the lifted ones too, the oldest first."""
    return list(
        sessie.scalars(
            zichtbaar(vrager, Belang)
            .where(Belang.casus_id == casus.id)
            .options(
                joinedload(Belang.gebruiker),
                joinedload(Belang.organisatie),
                joinedload(Belang.vastgelegd_door),
                selectinload(Belang.uitzonderingen).joinedload(Belanguitzondering.gebruiker),
            )
            .order_by(Belang.vastgelegd_op, Belang.id)
        )
    )


def organisaties(sessie: Session) -> list[tuple[uuid.UUID, str]]:
    """Return the organisaties to choose from, by name."""
    vraag = select(Organisatie).where(Organisatie.actief.is_(True)).order_by(Organisatie.naam)
    return [(o.id, o.naam) for o in sessie.scalars(vraag)]


def mensen_van_tafel(sessie: Session, casus: Casus, dag: date) -> list[tuple[uuid.UUID, str]]:
    """Return the members of the tafel to choose from, by name, with their organisatie."""
    leden = select(Lidmaatschap.gebruiker_id).where(
        Lidmaatschap.tafel_id == casus.tafel_id,
        Lidmaatschap.vanaf <= dag,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
    )
    vraag = select(Gebruiker).where(Gebruiker.id.in_(leden), Gebruiker.active.is_(True))
    return [(g.id, f"{g.naam}, {g.organisatie.naam}") for g in sessie.scalars(vraag.order_by(Gebruiker.naam))]
