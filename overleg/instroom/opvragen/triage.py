"""What waits for triage, and the signals: herhaling, and the same person in another casus."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from models import Casus, Directbetrokkene, Persoonsvergelijking
from models.waarden import CasusStatus, MeldingStatus
from overleg.basis.klok import hier
from overleg.basis.limieten import limiet
from overleg.instroom.regels.triage import Paar, is_herhaling
from overleg.toegang.filters import leidt
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import casus_voor_deelnemers

WACHT = CasusStatus.AANGEMELD
BIJ_INBRENGER = (CasusStatus.CONCEPT, CasusStatus.TERUGGESTUURD)
VOOR_OVERLEG = (CasusStatus.TOEGELATEN, CasusStatus.GEAGENDEERD)


@dataclass(frozen=True)
class Lijkt:
    """A person of this casus and one of another that look alike."""

    vergelijking: Persoonsvergelijking
    eigen: Directbetrokkene
    ander: Directbetrokkene


@dataclass(frozen=True)
class Signaal:
    """Another casus with persons that look like those of this one; `herhaling` says why, or is empty."""

    casus: Casus
    herhaling: str
    paren: list[Lijkt]


@dataclass(frozen=True)
class Werklijst:
    """What the voorzitter and secretaris have to look at."""

    wachtend: list[Casus]
    bij_inbrenger: list[Casus]
    zonder_melding: list[Casus]


def _basis(vrager: Vrager) -> Select[Casus]:
    return (
        select(Casus)
        .where(leidt(vrager, Casus.tafel_id), casus_voor_deelnemers(vrager))
        .options(joinedload(Casus.tafel), joinedload(Casus.inbrenger_organisatie), selectinload(Casus.themas))
        .order_by(Casus.acuut.desc(), func.coalesce(Casus.ingediend_op, Casus.acuut_gemeld_op), Casus.id)
        .limit(limiet("aantal_per_pagina"))
    )


def werklijst(sessie: Session, vrager: Vrager) -> Werklijst:
    """Return what waits: spoed first, then the oldest; each list up to the size of a page."""
    spoed_concept = and_(Casus.status == CasusStatus.CONCEPT, Casus.acuut.is_(True))
    wachtend = _basis(vrager).where(or_(Casus.status == WACHT, spoed_concept))
    terug = _basis(vrager).where(Casus.status == CasusStatus.TERUGGESTUURD)
    zonder = _basis(vrager).where(
        Casus.status.in_(VOOR_OVERLEG), Casus.melding_status != MeldingStatus.GEDAAN
    )
    return Werklijst(*(list(sessie.scalars(vraag)) for vraag in (wachtend, terug, zonder)))


def signalen(sessie: Session, vrager: Vrager, casussen: Sequence[Casus]) -> dict[uuid.UUID, list[Signaal]]:
    """Return for each casus the other casussen with look-alike persons, herhaling first."""
    per_casus: dict[uuid.UUID, dict[uuid.UUID, list[Lijkt]]] = defaultdict(lambda: defaultdict(list))
    ids = {casus.id for casus in casussen}
    for rij in sessie.scalars(_vergelijkingen(vrager, ids)):
        for eigen, ander in ((rij.a, rij.b), (rij.b, rij.a)):
            if eigen.casus_id in ids:
                per_casus[eigen.casus_id][ander.casus_id].append(Lijkt(rij, eigen, ander))
    return {
        casus.id: sorted(
            (_signaal(casus, paren) for paren in per_casus[casus.id].values()),
            key=lambda signaal: (not signaal.herhaling, signaal.casus.kenmerk or ""),
        )
        for casus in casussen
    }


def _vergelijkingen(vrager: Vrager, ids: Iterable[uuid.UUID]) -> Select[Persoonsvergelijking]:
    a, b = aliased(Directbetrokkene), aliased(Directbetrokkene)
    mogen = select(Casus.id).where(casus_voor_deelnemers(vrager)).correlate(None)
    rij = Persoonsvergelijking
    return (
        select(rij)
        .join(a, a.id == rij.a_id)
        .join(b, b.id == rij.b_id)
        .where(or_(a.casus_id.in_(ids), b.casus_id.in_(ids)))
        .where(a.casus_id.in_(mogen), b.casus_id.in_(mogen))
        .options(
            joinedload(rij.a).joinedload(Directbetrokkene.casus),
            joinedload(rij.b).joinedload(Directbetrokkene.casus),
            joinedload(rij.door),
        )
        .order_by(rij.gelijkenis.desc(), rij.id)
    )


def _begin(casus: Casus) -> date:
    return hier(casus.ingediend_op or casus.acuut_gemeld_op or casus.gemaakt_op).date()


def _signaal(casus: Casus, paren: list[Lijkt]) -> Signaal:
    ander = paren[0].ander.casus
    feiten = [
        Paar(
            p.eigen.rol,
            p.ander.rol,
            p.eigen.id,
            p.ander.id,
            p.vergelijking.gelijkenis,
            p.vergelijking.oordeel,
        )
        for p in paren
    ]
    waarom = is_herhaling(feiten, _begin(casus), _begin(ander), casus.tafel.herhaling_maanden)
    return Signaal(ander, waarom, paren)


def vergelijking_van(
    sessie: Session, vrager: Vrager, casus: Casus, sleutel: uuid.UUID
) -> Persoonsvergelijking | None:
    """Return the comparison with this id when it is about a person of `casus` and the asker may see both."""
    vraag = _vergelijkingen(vrager, {casus.id}).where(Persoonsvergelijking.id == sleutel)
    return sessie.scalars(vraag).one_or_none()
