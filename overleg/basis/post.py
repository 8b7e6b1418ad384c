"""The outbox: mail is laid ready in the transaction of what happened, and sent by the background loop.

A mail that fails never undoes a decision; it is tried again. Without a mail server it stays in the
outbox, where beheer can read it. No personal data of a casus in it: that there is something, and a link.
A link that lets somebody in is for the receiver alone: it waits apart from the text, locked with a key that
is not in the database, and is gone once the mail went or will not go. Mail about the work goes as its
receiver chose (decision 032).
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht, Gebruiker
from models.waarden import BerichtStatus
from models.waarden_post import Berichtsoort, Mailkeuze
from overleg.basis.config import Config
from overleg.basis.sleutels import sleutels_voor

LINKPLEK = "[hier staat de link, alleen in de verstuurde mail]"
"""Where the link comes in the text."""


@dataclass(frozen=True)
class Bijlage:
    """A file with a mail: its name, what it holds, and its MIME type."""

    naam: str
    inhoud: str
    soort: str


def leg_klaar(
    sessie: Session,
    soort: Berichtsoort,
    aan: str,
    onderwerp: str,
    tekst: str,
    *,
    bijlage: Bijlage | None = None,
    link: str = "",
) -> Bericht | None:
    """Put a mail in the outbox and return it; `aan` is one address, `link` comes at LINKPLEK.

    What is about the work goes as its receiver chose: it may wait to be counted in the digest, or not be
    made at all (None). `soort` says which kind it is, so that no place decides that for itself.
    """
    hoe = _keuze_van(sessie, aan) if soort is Berichtsoort.WERK else Mailkeuze.DIRECT
    if hoe is Mailkeuze.GEEN:
        return None
    bericht = Bericht(aan=aan, onderwerp=onderwerp, tekst=tekst)
    if hoe is Mailkeuze.DAGELIJKS:
        bericht.status = BerichtStatus.BUNDEL
    if link:
        bericht.geheim = _slot().encrypt(link.encode()).decode()
    if bijlage:
        bericht.bijlage_naam, bericht.bijlage, bericht.bijlage_soort = (
            bijlage.naam,
            bijlage.inhoud,
            bijlage.soort,
        )
    sessie.add(bericht)
    return bericht


def _keuze_van(sessie: Session, adres: str) -> Mailkeuze:
    """Return how the owner of an address wants mail; who has no account could not choose."""
    with sessie.no_autoflush:  # a handeling may be half-way
        gekozen = sessie.scalar(select(Gebruiker.mail).where(Gebruiker.email == adres))
    return gekozen or Mailkeuze.DIRECT


def mist_link(bericht: Bericht) -> bool:
    """Whether a mail cannot go any more: its link was for one time."""
    return LINKPLEK in bericht.tekst and not bericht.geheim


def met_link(bericht: Bericht) -> str:
    """Return the text as it is sent. Raises ValueError when the link cannot be read any more."""
    if not bericht.geheim:
        return bericht.tekst
    try:
        link = _slot().decrypt(bericht.geheim.encode()).decode()
    except InvalidToken:
        raise ValueError("the link was locked with a key that is gone") from None
    return bericht.tekst.replace(LINKPLEK, link)


def _slot() -> MultiFernet:
    config: Config = current_app.extensions["overleg"]
    sleutels = sleutels_voor((config.secret_key, *config.oude_sleutels), "post")
    return MultiFernet([Fernet(urlsafe_b64encode(sleutel)) for sleutel in sleutels])
