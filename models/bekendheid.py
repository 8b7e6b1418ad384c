"""Whether a person is known at another tafel, without opening anybody's data (docs/besluiten/027)."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, Vertrouwelijk, niet_leeg, nu_utc
from models.beheer import Overlegtafel
from models.instroom import Casus, Directbetrokkene
from models.toegang import Gebruiker


class Persoonsmerk(Basis):
    """A keyed hash of one spelling of a name with the birth date: equal when two people may be one."""

    __tablename__ = "persoonsmerk"
    __table_args__ = (Index("ix_persoonsmerk_merk", "merk"),)

    betrokkene_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("directbetrokkene.id", ondelete="CASCADE"), primary_key=True
    )
    merk: Mapped[str] = mapped_column(String(64), primary_key=True)


class Bekendheidsvraag(MetId, Basis):
    """Who leads a tafel asked whether the people of a casus are known at the other tafels."""

    __tablename__ = "bekendheidsvraag"
    __table_args__ = (niet_leeg("doel"),)

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    doel: Mapped[str] = mapped_column(Vertrouwelijk)
    aantal_tafels: Mapped[int]
    """How many other tafels were asked."""
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    casus: Mapped[Casus] = relationship()
    door: Mapped[Gebruiker] = relationship()
    antwoorden: Mapped[list["Bekendheidsantwoord"]] = relationship(back_populates="vraag")


class Bekendheidsantwoord(MetId, Basis):
    """Says that a person is known at a tafel; nothing more. A tafel without a row answered: not known."""

    __tablename__ = "bekendheidsantwoord"

    vraag_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("bekendheidsvraag.id"), index=True)
    betrokkene_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("directbetrokkene.id", ondelete="CASCADE"), index=True
    )
    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))

    vraag: Mapped[Bekendheidsvraag] = relationship(back_populates="antwoorden")
    betrokkene: Mapped[Directbetrokkene] = relationship()
    tafel: Mapped[Overlegtafel] = relationship()
