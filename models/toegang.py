"""Accounts. The technical names are those Flask-Security asks for."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from flask_security.core import UserMixin
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, niet_leeg
from models.beheer import Organisatie

if TYPE_CHECKING:
    from models.beheer import Lidmaatschap


class Gebruiker(MetId, MetTijden, UserMixin, Basis):  # type: ignore[misc]
    """A person with an account; belongs to one organisatie."""

    __tablename__ = "gebruiker"
    __table_args__ = (niet_leeg("naam"),)

    email: Mapped[str] = mapped_column(String(255), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, default=lambda: uuid.uuid4().hex)
    naam: Mapped[str] = mapped_column(String(200))
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    beheerder: Mapped[bool] = mapped_column(default=False)
    functionaris: Mapped[bool] = mapped_column(default=False)
    """Functionaris gegevensbescherming: reads the logboek, no case content."""
    wachtwoord_wijzigen: Mapped[bool] = mapped_column(default=False)
    """Set after beheer reset the password: the owner chooses a new one first."""
    laatst_ingelogd_op: Mapped[datetime | None]
    sneltoetsen: Mapped[bool] = mapped_column(default=True)
    """Whether single keys do something in the meeting; with speech input they get in the way (WCAG 2.1.4)."""

    organisatie: Mapped[Organisatie] = relationship(lazy="joined", innerjoin=True)
    lidmaatschappen: Mapped[list["Lidmaatschap"]] = relationship(back_populates="gebruiker")
