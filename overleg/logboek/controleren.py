"""Proving that the chain is whole, or naming the first row that is not."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Zegel
from overleg.logboek.kop import Kop
from overleg.logboek.vorm import VORMEN, daarbuiten_leeg
from overleg.logboek.zegelen import BEGIN, SPELING, zegel_over

TEGELIJK = 1000
"""Rows in memory at once: the chain may have millions."""


@dataclass(frozen=True)
class Controle:
    """The outcome of checking the chain."""

    verzegeld: int
    """How many rows are sealed and whole."""
    open: int
    """How many rows are not sealed yet."""
    breuk: str = ""
    """What is wrong with the first broken row; empty when all is whole."""


def controleer(sessie: Session, sleutel: bytes, koppen: Sequence[Kop] = ()) -> Controle:
    """Walk the chain and name the first broken row; `koppen` were kept outside, and must be in it."""
    vorige, goed = BEGIN, 0
    bekend = {kop.nummer: kop for kop in koppen}
    paren = sessie.execute(
        select(Zegel, Gebeurtenis)
        .outerjoin(Gebeurtenis, Gebeurtenis.id == Zegel.gebeurtenis_id)
        .order_by(Zegel.nummer)
        .execution_options(yield_per=TEGELIJK)
    )
    with closing(paren):
        for zegel, rij in paren:
            breuk = _breuk(sleutel, vorige, goed + 1, zegel, rij) or _anders(zegel, bekend)
            if breuk:
                return Controle(goed, 0, breuk)
            vorige, goed = zegel.zegel, goed + 1
    breuk = _afgesneden(goed, koppen) or _overgeslagen(sessie)
    if breuk:
        return Controle(goed, 0, breuk)
    aantal = sessie.scalar(select(func.count()).select_from(Gebeurtenis)) or 0
    return Controle(goed, aantal - goed)


def _breuk(sleutel: bytes, vorige: str, verwacht: int, zegel: Zegel, rij: Gebeurtenis | None) -> str:
    if zegel.nummer != verwacht:
        return f"zegel {verwacht} ontbreekt"
    if rij is None:
        return f"regel {zegel.gebeurtenis_id} bij zegel {verwacht} ontbreekt"
    heel = (
        zegel.vorm in VORMEN
        and zegel.vorige == vorige
        and zegel.zegel == zegel_over(sleutel, vorige, rij, zegel.vorm)
        and daarbuiten_leeg(rij, zegel.vorm)
    )
    return "" if heel else f"regel {rij.id} bij zegel {verwacht} is gewijzigd"


def _anders(zegel: Zegel, bekend: Mapping[int, Kop]) -> str:
    kop = bekend.get(zegel.nummer)
    if kop is None or kop.zegel == zegel.zegel:
        return ""
    return f"zegel {zegel.nummer} is een ander dan op {kop.moment:%d-%m-%Y} buiten de database is bewaard"


def _afgesneden(laatste: int, koppen: Sequence[Kop]) -> str:
    weg = min((kop for kop in koppen if kop.nummer > laatste), key=lambda kop: kop.nummer, default=None)
    if weg is None:
        return ""
    return (
        f"zegel {laatste + 1} en wat daarna kwam ontbreekt: op {weg.moment:%d-%m-%Y} "
        f"ging de keten tot zegel {weg.nummer}"
    )


def _overgeslagen(sessie: Session) -> str:
    """Name a row so old that the loop passed it by: put in afterwards, with a false date."""
    laatste = (
        select(Gebeurtenis.tijd)
        .join(Zegel, Zegel.gebeurtenis_id == Gebeurtenis.id)
        .order_by(Zegel.nummer.desc())
        .limit(1)
    )
    tijd = sessie.scalars(laatste).first()
    if tijd is None:
        return ""
    los = ~exists().where(Zegel.gebeurtenis_id == Gebeurtenis.id)
    vergeten = sessie.scalars(
        select(Gebeurtenis).where(los, Gebeurtenis.tijd <= tijd - SPELING).order_by(Gebeurtenis.tijd).limit(1)
    ).first()
    return f"regel {vergeten.id} van {vergeten.tijd:%d-%m-%Y} is niet verzegeld" if vergeten else ""
