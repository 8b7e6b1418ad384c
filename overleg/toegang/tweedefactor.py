"""The second factor: codes from an app that work once, and recovery codes for when the app is gone.

Flask-Security walks the steps; here is what it leaves open: a code counts once, over all workers, what codes
are made from is encrypted with a key of the settings, and recovery codes are kept as hashes (ASVS 6.5).
"""

import hashlib
import secrets
import time
from collections.abc import Mapping
from typing import Any

from flask import current_app, session
from flask_security import MfRecoveryCodesUtil, Totp, UserMixin
from passlib.exc import TokenError, UsedTokenError
from passlib.totp import TOTP, AppWallet, TotpMatch
from sqlalchemy import CursorResult, delete, or_, update

from models import Gebruiker, Herstelcode, Passkey
from overleg.basis.config import Config
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.sleutels import sleutels_voor
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import vrager_van
from overleg.toegang.wachtwoorden import LETTERS

STAP = 30
"""Seconds that a code lasts."""
SPELING = 30
"""Seconds that a clock may differ: one step before and after (ASVS 6.5.5, veiligheid.md §5 attack 10)."""
AANTAL_HERSTELCODES, BLOKKEN, BLOK = 10, 6, 4
"""A recovery code: 24 signs out of 31, some 118 bits."""
UITGEVER = "Actie-overleg"
TOTP_MANIER = "authenticator"
"""The library's name for codes from an app."""


class Kluis(AppWallet):  # type: ignore[misc] # the library has no types
    """Encrypts what codes are made from. Its keys are pure chance: stretching them adds nothing."""

    encrypt_cost = 1


class Codes(Totp):
    """The library's codes, each accepted once."""

    def __init__(self, sleutels: Mapping[str, str], uitgever: str) -> None:
        """Read with any of `sleutels`, write with the first."""
        kluis = Kluis(dict(sleutels), default_tag=next(iter(sleutels)))
        self._totp = TOTP.using(issuer=uitgever, wallet=kluis)

    def verify_totp(self, token: str, totp_secret: str, user: Any, window: int = 0) -> bool:  # noqa: ANN401
        """Return whether `token` is right now for `totp_secret`, and was not used before; then it is used.

        What cannot be read with any key of the settings counts as wrong: beheer resets the second factor.
        """
        try:
            return bool(super().verify_totp(_cijfers(token), totp_secret, user, window))
        except (KeyError, ValueError):
            current_app.logger.exception("een tweede factor is niet te lezen met de sleutels van nu")
            return False

    def get_last_counter(self, user: Any) -> int | None:  # noqa: ANN401 the library's
        """Return the step of the last code that was accepted."""
        return user.laatste_code  # type: ignore[no-any-return]

    def set_last_counter(self, user: Any, tmatch: TotpMatch) -> None:  # noqa: ANN401 the library's
        """Note that a code was used, in one statement: of two at the same time the second is refused."""
        vrij = or_(Gebruiker.laatste_code.is_(None), Gebruiker.laatste_code < tmatch.counter)
        gedaan: CursorResult[Any] = sessie().execute(  # type: ignore[assignment]
            update(Gebruiker).where(Gebruiker.id == user.id, vrij).values(laatste_code=tmatch.counter)
        )
        if not gedaan.rowcount:
            raise UsedTokenError(expire_time=tmatch.expire_time)

    def is_gebruikt(self, token: str, geheim: str) -> bool:
        """Whether `token` belongs to this moment: when it was refused all the same, it was used before."""
        try:
            self._totp.verify(_cijfers(token), geheim, window=SPELING)
        except (TokenError, KeyError, ValueError):
            return False
        return True

    def versleuteld(self, geheim: str) -> str:
        """Return what is stored for a secret in base32."""
        return str(self._totp(key=geheim).to_json(encrypt=True))

    def vernieuwd(self, opgeslagen: str) -> str:
        """Return what to store for what is stored: encrypted anew when that was with a key of before."""
        bron = self._totp.from_source(opgeslagen)
        return str(bron.to_json(encrypt=True)) if bron.changed else opgeslagen

    def bruikbaar(self, gebruiker: Gebruiker) -> str | None:
        """Return a code that works at this moment: of this step or the next one, none when both are used."""
        nu = int(time.time()) // STAP
        stap = max(nu, (gebruiker.laatste_code or 0) + 1)
        if gebruiker.tf_totp_secret is None or stap > nu + 1:
            return None
        return str(self._totp.from_source(gebruiker.tf_totp_secret).generate(stap * STAP).token)


