"""Acute danger on the first page of who leads a tafel: what waits, and what came after the decision."""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models import Casus, Triageronde
from models.waarden import RondeSoort
from overleg.instroom.regels.spoed import NOG_TE_BESLISSEN, is_opnieuw
from overleg.start.taken import Taak
from overleg.toegang.filters import leidt
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT

MEESTE_REGELS = 5
BESLIST = (RondeSoort.TOEGELATEN, RondeSoort.DOORVERWEZEN, RondeSoort.AFGEWEZEN)


def spoedtaken(sessie: Session, vrager: Vrager) -> list[Taak]:
    """Return a line for each casus in acute danger that nobody at the tafel decided on since."""
    if not vrager.tafels(*LEIDEND):
        return []
    casussen = sessie.scalars(
        select(Casus)
        .where(leidt(vrager, Casus.tafel_id), Casus.acuut.is_(True))
        .where(or_(Casus.status.in_(NOG_TE_BESLISSEN), _na_het_besluit_gemeld()))
        .where(ZICHT[Casus](vrager))
        .order_by(Casus.acuut_gemeld_op, Casus.id)
        .limit(MEESTE_REGELS)
    )
    return [_taak(casus) for casus in casussen]


def _na_het_besluit_gemeld() -> ColumnElement[bool]:
    """Filter on Casus: danger reported after triage, so that no list of what waits shows it."""
    besluit = select(func.max(Triageronde.op)).where(
        Triageronde.casus_id == Casus.id, Triageronde.soort.in_(BESLIST)
    )
    return Casus.acuut_gemeld_op > besluit.scalar_subquery()


def _taak(casus: Casus) -> Taak:
    opnieuw = is_opnieuw(casus.status)
    wat = f"Acuut gevaar gemeld: {casus.kenmerk or 'nog zonder kenmerk'}"
    return Taak(
        f"{wat} ({casus.status.tekst.lower()})" if opnieuw else wat,
        "instroom.spoed" if opnieuw else "instroom.triage",
        toon="spoed",
        sleutel=casus.id,
        parameter="casus",
    )
