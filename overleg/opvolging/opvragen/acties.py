"""What a partner must do: afspraken, people and parties to inform, handovers (domein.md §6)."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select, tuple_
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Casus, Informering, Overdracht, TeInformerenPartij
from overleg.basis.klok import vandaag
from overleg.basis.limieten import limiet
from overleg.basis.plek import Plek
from overleg.bespreking.opvragen.beslist import met_uitstellen
from overleg.bespreking.opvragen.openstaand import (
    OP_DAG,
    open_afspraak,
    open_informering,
    open_partij,
    wacht_op_antwoord,
)
from overleg.toegang.filters import leidt
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, zichtbaar

MEESTE_RIJEN = 200


@dataclass(frozen=True)
class Actieblad:
    """Everything on the page with actions; `zichtbare` are the casussen that the asker may open."""

    tafel: bool
    leidt: bool
    organisatie_id: uuid.UUID
    """Of the asker: whose afspraken can be accepted here."""
    vandaag: date
    eigen: list[Afspraak]
    afspraken: list[Afspraak]
    volgende: Plek | None
    informeringen: list[Informering]
    partijen: list[TeInformerenPartij]
    te_beantwoorden: list[Overdracht]
    uitgezet: list[Overdracht]
    zichtbare: frozenset[uuid.UUID]

    @property
    def leeg(self) -> bool:
        """Whether there is nothing at all."""
        return not (
            self.eigen
            or self.afspraken
            or self.informeringen
            or self.partijen
            or self.te_beantwoorden
            or self.uitgezet
        )


def actieblad(sessie: Session, vrager: Vrager, *, tafel: bool, na: Plek | None = None) -> Actieblad:
    """Return the page: of the own organisatie, or of the whole tafel for who leads one."""
    tafel = tafel and bool(vrager.tafels(*LEIDEND))
    eigen = [] if tafel or na else _afspraken(sessie, vrager, Afspraak.persoon_id == vrager.id, MEESTE_RIJEN)
    rest = _rest(sessie, vrager, tafel=tafel, na=na)
    per_pagina = limiet("aantal_per_pagina")
    informeringen = _informeringen(sessie, vrager, tafel=tafel)
    partijen = _partijen(sessie, vrager, tafel=tafel)
    te_beantwoorden, uitgezet = _overdrachten(sessie, vrager, tafel=tafel)
    rijen: list[Afspraak | Informering | TeInformerenPartij | Overdracht] = [
        *eigen,
        *rest,
        *informeringen,
        *partijen,
        *te_beantwoorden,
        *uitgezet,
    ]
    laatste = rest[per_pagina - 1] if len(rest) > per_pagina else None
    return Actieblad(
        tafel=tafel,
        leidt=bool(vrager.tafels(*LEIDEND)),
        organisatie_id=vrager.organisatie_id,
        vandaag=vandaag(),
        eigen=eigen,
        afspraken=rest[:per_pagina],
        volgende=Plek(laatste.datum, laatste.id) if laatste else None,
        informeringen=informeringen,
        partijen=partijen,
        te_beantwoorden=te_beantwoorden,
        uitgezet=uitgezet,
        zichtbare=zichtbare_casussen(sessie, vrager, {rij.casus_id for rij in rijen}),
    )


def zichtbare_casussen(sessie: Session, vrager: Vrager, sleutels: set[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Return which of these casussen the asker may open."""
    if not sleutels:
        return frozenset()
    return frozenset(sessie.scalars(select(Casus.id).where(Casus.id.in_(sleutels), ZICHT[Casus](vrager))))


def _van(
    model: type[Afspraak | Informering | TeInformerenPartij], vrager: Vrager, *, tafel: bool
) -> ColumnElement[bool]:
    """Filter: of the own organisatie, or of a casus of a tafel that the asker leads."""
    if not tafel:
        return model.organisatie_id == vrager.organisatie_id
    geleid = select(Casus.id).where(leidt(vrager, Casus.tafel_id)).correlate(None)
    return model.casus_id.in_(geleid)


def _afspraken(sessie: Session, vrager: Vrager, waar: ColumnElement[bool], hoogstens: int) -> list[Afspraak]:
    return list(
        sessie.scalars(
            zichtbaar(vrager, Afspraak)
            .where(*open_afspraak(), waar)
            .order_by(Afspraak.datum, Afspraak.id)
            .options(
                joinedload(Afspraak.casus),
                joinedload(Afspraak.organisatie),
                joinedload(Afspraak.volgt_op),
            )
            .limit(hoogstens)
        )
    )


def _rest(sessie: Session, vrager: Vrager, *, tafel: bool, na: Plek | None) -> list[Afspraak]:
    """Return one page of afspraken, and one row more when there is another page."""
    waar = _van(Afspraak, vrager, tafel=tafel)
    if not tafel:
        waar = and_(waar, or_(Afspraak.persoon_id.is_(None), Afspraak.persoon_id != vrager.id))
    if na is not None:
        waar = and_(waar, tuple_(Afspraak.datum, Afspraak.id) > tuple_(na.datum, na.id))
    return _afspraken(sessie, vrager, waar, limiet("aantal_per_pagina") + 1)


def _informeringen(sessie: Session, vrager: Vrager, *, tafel: bool) -> list[Informering]:
    """Return who must be told, by the day it is due or looked at again."""
    return list(
        sessie.scalars(
            zichtbaar(vrager, Informering)
            .where(*open_informering(), _van(Informering, vrager, tafel=tafel))
            .order_by(OP_DAG, Informering.id)
            .options(
                joinedload(Informering.casus),
                joinedload(Informering.betrokkene),
                joinedload(Informering.organisatie),
                met_uitstellen(),
            )
            .limit(MEESTE_RIJEN)
        )
    )


def _partijen(sessie: Session, vrager: Vrager, *, tafel: bool) -> list[TeInformerenPartij]:
    return list(
        sessie.scalars(
            zichtbaar(vrager, TeInformerenPartij)
            .where(*open_partij(), _van(TeInformerenPartij, vrager, tafel=tafel))
            .order_by(TeInformerenPartij.op, TeInformerenPartij.id)
            .options(joinedload(TeInformerenPartij.casus), joinedload(TeInformerenPartij.organisatie))
            .limit(MEESTE_RIJEN)
        )
    )


def _overdrachten(
    sessie: Session, vrager: Vrager, *, tafel: bool
) -> tuple[list[Overdracht], list[Overdracht]]:
    """Return what the own organisatie must answer, and what waits for an answer of another."""
    ontvangt = Overdracht.naar_organisatie_id == vrager.organisatie_id
    geeft = Overdracht.van_organisatie_id == vrager.organisatie_id
    geleid = Overdracht.casus_id.in_(select(Casus.id).where(leidt(vrager, Casus.tafel_id)).correlate(None))
    rijen = sessie.scalars(
        zichtbaar(vrager, Overdracht)
        .where(
            *wacht_op_antwoord(),
            or_(ontvangt, geeft, geleid) if tafel else or_(ontvangt, geeft),
        )
        .order_by(Overdracht.aangeboden_op, Overdracht.id)
        .options(
            joinedload(Overdracht.casus),
            joinedload(Overdracht.van_organisatie),
            joinedload(Overdracht.naar_organisatie),
            joinedload(Overdracht.andere_tafel),
            joinedload(Overdracht.afspraak),
        )
        .limit(MEESTE_RIJEN)
    ).all()
    voor_mij = [rij for rij in rijen if rij.naar_organisatie_id == vrager.organisatie_id]
    return voor_mij, [rij for rij in rijen if rij.naar_organisatie_id != vrager.organisatie_id]
