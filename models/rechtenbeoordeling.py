"""That somebody looked at who may do what, and what was found (BIO2 5.18.02)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, nu_utc
from models.toegang import Gebruiker


class Rechtenbeoordeling(MetId, Basis):
    """One review of all rights; the list itself is not kept, its check sum shows which list it was."""

    __tablename__ = "rechtenbeoordeling"
    __table_args__ = (
        CheckConstraint("klopt OR length(trim(toelichting)) > 0", name="anders_met_toelichting"),
        CheckConstraint("aantal >= 0", name="aantal_niet_negatief"),
    )

    beoordeeld_op: Mapped[datetime] = mapped_column(default=nu_utc, index=True)
    beoordeeld_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    aantal: Mapped[int]
    """How many accounts there were."""
    controlegetal: Mapped[str] = mapped_column(String(64))
    klopt: Mapped[bool]
    toelichting: Mapped[str] = mapped_column(String(4000), default="")
    """What must change, and who does that; needed when it was not right."""

    beoordeeld_door: Mapped[Gebruiker] = relationship()
