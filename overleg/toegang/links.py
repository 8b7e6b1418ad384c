"""Links with which the owner of an account chooses a password: for one account, once, until a moment.

What a link holds is pure chance of 256 bits; only its SHA-256 is stored. One account has one link at most: a
new one takes the place of the one before, using it or ending the account takes it away (ASVS 6.4).
"""

import hashlib
import secrets
from datetime import timedelta

from flask import current_app
from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from models import Gebruiker, Toegangslink
from models.waarden import Linksoort
from overleg.basis.achtergrond import taak
from overleg.basis.adressen import volledig
from overleg.basis.config import Config
from overleg.basis.klok import nu

LENGTE = 32
"""In bytes."""
HERSTEL_GELDIG = timedelta(minutes=30)
"""Short: whoever asked is waiting for it."""
UUR = timedelta(hours=1)


class LinkWeg(Exception):
    """A link that is not there: used, passed, replaced, or never made."""


def afdruk(token: str) -> str:
    """Return under what a link is stored."""
    return hashlib.sha256(token.encode()).hexdigest()


def geldig(soort: Linksoort) -> timedelta:
    """Return how long a link of this kind counts."""
    config: Config = current_app.extensions["overleg"]
    return config.uitnodiging if soort is Linksoort.UITNODIGING else HERSTEL_GELDIG


def maak_link(sessie: Session, gebruiker: Gebruiker, soort: Linksoort) -> str:
    """Make the one link of an account and return its address, to be sent or shown once."""
    sessie.execute(select(Gebruiker.id).where(Gebruiker.id == gebruiker.id).with_for_update())
    trek_in(sessie, gebruiker)
    token = secrets.token_urlsafe(LENGTE)
    sessie.add(
        Toegangslink(
            gebruiker_id=gebruiker.id, soort=soort, afdruk=afdruk(token), verloopt_op=nu() + geldig(soort)
        )
    )
    return volledig("toegang.wachtwoord_kiezen", token=token)


def trek_in(sessie: Session, gebruiker: Gebruiker) -> None:
    """Take away the link of an account, if there is one."""
    sessie.execute(delete(Toegangslink).where(Toegangslink.gebruiker_id == gebruiker.id))


def vind_link(sessie: Session, token: str) -> Toegangslink:
    """Return a link that counts. Raises LinkWeg."""
    link = sessie.scalars(
        select(Toegangslink).where(Toegangslink.afdruk == afdruk(token), Toegangslink.verloopt_op > nu())
    ).one_or_none()
    if link is None or not link.gebruiker.active:
        raise LinkWeg
    return link


def gebruik(sessie: Session, token: str) -> Toegangslink:
    """Use a link up and return what it was. Raises LinkWeg, also for the second of two at once."""
    link = vind_link(sessie, token)
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Toegangslink).where(Toegangslink.id == link.id).execution_options(synchronize_session=False)
    )
    sessie.expunge(link)
    if not weg.rowcount:
        raise LinkWeg
    return link


@taak("toegangslinks_opruimen", elke=UUR)
def ruim_op(eigen: Session) -> int:
    """Take away what is past, and return how many that were."""
    weg: CursorResult[tuple[()]] = eigen.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Toegangslink).where(Toegangslink.verloopt_op <= nu())
    )
    return weg.rowcount
