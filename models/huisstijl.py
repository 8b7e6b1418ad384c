"""The house style of a tafel: a Word template, in versions (besluiten/033)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, nu_utc
from models.beheer import Overlegtafel
from models.toegang import Gebruiker

OP_PROEF = text("in_gebruik_op IS NULL")


class Huisstijl(MetId, Basis):
    """One version. The one in use is the one taken into use last; an adopted record keeps its own.

    Without a template it says: from now on our own house style. On trial until somebody takes it into use.
    """

    __tablename__ = "huisstijl"
    __table_args__ = (
        UniqueConstraint("tafel_id", "nummer"),
        CheckConstraint("(sjabloon IS NULL) = (controlegetal = '')", name="sjabloon_met_controlegetal"),
        CheckConstraint("(in_gebruik_op IS NULL) = (in_gebruik_door_id IS NULL)", name="in_gebruik_met_wie"),
        CheckConstraint("sjabloon IS NOT NULL OR in_gebruik_op IS NOT NULL", name="op_proef_met_sjabloon"),
        Index(
            "uq_huisstijl_een_proef",
            "tafel_id",
            unique=True,
            sqlite_where=OP_PROEF,
            postgresql_where=OP_PROEF,
        ),
    )

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    nummer: Mapped[int]
    sjabloon: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """What was carried over of the file that was handed in; that file itself is kept nowhere."""
    controlegetal: Mapped[str] = mapped_column(String(64), default="")
    meldingen: Mapped[list[str]]
    """What a beheerder should know of it, such as what was not carried over: in sentences of ours."""
    geladen_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    geladen_op: Mapped[datetime] = mapped_column(default=nu_utc)
    in_gebruik_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    in_gebruik_op: Mapped[datetime | None]

    tafel: Mapped[Overlegtafel] = relationship()
    geladen_door: Mapped[Gebruiker] = relationship(foreign_keys=[geladen_door_id])
    in_gebruik_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[in_gebruik_door_id])

    @property
    def heeft_sjabloon(self) -> bool:
        """Whether this is a template, and not our own house style again."""
        return bool(self.controlegetal)
