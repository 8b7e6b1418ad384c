"""Who saw this casus between two moments, in one question; and who saw the data of one person."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from models import Agendapunt, Gebeurtenis
from overleg.basis.klok import hier, moment_van
from overleg.logboek.daden import IN_WOORDEN, Daad, daad_van, soorten_van
from overleg.logboek.gronden import grond_in_woorden, is_noodtoegang
from overleg.logboek.opvragen.dossier import Betrokkene
from overleg.logboek.regels import Blik, voeg_samen
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT

GEZIEN = soorten_van(Daad.LEZEN, Daad.EXPORTEREN, Daad.AFDRUKKEN, Daad.WIJZIGEN, Daad.VERSTREKKEN)
"""Who changes something has seen it."""
MEEGENOMEN = soorten_van(Daad.EXPORTEREN, Daad.AFDRUKKEN)
VAN_OVERLEG = [
    soort.value
    for soort in Soort
    if soort.value in GEZIEN and soort.value.startswith(("overleg_", "agenda_", "kalender_"))
]
MEESTE_MENSEN = 500
OP_EEN_BLAD = 500
"""Lines on a page about one person; the day on which the page would end is shown whole."""
MIDDERNACHT = time(0)


@dataclass(frozen=True)
class Periode:
    """From a moment until another, either of them open."""

    vanaf: datetime | None = None
    tot: datetime | None = None

    def filter(self) -> ColumnElement[bool]:
        """Filter on Gebeurtenis."""
        delen = []
        if self.vanaf:
            delen.append(Gebeurtenis.tijd >= self.vanaf)
        if self.tot:
            delen.append(Gebeurtenis.tijd < self.tot)
        return and_(True, *delen)


@dataclass(frozen=True)
class Kijker:
    """Somebody who saw a casus."""

    id: uuid.UUID | None
    wie: str
    organisatie: str
    rol: str
    namens: str
    eerst: datetime
    laatst: datetime
    keren: int
    meegenomen: int
    """How often a file or a print was made of it."""


def kijkers(sessie: Session, vrager: Vrager, casus_id: uuid.UUID, periode: Periode) -> Sequence[Kijker]:
    """Return who saw a casus in a period, the first first: one question to the database."""
    return _kijkers(sessie, vrager, Gebeurtenis.casus_id == casus_id, GEZIEN, periode)


def kijkers_van_overleg(
    sessie: Session, vrager: Vrager, casus_id: uuid.UUID, periode: Periode
) -> Sequence[Kijker]:
    """Return who saw the meeting or the agenda on which a casus stood, as a whole: kenmerk and question."""
    overleggen = select(Agendapunt.overleg_id).where(Agendapunt.casus_id == casus_id)
    waar = and_(Gebeurtenis.overleg_id.in_(overleggen), Gebeurtenis.casus_id.is_(None))
    return _kijkers(sessie, vrager, waar, VAN_OVERLEG, periode)


def _kijkers(
    sessie: Session, vrager: Vrager, waar: ColumnElement[bool], soorten: Sequence[str], periode: Periode
) -> list[Kijker]:
    g = Gebeurtenis
    wie = (g.gebruiker_id, g.gebruiker_naam, g.organisatie_naam, g.rol, g.namens)
    eerst = func.min(g.tijd)
    rijen = sessie.execute(
        select(
            *wie,
            eerst,
            func.max(g.tijd),
            func.count(),
            func.sum(case((g.soort.in_(MEEGENOMEN), 1), else_=0)),
        )
        .where(waar, ZICHT[g](vrager), g.soort.in_(soorten), g.uitkomst == "gedaan", periode.filter())
        .group_by(*wie)
        .order_by(eerst)
        .limit(MEESTE_MENSEN)
    )
    return [Kijker(*rij) for rij in rijen]


@dataclass(frozen=True)
class Overzicht:
    """A page about one person: merged lines, newest day first, and before which day the next page is."""

    regels: Sequence[tuple[Blik, int]]
    eerder_dan: date | None = None


def over(persoon: Betrokkene) -> ColumnElement[bool]:
    """Filter on Gebeurtenis: about this person; a line that names nobody, from when the person was there."""
    g = Gebeurtenis
    lijst = cast(g.betrokkenen, Text)
    hele_casus = or_(lijst.contains(str(persoon.id)), and_(lijst == "[]", g.tijd >= persoon.sinds))
    return and_(
        g.casus_id == persoon.casus_id,
        or_(g.betrokkene_id == persoon.id, and_(g.betrokkene_id.is_(None), hele_casus)),
        g.soort.not_in(soorten_van(Daad.LOGBOEK)),
    )


def blikken_op(sessie: Session, vrager: Vrager, persoon: Betrokkene, periode: Periode) -> Overzicht:
    """Return who saw or changed data of a person, equal lines of a day merged."""
    g = Gebeurtenis
    waar = and_(over(persoon), ZICHT[g](vrager), periode.filter())
    op_tijd = select(g.tijd).where(waar).order_by(g.tijd.desc())
    net_te_veel = sessie.scalars(op_tijd.offset(OP_EEN_BLAD).limit(1)).first()
    vraag = select(g.tijd, g.soort, g.gebruiker_naam, g.organisatie_naam, g.rol, g.namens, g.regel, g.grond)
    vraag = vraag.where(waar)
    eerder_dan = None
    if net_te_veel is not None:
        begin = moment_van(hier(net_te_veel).date(), MIDDERNACHT)
        vraag = vraag.where(g.tijd >= begin)
        ouder = sessie.scalars(op_tijd.where(g.tijd < begin).limit(1)).first()
        eerder_dan = hier(net_te_veel).date() if ouder else None
    return Overzicht(voeg_samen(_als_blik(rij) for rij in sessie.execute(vraag)), eerder_dan)


def _als_blik(rij: Any) -> Blik:  # noqa: ANN401 a row of the columns above
    return Blik(
        dag=hier(rij.tijd).date(),
        organisatie=rij.organisatie_naam or "Actie-overleg",
        wie=rij.gebruiker_naam or "Het systeem",
        rol=rij.rol,
        namens=rij.namens,
        wat=IN_WOORDEN[daad_van(rij.soort)],
        grond="; ".join(filter(None, (grond_in_woorden(rij.regel), rij.grond))),
        noodtoegang=is_noodtoegang(rij.regel),
    )


def hele_dagen(vanaf: date | None, tot: date | None) -> Periode:
    """Return the period from the beginning of one day to the end of another, in Amsterdam."""
    return Periode(
        moment_van(vanaf, MIDDERNACHT) if vanaf else None,
        moment_van(tot + timedelta(days=1), MIDDERNACHT) if tot else None,
    )
