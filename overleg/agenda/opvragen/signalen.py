"""What is due for an agenda: monitoring, postponed informing, measures that end (domein.md §5, §6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from models import Casus, Informering, Maatregel, Overleg
from models.waarden import CasusStatus, InformerenStatus, Ritme
from overleg.agenda.opvragen.overleggen import OPEN, volgend_overleg
from overleg.basis.klok import vandaag
from overleg.toegang.filters import leidt
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
VOOR_TRIAGE = (CasusStatus.CONCEPT, CasusStatus.AANGEMELD, CasusStatus.TERUGGESTUURD)
"""A crisis has its temporary maatregelen before anybody decided on the casus (domein.md §3)."""
NALOOP = timedelta(days=7)
"""So long a maatregel that ended is still named: long enough to see that nothing took its place."""
GEMIST = "een maatregel had opnieuw bekeken moeten worden"


@dataclass(frozen=True)
class Signaal:
    """Something about a casus that comes due before the next overleg."""

    casus: Casus
    zin: str
    datum: date
    maatregel_id: UUID | None = field(default=None, compare=False)
    """Two maatregelen that say the same are one line, and two to count."""


def monitoring_voor(sessie: Session, overleg: Overleg) -> Sequence[Casus]:
    """Return the casussen under monitoring that are due at this overleg, and at none that comes before it.

    One in the past that was never started, nor called off, will not take them any more.
    """
    if overleg.status not in OPEN:
        return ()
    eerder = aliased(Overleg)
    eerder_aan_de_beurt = exists().where(
        eerder.tafel_id == Casus.tafel_id,
        eerder.status.in_(OPEN),
        eerder.datum >= Casus.monitoring_op,
        eerder.datum >= vandaag(),
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


def signalen_voor(sessie: Session, vrager: Vrager, overleg: Overleg, dag: date) -> list[Signaal]:
    """Return what comes due before the overleg after this one, of the casussen the asker may see."""
    volgend = volgend_overleg(sessie, overleg, dag)
    tot = volgend.datum if volgend else overleg.datum + TUSSEN[overleg.tafel.ritme]
    signalen = [
        *_te_informeren(sessie, vrager, overleg),
        *_maatregelen(sessie, vrager, Casus.tafel_id == overleg.tafel_id, tot, dag),
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


def maatregelen_binnenkort(sessie: Session, vrager: Vrager, dag: date, tot: date) -> list[Signaal]:
    """Return what ends or is to be looked at until `tot`, at the tafels the asker leads.

    What should have been looked at before `dag` and was not stays; what ended is named for a week more.
    """
    alle = _maatregelen(sessie, vrager, leidt(vrager, Casus.tafel_id), tot, dag)
    nog = [signaal for signaal in alle if signaal.datum >= dag - NALOOP or signaal.zin == GEMIST]
    return sorted(nog, key=lambda signaal: (signaal.datum, signaal.casus.kenmerk or "", signaal.zin))


def _maatregelen(
    sessie: Session, vrager: Vrager, waar: ColumnElement[bool], tot: date, dag: date
) -> list[Signaal]:
    rijen = sessie.execute(
        select(Maatregel, Casus)
        .join(Casus, Casus.id == Maatregel.casus_id)
        .where(
            ZICHT[Casus](vrager),
            waar,
            Casus.status.in_((*VOOR_TRIAGE, *LOPEND)),
            Maatregel.beeindigd_op.is_(None),
            or_(Maatregel.tot <= tot, Maatregel.herbeoordeling <= tot),
        )
    ).all()
    return [
        signaal for maatregel, casus in rijen for signaal in _maatregelsignalen(maatregel, casus, tot, dag)
    ]


def _maatregelsignalen(maatregel: Maatregel, casus: Casus, tot: date, dag: date) -> Iterator[Signaal]:
    """Yield both days of a maatregel that come in time: one never hides the other.

    One that ended need not be looked at again: that it ended is said instead.
    """
    opnieuw = maatregel.herbeoordeling
    is_voorbij = maatregel.tot is not None and maatregel.tot < dag
    if opnieuw and opnieuw <= tot and not (is_voorbij and opnieuw < dag):
        zin = GEMIST if opnieuw < dag else "een maatregel moet opnieuw bekeken worden"
        yield Signaal(casus, zin, opnieuw, maatregel.id)
    if maatregel.tot and maatregel.tot <= tot:
        hoe = "is afgelopen" if maatregel.tot < dag else "loopt af"
        yield Signaal(casus, f"een maatregel {hoe}", maatregel.tot, maatregel.id)
