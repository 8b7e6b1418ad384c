"""Own afspraken for the person a system asks as; always limited to what that person carries out."""

import uuid
from collections.abc import Collection

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Koppelverzoek
from models.waarden import AfspraakStatus
from overleg.basis.klok import nu
from overleg.basis.limieten import limiet
from overleg.basis.plek import Plek
from overleg.bespreking.regels.voortgang import houdt_op, vervolg_van
from overleg.koppelvlak.inhoud import Deel, EigenAfspraak, WachtOp
from overleg.toegang.systeemkoppelingen import HERHALEN
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import eigen_afspraken

ERBIJ = (
    joinedload(Afspraak.casus),
    joinedload(Afspraak.organisatie),
    joinedload(Afspraak.persoon),
    joinedload(Afspraak.volgt_op).joinedload(Afspraak.organisatie),
)


def lijst_van(sessie: Session, vrager: Vrager, standen: Collection[AfspraakStatus], na: Plek | None) -> Deel:
    """Return one part of the own afspraken with one of these standen, by date."""
    hoogstens = limiet("aantal_per_pagina")
    vraag = select(Afspraak).where(eigen_afspraken(vrager), Afspraak.status.in_(standen)).options(*ERBIJ)
    if na is not None:
        vraag = vraag.where(tuple_(Afspraak.datum, Afspraak.id) > tuple_(na.datum, na.id))
    rijen = sessie.scalars(vraag.order_by(Afspraak.datum, Afspraak.id).limit(hoogstens + 1)).all()
    laatste = rijen[hoogstens - 1] if len(rijen) > hoogstens else None
    return Deel(
        tuple(afspraak_van(rij) for rij in rijen[:hoogstens]),
        Plek(laatste.datum, laatste.id) if laatste else None,
    )


def lees_opnieuw(sessie: Session, vrager: Vrager, sleutel: uuid.UUID) -> Afspraak | None:
    """Return an own afspraak as it is now; None when it is the asker's no more."""
    return sessie.scalars(
        select(Afspraak)
        .where(Afspraak.id == sleutel, eigen_afspraken(vrager))
        .options(*ERBIJ)
        .execution_options(populate_existing=True)
    ).one_or_none()


def afspraak_van(rij: Afspraak) -> EigenAfspraak:
    """Return what a system reads of one afspraak; of what it waits for only number, owner and stand."""
    eerst = rij.volgt_op if rij.volgt_op and houdt_op(rij.volgt_op.status) else None
    return EigenAfspraak(
        id=rij.id,
        casus=rij.casus.kenmerk or "",
        nummer=rij.nummer,
        wat=rij.wat,
        organisatie=rij.organisatie.naam,
        persoon=rij.persoon.naam if rij.persoon else rij.persoon_naam,
        datum=rij.datum,
        wacht_op=WachtOp(eerst.nummer, eerst.organisatie.naam, eerst.status) if eerst else None,
        stand=rij.status,
        stand_sinds=rij.status_op,
        vervolg=tuple(vervolg_van(rij.status)),
        versie=rij.versie,
        casus_id=rij.casus_id,
    )


def eerder_gevraagd(sessie: Session, koppeling_id: uuid.UUID, sleutel: str) -> str | None:
    """Return the hash of what was asked before with this key; None when nothing was, or too long ago."""
    return sessie.scalar(
        select(Koppelverzoek.afdruk).where(
            Koppelverzoek.koppeling_id == koppeling_id,
            Koppelverzoek.sleutel == sleutel,
            Koppelverzoek.op >= nu() - HERHALEN,
        )
    )
