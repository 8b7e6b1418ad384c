"""Emergency access: who has it, what decides on it, and the one page that it opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Bespreking,
    Casus,
    Gebeurtenis,
    Maatregel,
    Noodtoegang,
    Tekstveld,
    Veiligheidsvoorwaarde,
)
from models.waarden import Rol, Veld
from overleg.basis.klok import nu
from overleg.basis.limieten import limiet
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.logboek.soorten import Soort
from overleg.noodtoegang.regels import DAG, Noodfeiten
from overleg.toegang.filters import ingediend, niet_teruggetrokken
from overleg.toegang.leiding import namen_van_voorzitters
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

VAN_HET_PLAN = (Veld.GROOTSTE_ZORG, Veld.VEILIGHEIDSPLAN, Veld.PLAN_PERSOON)


def loopt(rij: Noodtoegang, moment: datetime) -> bool:
    """Whether it still opens something at `moment`."""
    return rij.beeindigd_op is None and rij.tot > moment


def noodfeiten(sessie: Session, vrager: Vrager, kenmerk: str) -> tuple[Casus | None, Noodfeiten]:
    """Return the casus of this exact kenmerk, when there can be access to it, and what decides."""
    vraag = select(Casus).where(
        Casus.kenmerk == kenmerk.strip().upper(), ingediend(), niet_teruggetrokken(vrager)
    )
    casus = sessie.scalars(vraag).one_or_none()
    eigen = list(
        sessie.scalars(
            select(Noodtoegang).where(Noodtoegang.gebruiker_id == vrager.id, Noodtoegang.vanaf > nu() - DAG)
        )
    )
    pogingen = sessie.scalar(
        select(func.count())
        .select_from(Gebeurtenis)
        .where(
            Gebeurtenis.gebruiker_id == vrager.id,
            Gebeurtenis.soort == Soort.NOODTOEGANG_GEWEIGERD.value,
            Gebeurtenis.tijd > nu() - DAG,
        )
    )
    feiten = Noodfeiten(
        kan=casus is not None,
        al_open=casus is not None and mag(vrager, Recht.CASUS_ZIEN, casus),
        loopt_al=casus is not None and any(r.casus_id == casus.id and loopt(r, nu()) for r in eigen),
        genomen=len(eigen),
        pogingen=pogingen or 0,
    )
    return casus, feiten


def noodtoegangen(sessie: Session, vrager: Vrager) -> Sequence[Noodtoegang]:
    """Return what the asker may see of it, the newest first, no more than fit on a page."""
    return sessie.scalars(
        zichtbaar(vrager, Noodtoegang)
        .options(
            joinedload(Noodtoegang.casus).joinedload(Casus.tafel),
            joinedload(Noodtoegang.gebruiker),
            joinedload(Noodtoegang.beoordeeld_door),
        )
        .order_by(Noodtoegang.vanaf.desc(), Noodtoegang.id)
        .limit(limiet("aantal_per_pagina"))
    ).all()


def aantal_te_zien(sessie: Session, vrager: Vrager) -> int:
    """Return how many go on, or wait for a judgement, that the asker has to know of."""
    voor = vrager.tafels(Rol.VOORZITTER)
    if not voor and not vrager.functionaris:
        return 0
    vraag = zichtbaar(vrager, Noodtoegang).where(
        Noodtoegang.gebruiker_id != vrager.id, Noodtoegang.beoordeeld_op.is_(None)
    )
    return sessie.scalar(select(func.count()).select_from(vraag.subquery())) or 0


def aantal_lopend(sessie: Session, vrager: Vrager) -> int:
    """Return how many of the asker go on now."""
    waar = and_(
        Noodtoegang.gebruiker_id == vrager.id, Noodtoegang.beeindigd_op.is_(None), Noodtoegang.tot > nu()
    )
    return sessie.scalar(select(func.count()).select_from(Noodtoegang).where(waar)) or 0


@dataclass(frozen=True)
class Noodblad:
    """What is most needed of a casus: no addresses, no information of partners, no verslag."""

    casus: Casus
    plan: Sequence[Tekstveld]
    """The texts of the last meeting that was held on it, the common ones first."""
    maatregelen: Sequence[Maatregel]
    voorwaarden: Sequence[Veiligheidsvoorwaarde]
    afspraken: Sequence[Afspraak]
    """Still to be done."""
    voorzitters: Sequence[str]
    """Whom to call, by name."""


def noodblad(sessie: Session, casus: Casus, dag: date) -> Noodblad:
    """Return the page for who has emergency access; the caller checked NOODBLAD_ZIEN."""
    laatste = (
        select(Bespreking.id)
        .where(Bespreking.casus_id == casus.id)
        .order_by(Bespreking.afgerond_op.desc().nulls_last(), Bespreking.id)
        .limit(1)
    )
    teksten = sessie.scalars(
        select(Tekstveld)
        .where(Tekstveld.bespreking_id.in_(laatste.scalar_subquery()), Tekstveld.veld.in_(VAN_HET_PLAN))
        .options(joinedload(Tekstveld.betrokkene))
    )
    gelden = or_(Maatregel.tot.is_(None), Maatregel.tot >= dag)
    return Noodblad(
        casus,
        sorted((t for t in teksten if t.waarde), key=lambda t: VAN_HET_PLAN.index(t.veld)),
        sessie.scalars(
            select(Maatregel)
            .where(Maatregel.casus_id == casus.id, Maatregel.beeindigd_op.is_(None), gelden)
            .order_by(Maatregel.vanaf, Maatregel.id)
        ).all(),
        sessie.scalars(
            select(Veiligheidsvoorwaarde)
            .where(Veiligheidsvoorwaarde.casus_id == casus.id)
            .order_by(Veiligheidsvoorwaarde.gesteld_op, Veiligheidsvoorwaarde.id)
        ).all(),
        sessie.scalars(
            select(Afspraak)
            .where(Afspraak.casus_id == casus.id, *open_afspraak())
            .options(joinedload(Afspraak.organisatie), joinedload(Afspraak.persoon))
            .order_by(Afspraak.datum, Afspraak.nummer)
        ).all(),
        namen_van_voorzitters(sessie, casus),
    )
