"""The register of requests, and what holds for a casus because of them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from models import Casus, Overlegtafel, Persoonsverzoek
from models.waarden_verzoeken import VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.limieten import limiet
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar


@dataclass(frozen=True)
class Registerregel:
    """One request without what is in it: the functionaris reads no case content."""

    id: uuid.UUID
    kenmerk: str
    tafel: str
    soort: VerzoekSoort
    status: VerzoekStatus
    ontvangen_op: date
    uiterlijk: date
    besluit: VerzoekBesluit | None
    open_te_slaan: bool
    """Whether the asker may open it."""


def register(
    sessie: Session, vrager: Vrager, *, na: tuple[date, uuid.UUID] | None = None
) -> tuple[list[Registerregel], tuple[date, uuid.UUID] | None]:
    """Return a page of requests, the first to answer first, and the key of the next page."""
    aantal = limiet("aantal_per_pagina")
    vraag = _regels(vrager).order_by(Persoonsverzoek.uiterlijk, Persoonsverzoek.id).limit(aantal + 1)
    if na is not None:
        dag, sleutel = na
        vraag = vraag.where(
            (Persoonsverzoek.uiterlijk > dag)
            | ((Persoonsverzoek.uiterlijk == dag) & (Persoonsverzoek.id > sleutel))
        )
    rijen = sessie.execute(vraag).all()
    eigen = vrager.tafels(*LEIDEND)
    regels = [
        Registerregel(
            rij.id,
            rij.kenmerk or "",
            rij.tafel,
            rij.soort,
            rij.status,
            rij.ontvangen_op,
            rij.uiterlijk,
            rij.besluit,
            rij.tafel_id in eigen and rij.casus_id not in vrager.teruggetrokken,
        )
        for rij in rijen[:aantal]
    ]
    verder = (regels[-1].uiterlijk, regels[-1].id) if len(rijen) > aantal else None
    return regels, verder


def _regels(vrager: Vrager) -> Select[*tuple[Any, ...]]:
    """Return the columns without content: all for the functionaris, of the own tafels for who leads these."""
    vraag: Select[*tuple[Any, ...]] = (
        select(
            Persoonsverzoek.id,
            Persoonsverzoek.casus_id,
            Persoonsverzoek.soort,
            Persoonsverzoek.status,
            Persoonsverzoek.ontvangen_op,
            Persoonsverzoek.uiterlijk,
            Persoonsverzoek.besluit,
            Casus.kenmerk,
            Casus.tafel_id,
            Overlegtafel.naam.label("tafel"),
        )
        .join(Casus, Casus.id == Persoonsverzoek.casus_id)
        .join(Overlegtafel, Overlegtafel.id == Casus.tafel_id)
    )
    if vrager.functionaris:
        return vraag
    zichtbare = zichtbaar(vrager, Persoonsverzoek).with_only_columns(Persoonsverzoek.id)
    return vraag.where(Persoonsverzoek.id.in_(zichtbare.correlate(None)))


def verzoeken_bij(sessie: Session, vrager: Vrager, casus: Casus) -> Sequence[Persoonsverzoek]:
    """Return the requests about one casus that the asker may see."""
    return sessie.scalars(
        zichtbaar(vrager, Persoonsverzoek)
        .where(Persoonsverzoek.casus_id == casus.id)
        .order_by(Persoonsverzoek.ontvangen_op, Persoonsverzoek.id)
        .options(joinedload(Persoonsverzoek.betrokkene))
    ).all()


def geldt_voor(sessie: Session, casus: Casus) -> Sequence[Persoonsverzoek]:
    """Return what everyone who works with a casus must know: verklaringen, and beperkingen that hold.

    The caller has fetched the casus as the asker may see it.
    """
    return sessie.scalars(
        select(Persoonsverzoek)
        .where(
            Persoonsverzoek.casus_id == casus.id,
            Persoonsverzoek.soort.in_((VerzoekSoort.VERKLARING, VerzoekSoort.BEPERKING)),
            Persoonsverzoek.besluit.in_((VerzoekBesluit.TOEGEWEZEN, VerzoekBesluit.DEELS)),
            Persoonsverzoek.opgeheven_op.is_(None),
        )
        .order_by(Persoonsverzoek.besloten_op, Persoonsverzoek.id)
        .options(joinedload(Persoonsverzoek.betrokkene))
    ).all()
