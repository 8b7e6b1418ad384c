"""What came of a casus, for who brought it in: as far as that is allowed (domein.md §11)."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Afspraak, Bespreking, Casus
from models.waarden import BesprekingStatus, CasusStatus
from overleg.basis.weergave import datum
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.toegang.vrager import Vrager

ZINNEN = {
    CasusStatus.BESPROKEN: "De casus is besproken.",
    CasusStatus.IN_MONITORING: "De casus is besproken en blijft in monitoring.",
    CasusStatus.GESLOTEN: "De casus is besproken en gesloten.",
}
"""No more than the outcome: what was said stays with who was there."""
OPNIEUW = "De casus is besproken en is nog niet klaar: het overleg gaat ermee verder."
WEER_ACTIEF = (CasusStatus.TOEGELATEN, CasusStatus.GEAGENDEERD)
"""After a refusal by another tafel, or on its way to a next bespreking."""


@dataclass(frozen=True)
class Terugkoppeling:
    """The outcome in a sentence, and how many open afspraken the own organisatie has."""

    tekst: str
    acties: int


def terugkoppeling_van(sessie: Session, vrager: Vrager, casus: Casus) -> Terugkoppeling | None:
    """Return what came of it; None for others than the inbrenger, and before it was discussed."""
    if casus.inbrenger_id != vrager.id:
        return None
    zin = ZINNEN.get(casus.status)
    if casus.status in WEER_ACTIEF and _is_besproken(sessie, casus):
        zin = OPNIEUW
    if zin is None:
        return None
    if casus.status is CasusStatus.GESLOTEN and casus.gesloten_op:
        zin = f"De casus is besproken en gesloten op {datum(casus.gesloten_op.date())}."
    acties = sessie.scalar(
        select(func.count()).where(
            Afspraak.casus_id == casus.id,
            Afspraak.organisatie_id == vrager.organisatie_id,
            *open_afspraak(),
        )
    )
    return Terugkoppeling(zin, acties or 0)


def _is_besproken(sessie: Session, casus: Casus) -> bool:
    afgerond = select(func.count()).where(
        Bespreking.casus_id == casus.id, Bespreking.status == BesprekingStatus.AFGEROND
    )
    return bool(sessie.scalar(afgerond))
