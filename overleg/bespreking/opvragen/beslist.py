"""What is decided until now in one bespreking: the rows of the five questions and of handing over."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from models import (
    AndereTafel,
    Besluit,
    Bespreking,
    Casus,
    Gebeurtenis,
    Informering,
    Overdracht,
    TeInformerenPartij,
    Uitstel,
)
from models.waarden import BesluitSoort, BesprekingStatus, InformerenStatus
from overleg.logboek.soorten import Soort


def besluiten_van(
    sessie: Session, bespreking: Bespreking, *, vers: bool = False
) -> dict[BesluitSoort, Besluit]:
    """Return the decisions of a bespreking by question; `vers`: as they are now, not as read before."""
    rijen = sessie.scalars(
        select(Besluit)
        .where(Besluit.bespreking_id == bespreking.id)
        .options(
            joinedload(Besluit.organisatie),
            joinedload(Besluit.persoon),
            joinedload(Besluit.achtervang_organisatie),
            joinedload(Besluit.achtervang),
            joinedload(Besluit.andere_tafel),
            joinedload(Besluit.door),
        )
        .execution_options(populate_existing=vers)
    )
    return {rij.soort: rij for rij in rijen}


def met_uitstellen() -> ExecutableOption:
    """Fetch with an informering every time it was postponed, and who put it."""
    return selectinload(Informering.uitstellen).joinedload(Uitstel.door)


def informeringen_van(sessie: Session, bespreking: Bespreking) -> list[Informering]:
    """Return who is told what in this bespreking, and what is still open of earlier ones."""
    vraag = (
        select(Informering)
        .join(Informering.betrokkene)
        .where(
            Informering.casus_id == bespreking.casus_id,
            or_(
                Informering.bespreking_id == bespreking.id,
                Informering.status != InformerenStatus.GEDAAN,
                Informering.zonder_toestemming.is_(True),
            ),
        )
        .order_by(Informering.gemaakt_op, Informering.id)
        .options(
            joinedload(Informering.betrokkene),
            joinedload(Informering.organisatie),
            joinedload(Informering.door),
            met_uitstellen(),
        )
    )
    return list(sessie.scalars(vraag))


def ingevuld_op(
    sessie: Session, casus_id: uuid.UUID, rijen: Sequence[Informering | TeInformerenPartij]
) -> dict[uuid.UUID, datetime]:
    """Return when each was last filled in, as the logboek says; postponing or reporting it does not count."""
    vraag = (
        select(Gebeurtenis.object_id, func.max(Gebeurtenis.tijd))
        .where(
            Gebeurtenis.casus_id == casus_id,
            Gebeurtenis.soort.in_((Soort.INFORMERING_VASTGELEGD.value, Soort.PARTIJ_VASTGELEGD.value)),
            Gebeurtenis.object_id.in_([rij.id for rij in rijen]),
        )
        .group_by(Gebeurtenis.object_id)
    )
    gevonden = {rij[0]: rij[1] for rij in sessie.execute(vraag)}
    return {rij.id: gevonden.get(rij.id, rij.gemaakt_op) for rij in rijen}


def partijen_van(sessie: Session, bespreking: Bespreking) -> list[TeInformerenPartij]:
    """Return the parties to inform of this bespreking."""
    vraag = (
        select(TeInformerenPartij)
        .where(TeInformerenPartij.bespreking_id == bespreking.id)
        .order_by(TeInformerenPartij.gemaakt_op, TeInformerenPartij.id)
        .options(
            joinedload(TeInformerenPartij.organisatie),
            joinedload(TeInformerenPartij.persoon),
            joinedload(TeInformerenPartij.door),
        )
    )
    return list(sessie.scalars(vraag))


def eerdere_partijen_van(sessie: Session, bespreking: Bespreking) -> list[TeInformerenPartij]:
    """Return the parties of other besprekingen of this casus that must still be told."""
    vraag = (
        select(TeInformerenPartij)
        .where(
            TeInformerenPartij.casus_id == bespreking.casus_id,
            TeInformerenPartij.bespreking_id != bespreking.id,
            TeInformerenPartij.gedaan_op.is_(None),
        )
        .order_by(TeInformerenPartij.op, TeInformerenPartij.id)
        .options(
            joinedload(TeInformerenPartij.organisatie),
            joinedload(TeInformerenPartij.casus),
            joinedload(TeInformerenPartij.bespreking),
        )
    )
    return list(sessie.scalars(vraag))


def overdrachten_van(sessie: Session, casus: Casus) -> list[Overdracht]:
    """Return every handover of this casus, oldest first."""
    vraag = (
        select(Overdracht)
        .where(Overdracht.casus_id == casus.id)
        .options(
            joinedload(Overdracht.van_organisatie),
            joinedload(Overdracht.naar_organisatie),
            joinedload(Overdracht.andere_tafel),
            joinedload(Overdracht.afspraak),
        )
        .order_by(Overdracht.aangeboden_op, Overdracht.id)
    )
    return list(sessie.scalars(vraag))


def is_later_besproken(sessie: Session, bespreking: Bespreking) -> bool:
    """Return whether this casus was discussed again after this one; held over, nothing was decided."""
    later = aliased(Bespreking)
    vraag = select(later.id).where(
        later.casus_id == bespreking.casus_id,
        later.gemaakt_op > bespreking.gemaakt_op,
        later.status != BesprekingStatus.AANGEHOUDEN,
    )
    return bool(sessie.scalar(select(vraag.exists())))


def andere_tafels_van(sessie: Session, casus: Casus) -> list[AndereTafel]:
    """Return where a casus of this tafel can be scaled up or handed over to."""
    vraag = (
        select(AndereTafel)
        .where(AndereTafel.tafel_id == casus.tafel_id, AndereTafel.actief.is_(True))
        .order_by(AndereTafel.volgorde, AndereTafel.naam)
    )
    return list(sessie.scalars(vraag))
