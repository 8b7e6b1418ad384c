"""Somebody who may not read a casus did so in an emergency, for a set time (docs/besluiten/026)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, Vertrouwelijk, niet_leeg, nu_utc
from models.instroom import Casus
from models.toegang import Gebruiker


class Noodtoegang(MetId, Basis):
    """Reading the most needed of one casus: who, why, until when, and what the voorzitter thought of it."""

    __tablename__ = "noodtoegang"
    __table_args__ = (
        niet_leeg("reden"),
        CheckConstraint("tot > vanaf", name="tot_na_vanaf"),
        CheckConstraint("(beoordeeld_op IS NULL) = (terecht IS NULL)", name="oordeel_met_wanneer"),
        CheckConstraint("beoordeeld_op IS NULL OR beoordeeld_door_id IS NOT NULL", name="oordeel_met_wie"),
        CheckConstraint("beoordeeld_door_id <> gebruiker_id", name="oordeel_van_een_ander"),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    gebruiker_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    reden: Mapped[str] = mapped_column(Vertrouwelijk)
    vanaf: Mapped[datetime] = mapped_column(default=nu_utc)
    tot: Mapped[datetime]
    beeindigd_op: Mapped[datetime | None]
    """Ended before its time."""
    terecht: Mapped[bool | None]
    oordeel: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    beoordeeld_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    beoordeeld_op: Mapped[datetime | None]

    casus: Mapped[Casus] = relationship()
    gebruiker: Mapped[Gebruiker] = relationship(foreign_keys=[gebruiker_id])
    beoordeeld_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[beoordeeld_door_id])
