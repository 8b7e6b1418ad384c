"""The actions of last time: what earlier meetings of the tafel agreed, with their state at this one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, literal, or_, select, tuple_
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Afspraak, Bespreking, Casus, Overleg
from models.waarden import AfspraakStatus, OverlegStatus
from overleg.basis.afspraakstand import NIET_KLAAR
from overleg.basis.klok import moment_van
from overleg.verslag.casusdeel import casus_lezers
from overleg.verslag.inhoud import VorigeActie
from overleg.verslag.woorden import wie

GEHOUDEN = (OverlegStatus.LOPEND, OverlegStatus.AFGEROND, OverlegStatus.VASTGESTELD)


def vorige_acties(sessie: Session, overleg: Overleg) -> tuple[VorigeActie, ...]:
    """Return what was still to do, what the last meeting agreed, and what was reported since then."""
    eerder = and_(
        Overleg.tafel_id == overleg.tafel_id,
        Overleg.status.in_(GEHOUDEN),
        tuple_(Overleg.datum, Overleg.begin) < tuple_(literal(overleg.datum), literal(overleg.begin)),
    )
    laatste = sessie.scalars(
        select(Overleg).where(eerder).order_by(Overleg.datum.desc(), Overleg.begin.desc()).limit(1)
    ).first()
    if laatste is None:
        return ()
    sinds = laatste.begonnen_op or moment_van(laatste.datum, laatste.begin)
    rijen = sessie.scalars(
        select(Afspraak)
        .join(Bespreking, Bespreking.id == Afspraak.bespreking_id)
        .join(Overleg, Overleg.id == Bespreking.overleg_id)
        .where(eerder, Afspraak.geldt_vanaf.is_not(None))
        .where(
            or_(Overleg.id == laatste.id, Afspraak.status.in_(NIET_KLAAR), Afspraak.status_op >= sinds),
        )
        .options(
            joinedload(Afspraak.casus).selectinload(Casus.aansluitingen),
            joinedload(Afspraak.organisatie),
            joinedload(Afspraak.persoon),
            selectinload(Afspraak.voortgang),
        )
        .order_by(Afspraak.datum, Afspraak.casus_id, Afspraak.nummer)
    ).all()
    return tuple(_actie(rij, overleg) for rij in rijen)


def _actie(rij: Afspraak, overleg: Overleg) -> VorigeActie:
    stand, reden = _stand(rij, overleg.afgerond_op)
    return VorigeActie(
        kenmerk=rij.casus.kenmerk or "",
        nummer=rij.nummer,
        wat=rij.wat,
        wie=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=rij.datum,
        stand=stand.tekst,
        reden=reden,
        casus_id=rij.casus_id,
        organisatie_id=rij.organisatie_id,
        lezers=casus_lezers(rij.casus, overleg.tafel.partners),
    )


def _stand(rij: Afspraak, tot: datetime | None) -> tuple[AfspraakStatus, str]:
    """Return the state as it was when the meeting ended; later reports belong to the next one."""
    if tot is None or rij.status_op is None or rij.status_op <= tot:
        return rij.status, rij.status_reden
    eerder: Sequence[tuple[AfspraakStatus, str]] = [(v.status, v.tekst) for v in rij.voortgang if v.op <= tot]
    return eerder[-1] if eerder else (AfspraakStatus.OPEN, "")