def _cijfers(token: str) -> str:
    """Return a code without the space that apps show in it; what is no plain digit can never be right."""
    kaal = "".join(str(token).split())
    return kaal if kaal.isascii() else ""


def wachttijd(gebruiker: Gebruiker) -> int:
    """Return in how many seconds the next code works; 0 when one works now."""
    volgende = (gebruiker.laatste_code or 0) + 1
    return max(0, volgende * STAP - int(time.time()))


class Herstelcodes(MfRecoveryCodesUtil):
    """The library's recovery codes, kept as hashes: they are shown when made, and never again."""

    def create_recovery_codes(self, user: UserMixin) -> list[str]:
        """Make a new set in place of the one before; return it, for showing once."""
        db = sessie()
        gebruiker = db.get_one(Gebruiker, user.id)  # the library gives a stand-in for it
        nieuw = [_herstelcode() for _ in range(AANTAL_HERSTELCODES)]
        vergeet_herstelcodes(gebruiker)
        db.add_all(Herstelcode(gebruiker_id=gebruiker.id, afdruk=_afdruk(code)) for code in nieuw)
        gebruiker.herstelcodes_maken = False
        schrijf(db, vrager_van(db, gebruiker, vandaag()), Soort.HERSTELCODES_GEMAAKT, gebruiker)
        return nieuw

    def get_recovery_codes(self, user: UserMixin) -> list[str]:  # noqa: ARG002 the library's
        """Return none: they cannot be shown again."""
        return []

    def check_recovery_code(self, user: UserMixin, code: str) -> bool:
        """Use a code up; return whether it was there. Of two at the same time the second is refused."""
        weg = delete(Herstelcode).where(Herstelcode.gebruiker_id == user.id)
        gedaan: CursorResult[Any] = sessie().execute(weg.where(Herstelcode.afdruk == _afdruk(code)))  # type: ignore[assignment]
        return gedaan.rowcount == 1

    def delete_recovery_code(self, user: UserMixin, code: str) -> bool:  # noqa: ARG002 the library's
        """Do nothing more: checking it used it up."""
        return True


def _herstelcode() -> str:
    blokken = ("".join(secrets.choice(LETTERS) for _ in range(BLOK)) for _ in range(BLOKKEN))
    return "-".join(blokken)


def _afdruk(code: str) -> str:
    """Return the hash of a code, however it was typed over."""
    kaal = "".join(teken for teken in code.lower() if teken.isalnum())
    return hashlib.sha256(kaal.encode()).hexdigest()


def vergeet_herstelcodes(gebruiker: Gebruiker) -> None:
    """Let no recovery code of this account work any more."""
    sessie().execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker.id))


def wis_tweede_factor(gebruiker: Gebruiker) -> None:
    """Take every second factor from an account, passkeys too: its owner sets one up at the next sign-in."""
    gebruiker.tf_primary_method = gebruiker.tf_totp_secret = None
    gebruiker.herstelcodes_maken = False
    vergeet_herstelcodes(gebruiker)
    sessie().execute(delete(Passkey).where(Passkey.gebruiker_id == gebruiker.id))


def codes() -> Codes:
    """Return the codes of this application."""
    return current_app.extensions["security"].totp_factory  # type: ignore[no-any-return]


def halverwege() -> bool:
    """Whether who is signing in is setting up a second factor now."""
    return session.get("tf_state") == "validating_profile"


def sleutels(config: Config) -> dict[str, str]:
    """Return the keys for what codes are made from, each under a name that tells nothing about it."""
    geheimen = (config.secret_key, *config.oude_sleutels)
    afgeleid = sleutels_voor(geheimen, "tweede factor")
    return {hashlib.sha256(sleutel).hexdigest()[:8]: sleutel.hex() for sleutel in afgeleid}
