"""Passwords: those that will do, and the one-time password with which the first beheerder begins."""

import secrets
import uuid
from datetime import timedelta
from typing import Any

from flask_security.password_util import PasswordUtil
from flask_security.utils import hash_password
from sqlalchemy import inspect

from models import Gebruiker
from overleg.basis.database import sessie
from overleg.basis.klok import nu
from overleg.toegang.sessierijen import beeindig_alle
from overleg.toegang.systeemkoppelingen import haal_koppelingen_weg
from overleg.toegang.wachtwoordregels import mag_wachtwoord

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without signs that look alike, because somebody reads it aloud."""
BLOKKEN, BLOK = 5, 4
GELDIG = timedelta(days=3)
"""Over a weekend, from who makes the account to who starts on Monday."""


class Wachtwoordtoets(PasswordUtil):
    """Judges a new password where Flask-Security asks for one, by the same rules as everywhere."""

    def validate(self, password: str, is_register: bool, **kwargs: Any) -> tuple[list[str] | None, str]:  # noqa: ARG002 the library's signature
        """Return what is wrong, and the password."""
        gebruiker = kwargs.get("user")
        van = (gebruiker.naam, gebruiker.email, gebruiker.organisatie.naam) if gebruiker else ()
        return mag_wachtwoord(password, van).zinnen or None, password


def eenmalig_wachtwoord() -> str:
    """Return a random password of five blocks, some 98 bits."""
    blokken = ("".join(secrets.choice(LETTERS) for _ in range(BLOK)) for _ in range(BLOKKEN))
    return "-".join(blokken)


def geef_eenmalig_wachtwoord(gebruiker: Gebruiker) -> str:
    """Give an account a new password that must be changed at once; return it, for showing once.

    It lets somebody in once, within `GELDIG` (ASVS 6.4.1). Every session of the account ends.
    """
    wachtwoord = eenmalig_wachtwoord()
    gebruiker.password = hash_password(wachtwoord)
    gebruiker.wachtwoord_wijzigen = True
    gebruiker.eenmalig_tot = nu() + GELDIG
    beeindig_sessies(gebruiker)
    return wachtwoord


def beeindig_sessies(gebruiker: Gebruiker) -> int:
    """End every session of an account and return how many; what is half signed in carries the old mark.

    Its systeemkoppelingen go too: whoever was in, is out.
    """
    gebruiker.fs_uniquifier = uuid.uuid4().hex
    is_nieuw = not inspect(gebruiker).has_identity  # an account that is being made has no id and no sessions
    if is_nieuw:
        return 0
    haal_koppelingen_weg(sessie(), gebruiker)
    return beeindig_alle(sessie(), gebruiker.id)
