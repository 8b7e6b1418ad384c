"""Persons that look alike: found when an aanmelding is saved, decided by the voorzitter."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import Session

from models import Casus, Directbetrokkene, Persoonsvergelijking
from models.waarden import CasusStatus, PersoonOordeel
from overleg.basis.klok import nu
from overleg.instroom.regels.personen import Persoon, Vergelijking, persoon_van, vergelijk
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

Sleutel = tuple[uuid.UUID, uuid.UUID]


def werk_vergelijkingen_bij(sessie: Session, casus: Casus) -> None:
    """Find the persons of other casussen at this tafel that look like those of `casus`.

    What the voorzitter decided stays; a likeness that is gone and was not decided on goes.
    """
    eigen = {p.id: _persoon(p) for p in casus.betrokkenen}
    gevonden = _zoek(sessie, casus, eigen)
    bekend = {(v.a_id, v.b_id): v for v in _bekende(sessie, list(eigen))}
    for sleutel, vergelijking in gevonden.items():
        rij = bekend.pop(sleutel, None)
        if rij is None:
            rij = Persoonsvergelijking(a_id=sleutel[0], b_id=sleutel[1])
            sessie.add(rij)
        rij.gelijkenis, rij.redenen = vergelijking.gelijkenis, list(vergelijking.redenen)
    for rij in bekend.values():
        if rij.oordeel is None:
            sessie.delete(rij)
    sessie.flush()


def _persoon(rij: Any) -> Persoon:  # noqa: ANN401 a Directbetrokkene or the columns of one
    return persoon_van(rij.naam, rij.andere_namen, rij.geboortedatum, rij.geboortejaar)


def _bekende(sessie: Session, ids: list[uuid.UUID]) -> Sequence[Persoonsvergelijking]:
    return sessie.scalars(
        select(Persoonsvergelijking).where(
            or_(Persoonsvergelijking.a_id.in_(ids), Persoonsvergelijking.b_id.in_(ids))
        )
    ).all()


def _zoek(sessie: Session, casus: Casus, eigen: dict[uuid.UUID, Persoon]) -> dict[Sleutel, Vergelijking]:
    gevonden: dict[Sleutel, Vergelijking] = {}
    for rij in sessie.execute(_anderen(casus, eigen)):
        ander = _persoon(rij)
        for sleutel, persoon in eigen.items():
            vergelijking = vergelijk(persoon, ander)
            if vergelijking:
                a, b = sorted((sleutel, rij.id))
                gevonden[a, b] = vergelijking
    return gevonden


def _anderen(casus: Casus, eigen: dict[uuid.UUID, Persoon]) -> Any:  # noqa: ANN401 a select of columns
    """Only whose birth year can fit, so that thousands of persons stay a small list."""
    d = Directbetrokkene
    return (
        select(d.id, d.naam, d.andere_namen, d.geboortedatum, d.geboortejaar)
        .join(Casus, Casus.id == d.casus_id)
        .where(
            Casus.tafel_id == casus.tafel_id,
            Casus.id != casus.id,
            Casus.status != CasusStatus.VERNIETIGD,
            or_(Casus.status != CasusStatus.CONCEPT, Casus.acuut.is_(True)),
            d.naam != "",
            _jaren({persoon.jaar for persoon in eigen.values()}),
        )
    )


def _jaren(jaren: set[int | None]) -> ColumnElement[bool]:
    if None in jaren:
        return true()
    d = Directbetrokkene
    onbekend = and_(d.geboortedatum.is_(None), d.geboortejaar.is_(None))
    bekend = [
        or_(d.geboortejaar == j, d.geboortedatum.between(date(j - 1, 1, 1), date(j + 1, 12, 31)))
        for j in jaren
        if j is not None
    ]
    return or_(onbekend, *bekend)


def vergelijk_personen(
    sessie: Session, vrager: Vrager, casus: Casus, rij: Persoonsvergelijking, oordeel: PersoonOordeel
) -> None:
    """Record whether two persons are one; `rij` holds a person of `casus` and one the asker may see."""
    eis(vrager, Recht.PERSONEN_VERGELIJKEN, casus)
    rij.oordeel, rij.door_id, rij.op = oordeel, vrager.id, nu()
    schrijf(sessie, vrager, Soort.PERSONEN_VERGELEKEN, casus, oordeel=oordeel.value)
