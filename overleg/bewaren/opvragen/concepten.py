"""Concepts that were never handed in, and when they go."""

from datetime import time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus
from models.waarden import CasusStatus
from models.waarden_bewaren import BewaarSoort
from overleg.basis.klok import hier, moment_van, vandaag
from overleg.bewaren.opvragen.feiten import Termijnen, dag_van, is_opgeschort, termijnen
from overleg.bewaren.regels.concepten import VOORAF, Conceptfeiten

MEESTE = 500
"""So many in one turn of the background loop; the oldest first."""
KORTSTE_MAAND = timedelta(days=28)


def conceptfeiten(sessie: Session, casus: Casus, geldend: Termijnen | None = None) -> Conceptfeiten:
    """Return the facts on one concept, as of now."""
    bekend = termijnen(sessie) if geldend is None else geldend
    aangekondigd = casus.verdwijnen_aangekondigd_op
    geldt_nog = aangekondigd is not None and aangekondigd > casus.gewijzigd_op
    return Conceptfeiten(
        status=casus.status,
        acuut=casus.acuut,
        gewijzigd=hier(casus.gewijzigd_op).date(),
        termijn=bekend.get((casus.tafel_id, BewaarSoort.CONCEPT)),
        aangekondigd=dag_van(aangekondigd) if geldt_nog else None,
        opgeschort=is_opgeschort(sessie, casus),
    )


def stille_concepten(sessie: Session, geldend: Termijnen) -> list[Casus]:
    """Return the concepts that may be near the end of their term, longest untouched first."""
    kortste = min(
        (t.maanden for (_, soort), t in geldend.items() if soort is BewaarSoort.CONCEPT), default=None
    )
    if kortste is None:
        return []
    voor = moment_van(vandaag() + VOORAF + timedelta(days=1) - kortste * KORTSTE_MAAND, time.min)
    return list(
        sessie.scalars(
            select(Casus)
            .where(
                Casus.status == CasusStatus.CONCEPT,
                Casus.acuut.is_(False),
                Casus.gewijzigd_op < voor,
            )
            .order_by(Casus.gewijzigd_op, Casus.id)
            .limit(MEESTE)
        )
    )
