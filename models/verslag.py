"""The adopted record of an overleg (ontwerp.md §4)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import Overleg
from models.basis import Basis, MetId, Vertrouwelijk, nu_utc
from models.toegang import Gebruiker


class Verslag(MetId, Basis):
    """One adopted version: the content as it was, with its checksum; a later one is a rectificatie."""

    __tablename__ = "verslag"
    __table_args__ = (
        UniqueConstraint("overleg_id", "versie"),
        CheckConstraint("versie = 1 OR rectificatie_reden <> ''", name="rectificatie_met_reden"),
    )

    overleg_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overleg.id"))
    versie: Mapped[int]
    inhoud: Mapped[str] = mapped_column(Vertrouwelijk)
    """The Verslaginhoud as canonical JSON, each part with who may see it."""
    controlegetal: Mapped[str] = mapped_column(String(64))
    oorspronkelijk_getal: Mapped[str] = mapped_column(String(64), default="")
    """The checksum at adoption, once the part of a destroyed casus was taken out; empty before that."""
    ingekort_op: Mapped[datetime | None]
    rectificatie_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    vastgesteld_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    vastgesteld_op: Mapped[datetime] = mapped_column(default=nu_utc)

    overleg: Mapped[Overleg] = relationship()
    vastgesteld_door: Mapped[Gebruiker] = relationship()
