"""Who has the regie now: as decided, and, where it was handed over, as accepted (domein.md §5)."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Besluit, Bespreking, Casus, Organisatie, Overdracht
from models.waarden import BesluitSoort, OverdrachtSoort, OverdrachtStatus
from overleg.basis.klok import vandaag


@dataclass(frozen=True)
class HuidigeRegie:
    """Who is responsible; `wacht_op` is the handover that the other has not accepted yet."""

    organisatie: Organisatie
    naam: str
    persoon_id: uuid.UUID | None
    besluit: Besluit | None
    wacht_op: Overdracht | None = None
    gaat_in: Overdracht | None = None
    """The handover that was accepted and begins on a later day: until then who gave it answers for it."""


def regie_nu(sessie: Session, casus: Casus) -> HuidigeRegie | None:
    """Return who has the regie of a casus now, or None when nobody was given it.

    A decision of a closed bespreking counts; with a handover only once it was accepted. Until then
    the one before has it, or who gave it.
    """
    besluiten = sessie.scalars(
        select(Besluit)
        .join(Bespreking, Bespreking.id == Besluit.bespreking_id)
        .where(
            Bespreking.casus_id == casus.id,
            Bespreking.afgerond_op.is_not(None),
            Besluit.soort == BesluitSoort.REGIE,
        )
        .order_by(Bespreking.afgerond_op.desc())
        .options(joinedload(Besluit.organisatie))
    ).all()
    aanbod = _laatste_aanbod(sessie, casus)
    open_aanbod: Overdracht | None = None
    for besluit in besluiten:
        overdracht = aanbod.get(besluit.bespreking_id)
        if overdracht is None or overdracht.status is OverdrachtStatus.GEACCEPTEERD:
            assert besluit.organisatie is not None  # noqa: S101 a CHECK in the database holds it
            return HuidigeRegie(
                besluit.organisatie,
                besluit.persoon_naam,
                besluit.persoon_id,
                besluit,
                open_aanbod,
                overdracht if overdracht and _is_later(overdracht) else _gaat_nog_in(besluit, aanbod),
            )
        open_aanbod = open_aanbod or overdracht
    if open_aanbod is None:
        return None
    return HuidigeRegie(open_aanbod.van_organisatie, "", None, None, open_aanbod)


def _gaat_nog_in(besluit: Besluit, aanbod: Mapping[uuid.UUID | None, Overdracht]) -> Overdracht | None:
    """Return the earlier handover to the same organisatie that was accepted and begins later, if any."""
    for overdracht in aanbod.values():
        if (
            overdracht.status is OverdrachtStatus.GEACCEPTEERD
            and overdracht.naar_organisatie_id == besluit.organisatie_id
            and _is_later(overdracht)
        ):
            return overdracht
    return None


def _is_later(overdracht: Overdracht) -> bool:
    return overdracht.per_datum is not None and overdracht.per_datum > vandaag()


def _laatste_aanbod(sessie: Session, casus: Casus) -> dict[uuid.UUID | None, Overdracht]:
    """Return per bespreking the last offer of the regie."""
    rijen = sessie.scalars(
        select(Overdracht)
        .where(
            Overdracht.casus_id == casus.id,
            Overdracht.soort == OverdrachtSoort.REGIE,
            Overdracht.geldt_vanaf.is_not(None),
        )
        .order_by(Overdracht.aangeboden_op)
        .options(selectinload(Overdracht.van_organisatie), selectinload(Overdracht.naar_organisatie))
    )
    return {rij.bespreking_id: rij for rij in rijen}
