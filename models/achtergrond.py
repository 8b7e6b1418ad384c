"""What the background loop remembers between its rounds."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.basis import Basis


class Achtergrondtaak(Basis):
    """When a task of the background loop last ran; its row is the lock that several loops share."""

    __tablename__ = "achtergrondtaak"

    naam: Mapped[str] = mapped_column(String(60), primary_key=True)
    laatst_op: Mapped[datetime | None]
    uitkomst: Mapped[str] = mapped_column(String(300), default="")
    """How many things it did, or the kind of error it met."""
