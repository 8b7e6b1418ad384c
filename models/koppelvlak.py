"""How the own system of a partner asks for afspraken: what it is let in with, and what it asked before."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, niet_leeg, nu_utc
from models.toegang import Gebruiker


class Systeemkoppeling(MetId, Basis):
    """What lets the own system of a partner ask and report as one person, until a day or withdrawn."""

    __tablename__ = "systeemkoppeling"
    __table_args__ = (niet_leeg("naam"), CheckConstraint("in_venster >= 0", name="in_venster_niet_negatief"))

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True
    )
    """As whom the system asks: the same rights, at every request anew."""
    naam: Mapped[str] = mapped_column(String(200))
    """What its owner calls the system; the logboek names it."""
    afdruk: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the token; the token itself is stored nowhere."""
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu_utc)
    geldig_tot: Mapped[date]
    """The last day on which it counts."""
    laatst_gebruikt_op: Mapped[datetime | None]
    venster_op: Mapped[datetime | None]
    """The minute in which it asked last, and how often in it: a program that runs wild is slowed down."""
    in_venster: Mapped[int] = mapped_column(default=0)

    gebruiker: Mapped[Gebruiker] = relationship()


class Koppelverzoek(Basis):
    """A report that a system sent with a key of its own: when it comes again, it is not done twice."""

    __tablename__ = "koppelverzoek"

    koppeling_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("systeemkoppeling.id", ondelete="CASCADE"), primary_key=True
    )
    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the key that the system chose."""
    afdruk: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what was asked: the same key with something else is a mistake."""
    op: Mapped[datetime] = mapped_column(default=nu_utc, index=True)
