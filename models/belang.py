"""Who is shut out of a casus because of a conflict of interest (domein.md §11)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, Vertrouwelijk, niet_leeg, nu_utc
from models.beheer import Organisatie
from models.instroom import Casus
from models.toegang import Gebruiker

OPEN = text("opgeheven_op IS NULL")


class Belang(MetId, Basis):
    """A casus is closed to one person, or to all of an organisatie, from now until it is lifted."""

    __tablename__ = "belang"
    __table_args__ = (
        niet_leeg("reden"),
        CheckConstraint("(gebruiker_id IS NULL) <> (organisatie_id IS NULL)", name="persoon_of_organisatie"),
        Index(
            "uq_belang_persoon",
            "casus_id",
            "gebruiker_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        Index(
            "uq_belang_organisatie",
            "casus_id",
            "organisatie_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    gebruiker_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    organisatie_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisatie.id"), index=True)
    reden: Mapped[str] = mapped_column(Vertrouwelijk)
    vastgelegd_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    vastgelegd_op: Mapped[datetime] = mapped_column(default=nu_utc)
    opgeheven_op: Mapped[datetime | None]

    casus: Mapped[Casus] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship(foreign_keys=[gebruiker_id])
    organisatie: Mapped[Organisatie | None] = relationship()
    vastgelegd_door: Mapped[Gebruiker] = relationship(foreign_keys=[vastgelegd_door_id])
    uitzonderingen: Mapped[list["Belanguitzondering"]] = relationship(back_populates="belang")

    @property
    def voor(self) -> str:
        """Return the name of whom it is closed to."""
        wie = self.gebruiker or self.organisatie
        return wie.naam if wie is not None else ""


class Belanguitzondering(Basis):
    """Someone of a shut-out organisatie who was named to take part for this casus all the same."""

    __tablename__ = "belanguitzondering"

    belang_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("belang.id"), primary_key=True)
    gebruiker_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), primary_key=True)

    belang: Mapped[Belang] = relationship(back_populates="uitzonderingen")
    gebruiker: Mapped[Gebruiker] = relationship()
