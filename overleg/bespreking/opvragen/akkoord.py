"""Whether an afspraak is accepted: the facts for the rules, and who in the room can say so."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Deelname
from models.waarden import Aanwezigheid
from overleg.bespreking.regels.akkoord import Stand


def stand_van(afspraak: Afspraak) -> Stand:
    """Return what decides whether an answer can be given now."""
    return Stand(
        akkoord=afspraak.akkoord,
        status=afspraak.status,
        bespreking=afspraak.bespreking.status,
        overleg=afspraak.bespreking.overleg.status,
        geldt=afspraak.geldt_vanaf is not None,
    )


def in_de_zaal(sessie: Session, afspraak: Afspraak) -> list[Deelname]:
    """Return who of the organisatie that is to do it is there at this item."""
    bespreking = afspraak.bespreking
    return list(
        sessie.scalars(
            select(Deelname)
            .where(
                Deelname.overleg_id == bespreking.overleg_id,
                Deelname.organisatie_id == afspraak.organisatie_id,
                Deelname.aanwezigheid == Aanwezigheid.AANWEZIG,
                or_(Deelname.punt_id.is_(None), Deelname.punt_id == bespreking.punt_id),
                ~Deelname.afwezig_bij.any(punt_id=bespreking.punt_id),
            )
            .order_by(Deelname.id)
            .options(joinedload(Deelname.gebruiker))
        )
    )
