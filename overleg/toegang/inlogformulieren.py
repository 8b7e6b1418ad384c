"""The forms of Flask-Security, with what is refused noted in the logboek and said with the right status."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from flask import flash, g, session
from flask_security import current_user
from flask_security.forms import (
    ChangePasswordForm,
    LoginForm,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    TwoFactorVerifyCodeForm,
    VerifyForm,
)
from flask_security.recovery_codes import MfRecoveryForm
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined] # newer than its types

from models import Gebruiker
from models.waarden import Inlogmanier
from overleg.basis.database import alleen_lezen, sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ONJUIST
from overleg.logboek.schrijven import schrijf, schrijf_apart
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import neem_poging, op_code, op_wachtwoord, van_hier, was_goed
from overleg.toegang.sessies import MANIEREN, voeg_manier_toe
from overleg.toegang.tweedefactor import TOTP_MANIER, codes, wachttijd
from overleg.toegang.vrager import Vrager, vrager_van
from overleg.toegang.wachtwoordregels import HOOGSTENS

TE_VAAK = 429
IN_SECONDEN = 90
"""A longer wait is told in minutes."""


def wie(gebruiker: Gebruiker) -> Vrager:
    """Return who an account stands for, for the logboek."""
    return vrager_van(sessie(), gebruiker, vandaag())


def weiger(soort: Soort, gebruiker: Gebruiker | None = None) -> None:
    """Note a refused attempt, undo what it did, and answer with 422."""
    vrager = wie(gebruiker) if gebruiker else None
    sessie().rollback()  # lets go of the write lock: the line goes apart
    schrijf_apart(
        vrager,
        soort,
        object_soort=Gebruiker.__tablename__ if vrager else "",
        object_id=vrager.id if vrager else None,
        uitkomst="geweigerd",
    )
    g.inlogstatus = ONJUIST


def rem_af(soort: Soort, wacht: int, gebruiker: Gebruiker | None = None) -> str:
    """Note an attempt that came too soon, and answer with 429; return what to say."""
    weiger(soort, gebruiker)
    g.inlogstatus, g.inlogwacht = TE_VAAK, wacht
    return f"Dit is te vaak achter elkaar geprobeerd. Wacht {_duur(wacht)} en probeer het dan opnieuw."


def _duur(seconden: int) -> str:
    if seconden <= IN_SECONDEN:
        return "1 seconde" if seconden == 1 else f"{seconden} seconden"
    return f"{-(-seconden // 60)} minuten"


def _zonder_slot(toets: Callable[[], bool], van: Callable[[], Gebruiker | None]) -> bool:
    """Check a password while others can write: making a hash takes long, and SQLite has one lock to write.

    A hash that was made anew goes along with what is written after this.
    """
    sessie().rollback()
    with alleen_lezen():
        goed = toets()
    gebruiker = van()
    afgeleid = gebruiker.password if gebruiker is not None else None
    sessie().rollback()
    if goed and gebruiker is not None and gebruiker.password != afgeleid:
        gebruiker.password = afgeleid
    return goed


def _kort(wachtwoord: str | None) -> str | None:
    """Return a password as far as one can be long: what is longer is wrong, and is not hashed whole."""
    return wachtwoord[: HOOGSTENS + 1] if wachtwoord else wachtwoord


def _account(gebruiker: object) -> Gebruiker | None:
    return gebruiker if isinstance(gebruiker, Gebruiker) else None


def _van_nu() -> Gebruiker:
    gebruiker: Gebruiker = current_user._get_current_object()
    return gebruiker


class InlogFormulier(LoginForm):
    """E-mail and password."""

    remember: ClassVar[None] = None  # type: ignore[assignment,misc] # staying signed in is for the session to say

    def validate(self, **kwargs: Any) -> bool:
        """Check e-mail and password, without saying which of the two was wrong."""
        pogingen = (op_wachtwoord(str(self.email.data or "")), van_hier())
        if wacht := neem_poging(*pogingen):
            self.form_errors = [rem_af(Soort.INLOGGEN_AFGEREMD, wacht)]
            return False
        self.password.data = _kort(self.password.data)
        if not _zonder_slot(partial(super().validate, **kwargs), lambda: _account(self.user)):
            weiger(Soort.INLOGGEN_MISLUKT)
            return False
        was_goed(*pogingen)
        self.next.data = self.next.data or "/"  # else the library goes on to the sign-in page itself
        session.pop(MANIEREN, None)  # of someone who did not finish
        voeg_manier_toe(Inlogmanier.WACHTWOORD)
        return True


class CodeFormulier(TwoFactorVerifyCodeForm):
    """A code from an app: at signing in, and at setting up."""

    user: Gebruiker | None

    def validate(self, **kwargs: Any) -> bool:
        """Check the code; say it when the same code was used before."""
        pogingen = (op_code(session.get("tf_user_id")), van_hier())
        if wacht := neem_poging(*pogingen):
            self.code.errors = [rem_af(Soort.CODE_AFGEREMD, wacht, self.user)]
            return False
        if super().validate(**kwargs):
            was_goed(*pogingen)
            return True
        weiger(Soort.CODE_GEWEIGERD, self.user)
        zin = self._zin()
        self.code.errors = [zin]
        if self.is_setup:  # the library goes back to the page before
            flash(f"{zin} Scan eerst de nieuwe QR-code.", "let-op")
        return False

    def _zin(self) -> str:
        if not self.code.data:
            return "Vul de code uit uw app in."
        if self.user is not None and codes().is_gebruikt(self.code.data, self.tf_totp_secret):
            return (
                "Deze code is al gebruikt. Wacht op de volgende code in uw app "
                f"(nog {max(1, wachttijd(self.user))} seconden) en vul die in."
            )
        return "Deze code klopt niet. Vul de zes cijfers in die nu in uw app staan."


class InstelFormulier(TwoFactorSetupForm):
    """Beginning to set up a second factor; there is one kind."""

    setup = RadioField(choices=[SelectChoice(TOTP_MANIER, "Code uit een app")], validate_choice=False)


class GeenUitweg(TwoFactorRescueForm):
    """The library makes this form for a page that does not exist here."""

    help_setup = RadioField(choices=[])


class HerstelcodeFormulier(MfRecoveryForm):
    """A recovery code in place of a code from an app."""

    user: Gebruiker | None

    def validate(self, **kwargs: Any) -> bool:
        """Check the code and use it up; nothing else is told of it."""
        pogingen = (op_code(session.get("tf_user_id")), van_hier())
        if wacht := neem_poging(*pogingen):
            self.code.errors = [rem_af(Soort.CODE_AFGEREMD, wacht, self.user)]
            return False
        if super().validate(**kwargs):
            was_goed(*pogingen)
            voeg_manier_toe(Inlogmanier.HERSTELCODE)
            if self.user is not None:
                schrijf(sessie(), wie(self.user), Soort.HERSTELCODE_GEBRUIKT, self.user)
            return True
        weiger(Soort.CODE_GEWEIGERD, self.user)
        zin = "Deze herstelcode klopt niet, of is al gebruikt. Kijk hem na of neem een andere."
        self.code.errors = [zin if self.code.data else "Vul een herstelcode in."]
        return False


class BewijsFormulier(VerifyForm):
    """The password again, before something that asks for it."""

    def validate(self, **kwargs: Any) -> bool:
        """Check the password of who is signed in."""
        pogingen = (op_wachtwoord(current_user.email), van_hier())
        if wacht := neem_poging(*pogingen):
            self.form_errors = [rem_af(Soort.INLOGGEN_AFGEREMD, wacht)]
            return False
        self.password.data = _kort(self.password.data)
        if _zonder_slot(partial(super().validate, **kwargs), _van_nu):
            was_goed(*pogingen)
            return True
        weiger(Soort.INLOGGEN_MISLUKT)
        return False


class WachtwoordFormulier(ChangePasswordForm):
    """Another password; who leaves a page open cannot have the old one guessed."""

    def validate(self, **kwargs: Any) -> bool:
        """Check the password of now, and the new one."""
        pogingen = (op_wachtwoord(current_user.email), van_hier())
        if wacht := neem_poging(*pogingen):
            self.form_errors = [rem_af(Soort.INLOGGEN_AFGEREMD, wacht)]
            return False
        self.password.data = _kort(self.password.data)
        goed = _zonder_slot(partial(super().validate, **kwargs), _van_nu)
        if goed or not self.password.errors:  # the password of now was right
            was_goed(*pogingen)
        return goed
