"""Accounts. The technical names are those Flask-Security asks for."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from flask import current_app
from flask_security.core import UserMixin
from flask_security.utils import get_hmac, hash_password
from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import Organisatie
from models.waarden import Inlogmanier, Linksoort
from models.waarden_post import Mailkeuze

if TYPE_CHECKING:
    from models.beheer import Lidmaatschap

AFGELEID = "hmac"
"""Before the hash of a password that was made from an HMAC with the secret key, until its owner signs in."""


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
    eenmalig_tot: Mapped[datetime | None]
    """Until when such a password lets one in; the first time it does is also the last."""
    laatst_ingelogd_op: Mapped[datetime | None]
    sneltoetsen: Mapped[bool] = mapped_column(default=True)
    """Whether single keys do something in the meeting; with speech input they get in the way (WCAG 2.1.4)."""
    mail: Mapped[Mailkeuze] = mapped_column(keuze(Mailkeuze), default=Mailkeuze.DIRECT)
    """How its owner wants mail about the work; what cannot wait comes at once whatever this says."""

    tf_primary_method: Mapped[str | None] = mapped_column(String(20))
    """The second factor that was set up; none until the first sign-in is complete."""
    tf_totp_secret: Mapped[str | None] = mapped_column(String(500))
    """What the codes are made from, encrypted with a key of the settings."""
    laatste_code: Mapped[int | None] = mapped_column(BigInteger)
    """The time step of the last code that was accepted: it and all before it count no more."""
    herstelcodes_maken: Mapped[bool] = mapped_column(default=False)
    """Set once a second factor is set up: its owner makes recovery codes before anything else."""

    organisatie: Mapped[Organisatie] = relationship(lazy="joined", innerjoin=True)
    lidmaatschappen: Mapped[list["Lidmaatschap"]] = relationship(back_populates="gebruiker")

    @property
    def is_active(self) -> bool:
        """Whether this account can begin a session: it is in use, and a one-time password still counts."""
        voorbij = self.wachtwoord_wijzigen and self.eenmalig_tot is not None and self.eenmalig_tot <= nu_utc()
        return self.active and not voorbij

    @property
    def is_authenticated(self) -> bool:
        """Whether a session of this account counts; a one-time password that was used ends none."""
        return self.active

    def verify_and_update_password(self, password: str) -> bool:
        """Return whether `password` is right.

        One that was stored with the secret key in it is stored anew without: Argon2 has a salt of its own.
        """
        opgeslagen = self.password or ""
        if not opgeslagen.startswith(AFGELEID):
            return bool(super().verify_and_update_password(password))
        hashes = current_app.extensions["security"].pwd_context
        klopt = bool(hashes.verify(get_hmac(password), opgeslagen.removeprefix(AFGELEID)))
        if klopt:
            self.password = hash_password(password)
        return klopt


class Herstelcode(MetId, Basis):
    """A code that stands in once for the second factor. The row goes when it is used."""

    __tablename__ = "herstelcode"
    __table_args__ = (UniqueConstraint("gebruiker_id", "afdruk"),)

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"))
    afdruk: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the code: pure chance of more than 112 bits, so a fast hash suffices (ASVS 6.5.2)."""


class Sessie(MetId, Basis):
    """One browser that signed in, or is busy doing so. Whoever holds the cookie is this row, until it ends.

    A new row begins at each sign-in; one that ended never comes back.
    """

    __tablename__ = "sessie"
    __table_args__ = (Index("ix_sessie_laatst_gebruikt_op", "laatst_gebruikt_op"),)

    afdruk: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of what the cookie holds; the value itself is stored nowhere."""
    gebruiker_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True
    )
    """Who signed in; none while somebody is still busy signing in."""
    gegevens: Mapped[str] = mapped_column(Vertrouwelijk)
    """What the pages keep between two requests (`flask.session`), as JSON."""
    begonnen_op: Mapped[datetime]
    laatst_gebruikt_op: Mapped[datetime]
    """When the person last asked for something, to the minute; an open stream is no use."""
    ingelogd_op: Mapped[datetime | None]
    manieren: Mapped[list[str]]
    """How the person proved who it is: values of `Inlogmanier`."""
    ip: Mapped[str] = mapped_column(String(45))
    apparaat: Mapped[str] = mapped_column(String(60))
    """Browser and system in words, for the list of one's own sessions."""
    beeindigd_op: Mapped[datetime | None]

    gebruiker: Mapped[Gebruiker | None] = relationship()

    @property
    def hoe(self) -> list[str]:
        """The ways in which the person proved who it is, in words."""
        return [manier.tekst for manier in Inlogmanier if manier in self.manieren]


class Identiteit(MetId, Basis):
    """Who an account is at a provider: issuer and subject together, never an e-mail address (ASVS 6.8.1)."""

    __tablename__ = "identiteit"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True
    )
    issuer: Mapped[str] = mapped_column(String(300))
    subject: Mapped[str] = mapped_column(String(255))
    gekoppeld_op: Mapped[datetime] = mapped_column(default=nu_utc)

    gebruiker: Mapped[Gebruiker] = relationship()


class Passkey(MetId, Basis):
    """A key in somebody's device: what we keep of it is public, and opens nothing by itself."""

    __tablename__ = "passkey"
    __table_args__ = (niet_leeg("naam"),)

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True
    )
    naam: Mapped[str] = mapped_column(String(200))
    """What its owner calls the device."""
    kenmerk: Mapped[str] = mapped_column(String(1400), unique=True)
    """The number the device gave it, in base64url; at most 1,023 bytes (WebAuthn)."""
    sleutel: Mapped[str] = mapped_column(String(4000))
    """The public key, in base64url of COSE."""
    teller: Mapped[int] = mapped_column(BigInteger, default=0)
    """How often the device says it was used: a copy of it would fall behind. Synced passkeys stay at 0."""
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu_utc)
    laatst_gebruikt_op: Mapped[datetime | None]

    gebruiker: Mapped[Gebruiker] = relationship()


class Toegangslink(MetId, Basis):
    """A link with which the owner of an account chooses a password: once. Used is gone."""

    __tablename__ = "toegangslink"

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True
    )
    """A new link takes the place of the one before."""
    soort: Mapped[Linksoort] = mapped_column(keuze(Linksoort))
    afdruk: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of what the link holds; that itself is stored nowhere."""
    verloopt_op: Mapped[datetime]

    gebruiker: Mapped[Gebruiker] = relationship()


class Kalenderlink(MetId, Basis):
    """The secret address at which the calendar of somebody fetches the overleggen. One for each account."""

    __tablename__ = "kalenderlink"

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True
    )
    """A new address takes the place of the one before."""
    afdruk: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of what the address holds; the value itself is stored nowhere."""
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu_utc)

    gebruiker: Mapped[Gebruiker] = relationship()


class Linkaanvraag(MetId, Basis):
    """Somebody asked for a link at an e-mail address; whether there is an account is looked up later."""

    __tablename__ = "linkaanvraag"

    email: Mapped[str] = mapped_column(String(255))
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu_utc)


class Inlogpoging(Basis):
    """How often something was tried lately, by account or by address; whose cannot be read from it."""

    __tablename__ = "inlogpoging"

    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    aantal: Mapped[int] = mapped_column(default=0)
    laatst_op: Mapped[datetime]
    wacht_tot: Mapped[datetime]
    """Until then the next attempt is not looked at."""
