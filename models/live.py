"""The numbers and signals of a live meeting (ontwerp.md §7). A signal names what changed, never the content.

These rows hold no keys to other tables: they are signals, thrown away after a day, and may never keep an
agendapunt from being removed.
"""

import uuid
from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.basis import Basis, MetId, nu_utc


class Teller(Basis):
    """How many changes an overleg, or one agendapunt of it, has had.

    Raised in the transaction of the change itself, so that numbers become visible in their own order: a
    sequence of the database would not (veiligheid.md §4b).
    """

    __tablename__ = "teller"

    bron_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    """The overleg or the agendapunt that is counted."""
    nummer: Mapped[int]


class Wijziging(MetId, Basis):
    """One change: its number in the overleg, and the names of the parts of the screen that it touched."""

    __tablename__ = "wijziging"
    __table_args__ = (
        UniqueConstraint("overleg_id", "nummer"),
        Index("ix_wijziging_op", "op"),
    )

    overleg_id: Mapped[uuid.UUID]
    nummer: Mapped[int]
    punt_id: Mapped[uuid.UUID | None]
    """The agendapunt it is about: only who may see that hears of it."""
    delen: Mapped[list[str]]
    op: Mapped[datetime] = mapped_column(default=nu_utc)
