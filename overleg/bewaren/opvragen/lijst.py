"""Which casussen are due for destruction: by kenmerk, without anything of what is in them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Select, case, false, func, or_, select, true, union_all
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.sql.expression import SQLColumnExpression

from models import Bewaarplicht, Casus, Goedkeuring, Overlegtafel, Persoonsverzoek, Vernietiging
from models.waarden import CasusStatus, Rol
from models.waarden_bewaren import BewaarBegin, VernietigGrond
from models.waarden_verzoeken import VerzoekBesluit, VerzoekSoort, VerzoekStatus
from models.waarden_vierogen import GoedkeuringSoort, GoedkeuringStatus
from overleg.basis.klok import hier, moment_van, nu
from overleg.basis.limieten import limiet
from overleg.bewaren.opvragen.feiten import Termijnen, dag_van, termijnen, vertrek
from overleg.bewaren.regels.vernietigen import (
    WEG_TE_DOEN,
    Vernietigfeiten,
    grond_voor,
    in_het_kort,
    soort_van,
    voorbij_op,
)
from overleg.persoonsverzoeken.regels.termijn import maanden_later
from overleg.toegang.filters import geleid, open_casus
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

MEESTE = 200
"""So many at once: who has more to destroy begins with the oldest."""
SPELING = timedelta(days=4)
"""A month later is not always as many days."""


@dataclass(frozen=True)
class Regel:
    """One casus that is due."""

    casus_id: uuid.UUID
    tafel_id: uuid.UUID
    kenmerk: str
    tafel: str
    grond: str
    sinds: date | None
    """Since when the term is over; None for a request of a betrokkene."""
    loopt: bool
    """It is not closed yet: a request was granted on a casus that is still going on."""
    opgeschort: bool
    gevraagd: bool
    """A second person was asked already."""
    voorstellen: bool
    """Whether the asker may propose it."""


def _mag_zien(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: of one's own tafel; beheerder and functionaris see the kenmerk of every tafel."""
    alles = open_casus(vrager, Casus.id) if vrager.beheerder or vrager.functionaris else false()
    return or_(geleid(vrager), alles)


def te_vernietigen(sessie: Session, vrager: Vrager, dag: date) -> list[Regel]:
    """Return what is due on `dag` and may be seen by its kenmerk, the oldest first."""
    voor = vrager.tafels(Rol.VOORZITTER)
    return _regels(sessie, _mag_zien(vrager), dag, voor)


def te_vernietigen_van_alle(sessie: Session, dag: date) -> list[Regel]:
    """Return what is due on `dag` at every tafel: for the daily task and the console."""
    return _regels(sessie, true(), dag, frozenset())


def _regels(
    sessie: Session, filter_: ColumnElement[bool], dag: date, voor: Iterable[uuid.UUID]
) -> list[Regel]:
    gevraagd = select(Persoonsverzoek.casus_id).where(
        Persoonsverzoek.soort == VerzoekSoort.VERNIETIGING,
        Persoonsverzoek.besluit == VerzoekBesluit.TOEGEWEZEN,
        Persoonsverzoek.status == VerzoekStatus.BESLOTEN,
    )
    op_verzoek = set(sessie.scalars(gevraagd))
    geldend = termijnen(sessie)
    op_verzoek_eerst = case((Casus.id.in_(op_verzoek), 0), else_=1)
    vraag = (
        select(
            Casus.id,
            Casus.tafel_id,
            Casus.kenmerk,
            Casus.status,
            Casus.gewijzigd_op,
            Overlegtafel.naam.label("tafel"),
            vertrek().label("vertrek"),
        )
        .join(Overlegtafel, Overlegtafel.id == Casus.tafel_id)
        .where(filter_, Casus.id.in_(op_verzoek | set(sessie.scalars(_misschien(geldend, filter_, dag)))))
        .order_by(op_verzoek_eerst, vertrek(), Casus.kenmerk)
        .limit(MEESTE)
    )
    opgeschort = set(sessie.scalars(select(Bewaarplicht.casus_id).where(Bewaarplicht.opgeheven_op.is_(None))))
    wacht = set(
        sessie.scalars(
            select(Goedkeuring.doel_id).where(
                Goedkeuring.soort == GoedkeuringSoort.DOSSIER_VERNIETIGEN,
                Goedkeuring.status == GoedkeuringStatus.WACHT,
                Goedkeuring.verloopt_op > nu(),
            )
        )
    )
    regels = []
    for casus in sessie.execute(vraag):
        feiten = Vernietigfeiten(
            status=casus.status,
            vertrek=dag_van(casus.vertrek),
            gewijzigd=hier(casus.gewijzigd_op).date(),
            termijn=geldend.get((casus.tafel_id, soort_van(casus.status))),
            verzoek_toegewezen=casus.id in op_verzoek,
            opgeschort=casus.id in opgeschort,
            open_verzoeken=0,
            beperking=False,
        )
        if grond := grond_voor(feiten, dag):
            regels.append(
                Regel(
                    casus_id=casus.id,
                    tafel_id=casus.tafel_id,
                    kenmerk=casus.kenmerk or "",
                    tafel=casus.tafel,
                    grond=in_het_kort(feiten, grond),
                    sinds=voorbij_op(feiten) if grond is VernietigGrond.TERMIJN else None,
                    loopt=casus.status not in WEG_TE_DOEN,
                    opgeschort=feiten.opgeschort,
                    gevraagd=casus.id in wacht,
                    voorstellen=casus.tafel_id in voor,
                )
            )
    return sorted(regels, key=lambda regel: (regel.sinds or date.min, regel.kenmerk))


