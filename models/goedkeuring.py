"""What one person asks and a second must approve before it happens (issue 5 §2)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetVersie, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.instroom import Casus
from models.toegang import Gebruiker
from models.waarden_vierogen import GoedkeuringSoort, GoedkeuringStatus


class Goedkeuring(MetId, MetVersie, Basis):
    """One question for a second pair of eyes: what, about what, why, and what was answered."""

    __tablename__ = "goedkeuring"
    __table_args__ = (
        niet_leeg("reden"),
        CheckConstraint("(status = 'wacht') = (beslist_op IS NULL)", name="beslist_wanneer"),
        CheckConstraint(
            "status NOT IN ('goedgekeurd', 'geweigerd') OR "
            "(beslist_door_id IS NOT NULL AND beslist_door_id <> gevraagd_door_id)",
            name="door_een_ander",
        ),
        CheckConstraint("status <> 'geweigerd' OR length(trim(antwoord)) > 0", name="geweigerd_met_reden"),
        Index(
            "uq_goedkeuring_een_tegelijk",
            "soort",
            "doel_id",
            unique=True,
            sqlite_where=text("status = 'wacht'"),
            postgresql_where=text("status = 'wacht'"),
        ),
    )

    soort: Mapped[GoedkeuringSoort] = mapped_column(keuze(GoedkeuringSoort))
    doel_id: Mapped[uuid.UUID]
    """What it is about: an account, a wall, a casus. No foreign key: this row outlives what it let go."""
    casus_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("casus.id"), index=True)
    onderwerp: Mapped[str] = mapped_column(String(300))
    """In words: the name of an account, the kenmerk of a casus. No text about people of a casus."""
    reden: Mapped[str] = mapped_column(Vertrouwelijk)
    status: Mapped[GoedkeuringStatus] = mapped_column(
        keuze(GoedkeuringStatus), default=GoedkeuringStatus.WACHT
    )
    gevraagd_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu_utc)
    verloopt_op: Mapped[datetime]
    beslist_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    beslist_op: Mapped[datetime | None]
    antwoord: Mapped[str] = mapped_column(Vertrouwelijk, default="")

    casus: Mapped[Casus | None] = relationship()
    gevraagd_door: Mapped[Gebruiker] = relationship(foreign_keys=[gevraagd_door_id])
    beslist_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[beslist_door_id])
