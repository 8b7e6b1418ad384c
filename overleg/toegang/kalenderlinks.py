"""The address at which somebody's calendar fetches the overleggen: a secret, of one account, until withdrawn.

A calendar cannot sign in; whoever knows the address reads when and where its owner has overleg, and nothing
else. It is pure chance of 256 bits; only its SHA-256 is stored, and it is shown once.
"""

import secrets

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from models import Gebruiker, Kalenderlink
from models.waarden_post import Berichtsoort
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.links import LENGTE, afdruk
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

ONDERWERP = "Actie-overleg: een link voor uw kalender gemaakt"
BERICHT = (
    "Er is een link gemaakt waarmee een kalender uw overleggen ophaalt.\n"
    "Was u dat niet? Log in, trek de link in bij Kalender en wijzig uw wachtwoord.\n"
)


def kalenderlink_van(sessie: Session, vrager: Vrager) -> Kalenderlink | None:
    """Return the address that the asker has now, if any: only when it was made can be read from it."""
    return sessie.scalars(select(Kalenderlink).where(Kalenderlink.gebruiker_id == vrager.id)).one_or_none()


def maak_kalenderlink(sessie: Session, vrager: Vrager) -> str:
    """Make the one address of the asker and return its secret, to be shown this once.

    The one before does not count any more. Its owner gets a mail, in case somebody else made it.
    """
    eis(vrager, Recht.EIGEN_ACCOUNT)
    eigen = sessie.get_one(Gebruiker, vrager.id, with_for_update={"of": Gebruiker})
    haal_kalenderlink_weg(sessie, eigen)
    token = secrets.token_urlsafe(LENGTE)
    sessie.add(Kalenderlink(gebruiker_id=eigen.id, afdruk=afdruk(token)))
    schrijf(sessie, vrager, Soort.KALENDERLINK_GEMAAKT, eigen)
    leg_klaar(sessie, Berichtsoort.ALTIJD, eigen.email, ONDERWERP, BERICHT)
    return token


def trek_kalenderlink_in(sessie: Session, vrager: Vrager) -> None:
    """Let the address of the asker not count any more; when there is none, nothing happens."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    eigen = sessie.get_one(Gebruiker, vrager.id)
    if haal_kalenderlink_weg(sessie, eigen):
        schrijf(sessie, vrager, Soort.KALENDERLINK_INGETROKKEN, eigen)


def haal_kalenderlink_weg(sessie: Session, gebruiker: Gebruiker) -> bool:
    """Take the address of an account away, and return whether there was one."""
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Kalenderlink).where(Kalenderlink.gebruiker_id == gebruiker.id)
    )
    return bool(weg.rowcount)


def eigenaar_van(sessie: Session, token: str) -> Gebruiker | None:
    """Return whose address this is; None when it does not count, or its account is not in use."""
    return sessie.scalars(
        select(Gebruiker)
        .join(Kalenderlink, Kalenderlink.gebruiker_id == Gebruiker.id)
        .where(Kalenderlink.afdruk == afdruk(token), Gebruiker.active.is_(True))
    ).one_or_none()