def _misschien(geldend: Termijnen, filter_: ColumnElement[bool], dag: date) -> Select[uuid.UUID]:
    """Select the ids of casussen that are old enough to look at, of each term the oldest MEESTE.

    Which of them are due is for the rules to say. One query a term, so that an index finds them.
    """
    delen: list[Select[uuid.UUID]] = []
    for (tafel_id, soort), termijn in geldend.items():
        staten = [status for status in WEG_TE_DOEN if soort_van(status) is soort]
        if not staten:
            continue
        begin = _begin(termijn.begin, staten)
        grens = moment_van(maanden_later(dag, -termijn.maanden) + SPELING, time())
        oudste = (
            select(Casus.id)
            .where(filter_, Casus.tafel_id == tafel_id, Casus.status.in_(staten), begin < grens)
            .order_by(begin)
            .limit(MEESTE)
            .subquery()
        )
        delen.append(select(oudste.c.id))
    return select(union_all(*delen).subquery().c.id) if delen else select(Casus.id).where(false())


def _begin(begin: BewaarBegin, staten: list[CasusStatus]) -> SQLColumnExpression[datetime | None]:
    """Return, as SQL, from when a term counts for casussen in these states."""
    if begin is BewaarBegin.WIJZIGING:
        return cast("SQLColumnExpression[datetime | None]", Casus.gewijzigd_op)
    return Casus.gesloten_op if staten == [CasusStatus.GESLOTEN] else vertrek()


def aantal_te_doen(sessie: Session, vrager: Vrager, dag: date) -> int:
    """Return how many of them nothing holds up and nobody was asked about yet."""
    return sum(not (r.opgeschort or r.gevraagd) for r in te_vernietigen(sessie, vrager, dag))


def bewaarplichten(sessie: Session, vrager: Vrager) -> list[Bewaarplicht]:
    """Return what holds up destruction now, what must be looked at first on top."""
    return list(
        sessie.scalars(
            zichtbaar(vrager, Bewaarplicht)
            .where(Bewaarplicht.opgeheven_op.is_(None))
            .options(joinedload(Bewaarplicht.casus), joinedload(Bewaarplicht.vastgelegd_door))
            .order_by(Bewaarplicht.opnieuw_op, Bewaarplicht.id)
            .limit(limiet("aantal_per_pagina"))
        )
    )


def aantal_te_bekijken(sessie: Session, vrager: Vrager, dag: date) -> int:
    """Return how many holds must be looked at again by now."""
    vraag = zichtbaar(vrager, Bewaarplicht).where(
        Bewaarplicht.opgeheven_op.is_(None), Bewaarplicht.opnieuw_op <= dag
    )
    return sessie.scalar(select(func.count()).select_from(vraag.subquery())) or 0


def vernietigingen(sessie: Session, vrager: Vrager) -> list[Vernietiging]:
    """Return what was destroyed, the newest first."""
    return list(
        sessie.scalars(
            zichtbaar(vrager, Vernietiging)
            .options(joinedload(Vernietiging.tafel))
            .order_by(Vernietiging.op.desc(), Vernietiging.id)
            .limit(limiet("aantal_per_pagina"))
        )
    )
