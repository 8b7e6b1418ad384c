"""What one person may know of a live meeting: a number, and the parts of the screen to fetch again.

Asked by the stream at every change and by `/stand` for who has no stream; both give the same answer.
"""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from models import Agendapunt, Gebruiker, Overleg, Overlegtafel, Sessie, Teller, Wijziging
from overleg.basis.klok import nu
from overleg.live.delen import ALLES
from overleg.toegang.rechten import Recht
from overleg.toegang.sessierijen import grenzen, leeft, tijden_van
from overleg.toegang.tabel import mag
from overleg.toegang.voorwaarden import leidt_tafel, neemt_deel_aan_tafel
from overleg.toegang.vrager import Vrager, vragers_van

MEESTE = 500
"""A screen further behind than this fetches itself whole."""


@dataclass(frozen=True)
class Sein:
    """What an open screen is told: how far it is now, and which parts changed since (none: nothing)."""

    nummer: int
    delen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kijker:
    """Who looks: the account, and the session in which."""

    gebruiker_id: uuid.UUID
    sessie_id: uuid.UUID


class Overlegstand:
    """The changes of one overleg since `vanaf`, read once for everyone who looks at it.

    Up to the number as it was read first: a change that is committed between the two questions belongs to the
    next number, and would be told twice.
    """

    def __init__(
        self, sessie: Session, overleg: Overleg, vanaf: int, *, lees: bool = True, nummer: int | None = None
    ) -> None:
        self.sessie, self.overleg = sessie, overleg
        self.nummer = _nummer(sessie, overleg.id) if nummer is None else nummer
        self.wijzigingen: Sequence[Wijziging] = (
            sessie.scalars(
                select(Wijziging)
                .where(Wijziging.overleg_id == overleg.id)
                .where(Wijziging.nummer > vanaf, Wijziging.nummer <= self.nummer)
                .order_by(Wijziging.nummer)
                .limit(MEESTE + 1)
            ).all()
            if lees and vanaf < self.nummer
            else ()
        )
        self.punten = self._punten({rij.punt_id for rij in self.wijzigingen if rij.punt_id})

    def _punten(self, sleutels: set[uuid.UUID]) -> dict[uuid.UUID, Agendapunt]:
        if not sleutels:
            return {}
        vraag = select(Agendapunt).where(Agendapunt.id.in_(sleutels)).options(joinedload(Agendapunt.casus))
        return {punt.id: punt for punt in self.sessie.scalars(vraag)}

    def voor(self, vrager: Vrager, na: int) -> Sein:
        """Return what `vrager`, who saw up to `na`, must fetch again."""
        if is_gast(vrager, self.overleg):
            return self._voor_gast(vrager, na)
        nieuw = [rij for rij in self.wijzigingen if rij.nummer > na]
        if na > self.nummer or len(nieuw) < min(self.nummer - na, MEESTE + 1) or len(nieuw) > MEESTE:
            return Sein(self.nummer, (ALLES,))
        delen = {deel for rij in nieuw if self._ziet(vrager, rij) for deel in rij.delen}
        return Sein(self.nummer, tuple(sorted(delen)))

    def _ziet(self, vrager: Vrager, rij: Wijziging) -> bool:
        if rij.punt_id is None:
            return True
        punt = self.punten.get(rij.punt_id)
        return punt is not None and mag(vrager, Recht.AGENDAPUNT_ZIEN, punt)

    def _voor_gast(self, vrager: Vrager, na: int) -> Sein:
        """A guest has a number of the own item, while it is on: before and after it stands still at 0."""
        eigen = [p.punt_id for p in vrager.gastplekken if p.overleg_id == self.overleg.id and p.nu]
        nummer = 1 + sum(_nummer(self.sessie, punt_id) for punt_id in eigen) if eigen else 0
        return Sein(nummer, () if nummer == na else (ALLES,))


def nummer_voor(sessie: Session, vrager: Vrager, overleg: Overleg) -> int:
    """Return how far a page is that is made now; ask it before anything else the page shows."""
    stand = Overlegstand(sessie, overleg, 0, lees=False)
    return stand.voor(vrager, stand.nummer).nummer


def is_gast(vrager: Vrager, overleg: Overleg) -> bool:
    """Whether the asker is here for one item only."""
    return not (leidt_tafel(vrager, overleg) or neemt_deel_aan_tafel(vrager, overleg))


def _nummer(sessie: Session, bron_id: uuid.UUID) -> int:
    vraag = select(func.max(Teller.nummer)).where(Teller.bron_id == bron_id)
    return sessie.scalars(vraag).one() or 0


def nummers_van(sessie: Session, overleggen: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Return the number of each overleg, for who must know which of them moved."""
    rijen = sessie.execute(select(Teller.bron_id, Teller.nummer).where(Teller.bron_id.in_(overleggen)))
    return {bron_id: nummer for bron_id, nummer in rijen}  # noqa: C416 a Row is no pair to mypy


def vragers_nu(sessie: Session, kijkers: Collection[Kijker], dag: date) -> dict[Kijker, Vrager]:
    """Return the askers as they are today; left out is whose session ended, or whose account is closed."""
    sleutels = {kijker.sessie_id for kijker in kijkers}
    vraag = select(Sessie).join(Sessie.gebruiker).where(Sessie.id.in_(sleutels), Gebruiker.active.is_(True))
    grens, moment = grenzen(), nu()
    levend = {
        rij.id: rij.gebruiker
        for rij in sessie.scalars(vraag.options(contains_eager(Sessie.gebruiker)))
        if rij.gebruiker is not None and leeft(tijden_van(rij), grens, moment)
    }
    vragers = vragers_van(sessie, list({g.id: g for g in levend.values()}.values()), dag)
    return {
        kijker: vragers[kijker.gebruiker_id]
        for kijker in kijkers
        if kijker.sessie_id in levend and levend[kijker.sessie_id].id == kijker.gebruiker_id
    }


def overleggen_met_partners(sessie: Session, sleutels: Collection[uuid.UUID]) -> dict[uuid.UUID, Overleg]:
    """Return these overleggen with all that the right to see them looks at."""
    vraag = select(Overleg).where(Overleg.id.in_(sleutels))
    partners = joinedload(Overleg.tafel).selectinload(Overlegtafel.partners)
    return {overleg.id: overleg for overleg in sessie.scalars(vraag.options(partners))}
