"""Counting a change in the transaction that makes it, so that who listens can never miss it or see it early.

`meld` only remembers; when the session commits, the counter of each overleg concerned is raised and a signal
left beside it. The row of the counter is the queue: a second writer waits until the first has committed, so
numbers become visible in their order, on both databases.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import event, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Agendapunt, Overleg, Teller, Wijziging
from models.waarden import OverlegStatus

KANAAL = "overleg_live"
"""The channel on which PostgreSQL wakes the other processes and machines."""
WAT = "live_gemeld"
STIL = (OverlegStatus.VASTGESTELD, OverlegStatus.GEANNULEERD)


@dataclass
class Gemeld:
    """What a transaction changed: the parts by casus, and by overleg."""

    casussen: dict[uuid.UUID, set[str]] = field(default_factory=dict)
    overleggen: dict[uuid.UUID, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Plek:
    """Where a change is seen; ordered, so that two writers take their counters in the same order."""

    overleg_id: uuid.UUID
    punt: str
    delen: tuple[str, ...]


def meld(
    sessie: Session,
    delen: Iterable[str],
    *,
    casus_id: uuid.UUID | None = None,
    overleg_id: uuid.UUID | None = None,
) -> None:
    """Remember that this transaction touches `delen` of a casus, or else of an overleg.

    What is about a casus reaches only who may see that casus.
    """
    gemeld: Gemeld = sessie.info.setdefault(WAT, Gemeld())
    if casus_id:
        gemeld.casussen.setdefault(casus_id, set()).update(delen)
    elif overleg_id:
        gemeld.overleggen.setdefault(overleg_id, set()).update(delen)


def _plekken(sessie: Session, gemeld: Gemeld) -> list[Plek]:
    """Return where it is seen: a casus on the agenda of every overleg that is not yet adopted."""
    plekken = [Plek(sleutel, "", tuple(sorted(delen))) for sleutel, delen in gemeld.overleggen.items()]
    if gemeld.casussen:
        punten = sessie.execute(
            select(Agendapunt.overleg_id, Agendapunt.id, Agendapunt.casus_id)
            .join(Overleg, Overleg.id == Agendapunt.overleg_id)
            .where(Agendapunt.casus_id.in_(gemeld.casussen), Overleg.status.not_in(STIL))
        )
        plekken += [
            Plek(overleg_id, str(punt_id), tuple(sorted(gemeld.casussen[casus_id])))
            for overleg_id, punt_id, casus_id in punten
            if casus_id
        ]
    return sorted(plekken)


def _volgende(sessie: Session, overleg_id: uuid.UUID, punt_id: uuid.UUID | None) -> int:
    """Raise the counters of an overleg and its item; return the first. Both stay locked until this ends."""
    soort = postgresql if sessie.get_bind().dialect.name == "postgresql" else sqlite
    bronnen = [overleg_id, punt_id] if punt_id else [overleg_id]
    nieuw = soort.insert(Teller).values([{"bron_id": bron, "nummer": 1} for bron in bronnen])
    vraag = nieuw.on_conflict_do_update(
        index_elements=[Teller.bron_id], set_={"nummer": Teller.nummer + 1}
    ).returning(Teller.bron_id, Teller.nummer)
    nummers = {rij.bron_id: rij.nummer for rij in sessie.execute(vraag)}
    return int(nummers[overleg_id])


def _tel(sessie: Session) -> None:
    """Before the commit: number what was remembered."""
    gemeld: Gemeld | None = sessie.info.pop(WAT, None)
    if gemeld is None:
        return
    sessie.flush()
    plekken = _plekken(sessie, gemeld)
    for plek in plekken:
        punt_id = uuid.UUID(plek.punt) if plek.punt else None
        nummer = _volgende(sessie, plek.overleg_id, punt_id)
        sessie.add(
            Wijziging(overleg_id=plek.overleg_id, nummer=nummer, punt_id=punt_id, delen=list(plek.delen))
        )
    if sessie.get_bind().dialect.name == "postgresql":
        for overleg_id in {plek.overleg_id for plek in plekken}:
            sessie.execute(select(func.pg_notify(KANAAL, str(overleg_id))))


def _vergeet(sessie: Session) -> None:
    """After a rollback nothing changed."""
    sessie.info.pop(WAT, None)


event.listen(Session, "before_commit", _tel)
event.listen(Session, "after_rollback", _vergeet)
