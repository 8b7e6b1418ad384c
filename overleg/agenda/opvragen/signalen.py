"""What is due for an agenda: monitoring, postponed informing, measures that end (domein.md §5, §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from models import Casus, Informering, Maatregel, Overleg
from models.waarden import CasusStatus, InformerenStatus, Ritme
from overleg.agenda.opvragen.overleggen import OPEN, volgend_overleg
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, zichtbaar

TUSSEN = {
    Ritme.WEKELIJKS: timedelta(days=7),
    Ritme.TWEEWEKELIJKS: timedelta(days=14),
    Ritme.MAANDELIJKS: timedelta(days=31),
}
LOPEND = (
    CasusStatus.TOEGELATEN,
    CasusStatus.GEAGENDEERD,
    CasusStatus.BESPROKEN,
    CasusStatus.IN_MONITORING,
)


@dataclass(frozen=True)
class Signaal:
    """Something about a casus that comes due before the next overleg."""

    casus: Casus
    zin: str
    datum: date


def monitoring_voor(sessie: Session, overleg: Overleg) -> Sequence[Casus]:
    """Return the casussen under monitoring that are due at this overleg, and at none before it."""
    if overleg.status not in OPEN:
        return ()
    eerder = aliased(Overleg)
    eerder_aan_de_beurt = exists().where(
        eerder.tafel_id == Casus.tafel_id,
        eerder.status.in_(OPEN),
        eerder.datum >= Casus.monitoring_op,
        eerder.datum < overleg.datum,
    )
    return sessie.scalars(
        select(Casus)
        .where(
            Casus.tafel_id == overleg.tafel_id,
            Casus.status == CasusStatus.IN_MONITORING,
            Casus.monitoring_op <= overleg.datum,
            ~eerder_aan_de_beurt,
        )
        .order_by(Casus.monitoring_op, Casus.kenmerk)
    ).all()


def signalen_voor(sessie: Session, vrager: Vrager, overleg: Overleg, vandaag: date) -> list[Signaal]:
    """Return what comes due before the overleg after this one, of the casussen the asker may see."""
    volgend = volgend_overleg(sessie, overleg, vandaag)
    tot = volgend.datum if volgend else overleg.datum + TUSSEN[overleg.tafel.ritme]
    signalen = [
        *_te_informeren(sessie, vrager, overleg),
        *_maatregelen(sessie, vrager, overleg, tot),
    ]
    return sorted(dict.fromkeys(signalen), key=lambda signaal: (signaal.datum, signaal.casus.kenmerk or ""))


def _te_informeren(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[Signaal]:
    rijen = sessie.scalars(
        zichtbaar(vrager, Informering)
        .join(Informering.casus)
        .where(
            ZICHT[Casus](vrager),
            Casus.tafel_id == overleg.tafel_id,
            Casus.status.in_(LOPEND),
            Informering.status == InformerenStatus.UITGESTELD,
            Informering.opnieuw_op <= overleg.datum,
        )
        .options(joinedload(Informering.casus))
    ).all()
    zin = "het informeren van een betrokkene is uitgesteld; kijk er opnieuw naar"
    return [Signaal(rij.casus, zin, rij.opnieuw_op) for rij in rijen if rij.opnieuw_op]


def _maatregelen(sessie: Session, vrager: Vrager, overleg: Overleg, tot: date) -> list[Signaal]:
    rijen = sessie.execute(
        select(Maatregel, Casus)
        .join(Casus, Casus.id == Maatregel.casus_id)
        .where(
            ZICHT[Casus](vrager),
            Casus.tafel_id == overleg.tafel_id,
            Casus.status.in_(LOPEND),
            Maatregel.beeindigd_op.is_(None),
            or_(Maatregel.tot <= tot, Maatregel.herbeoordeling <= tot),
        )
    ).all()
    return [_maatregelsignaal(maatregel, casus, tot) for maatregel, casus in rijen]


def _maatregelsignaal(maatregel: Maatregel, casus: Casus, tot: date) -> Signaal:
    if maatregel.herbeoordeling and (maatregel.tot is None or maatregel.tot > tot):
        return Signaal(casus, "een maatregel moet opnieuw bekeken worden", maatregel.herbeoordeling)
    return Signaal(casus, "een maatregel loopt af", maatregel.tot or tot)
