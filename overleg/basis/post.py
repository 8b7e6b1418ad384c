"""The outbox: mail is laid ready in the transaction of what happened, and sent by the background loop.

A mail that fails never undoes a decision; it is tried again. Without a mail server it stays in the
outbox, where beheer can read it. No personal data of a casus in it: that there is something, and a link.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import Bericht


@dataclass(frozen=True)
class Bijlage:
    """A file with a mail: its name, what it holds, and its MIME type."""

    naam: str
    inhoud: str
    soort: str


def leg_klaar(
    sessie: Session, aan: str, onderwerp: str, tekst: str, bijlage: Bijlage | None = None
) -> Bericht:
    """Put a mail in the outbox and return it; `aan` is one address."""
    bericht = Bericht(aan=aan, onderwerp=onderwerp, tekst=tekst)
    if bijlage:
        bericht.bijlage_naam, bericht.bijlage, bericht.bijlage_soort = (
            bijlage.naam,
            bijlage.inhoud,
            bijlage.soort,
        )
    sessie.add(bericht)
    return bericht
