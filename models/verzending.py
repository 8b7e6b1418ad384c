"""Forms that were done, so that the same one sent again is not done twice."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.basis import Basis


class Verzending(Basis):
    """One form that was done. The fingerprint holds a number that only the page knew, so it tells nothing."""

    __tablename__ = "verzending"
    __table_args__ = (Index("ix_verzending_op", "op"),)

    afdruk: Mapped[str] = mapped_column(String(64), primary_key=True)
    naar: Mapped[str] = mapped_column(String(500))
    """The address it led to."""
    op: Mapped[datetime]
