"""Signing in with Flask-Security on Flask-Login: only what is needed switched on, in Dutch."""

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, abort, request
from flask_login import user_logged_out
from flask_security import RoleMixin, Security, SQLAlchemyUserDatastore, password_changed, user_authenticated
from flask_security.forms import LoginForm

from models import Gebruiker
from overleg.basis.config import Config
from overleg.basis.database import db, sessie
from overleg.basis.klok import nu, vandaag
from overleg.logboek.schrijven import schrijf, schrijf_apart
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager, vrager_van

MINIMALE_LENGTE = 15

MELDINGEN = {
    "GENERIC_AUTHN_FAILED": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "USER_DOES_NOT_EXIST": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "INVALID_PASSWORD": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "EMAIL_NOT_PROVIDED": "Vul uw e-mailadres in.",
    "INVALID_EMAIL_ADDRESS": "Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl.",
    "PASSWORD_NOT_PROVIDED": "Vul uw wachtwoord in.",
    "PASSWORD_INVALID_LENGTH": f"Kies een wachtwoord van minstens {MINIMALE_LENGTE} tekens.",
    "PASSWORD_IS_THE_SAME": "Kies een ander wachtwoord dan u nu heeft.",
    "RETYPE_PASSWORD_MISMATCH": "De twee nieuwe wachtwoorden zijn niet gelijk. Vul ze opnieuw in.",
    "PASSWORD_CHANGE": "Uw wachtwoord is gewijzigd.",
    "DISABLED_ACCOUNT": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "LOGIN": "Log eerst in.",
    "UNAUTHENTICATED": "Log eerst in.",
}


class InlogFormulier(LoginForm):
    """The library's form; what fails is noted in the logboek."""

    def validate(self, **kwargs: Any) -> bool:
        """Check e-mail and password; note a refused attempt, without saying which of the two was wrong."""
        goed = bool(super().validate(**kwargs))
        if not goed and self.is_submitted():
            sessie().rollback()
            schrijf_apart(None, Soort.INLOGGEN_MISLUKT, uitkomst="geweigerd")
        return goed


def _vrager(gebruiker: Gebruiker) -> Vrager:
    return vrager_van(sessie(), gebruiker, vandaag())


def _ingelogd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    user.laatst_ingelogd_op = nu()
    schrijf(sessie(), _vrager(user), Soort.INGELOGD, user)


def _uitgelogd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    if user.is_authenticated:
        schrijf(sessie(), _vrager(user), Soort.UITGELOGD, user)


def _wachtwoord_gewijzigd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    user.wachtwoord_wijzigen = False
    schrijf(sessie(), _vrager(user), Soort.WACHTWOORD_GEWIJZIGD, user)


def _instellingen(config: Config) -> dict[str, object]:
    return {
        "SECURITY_LOGIN_URL": "/inloggen",
        "SECURITY_LOGOUT_URL": "/uitloggen",
        "SECURITY_LOGOUT_METHODS": ["POST"],
        "SECURITY_CHANGE_URL": "/wachtwoord",
        "SECURITY_CHANGEABLE": True,
        "SECURITY_REGISTERABLE": False,
        "SECURITY_RECOVERABLE": False,
        "SECURITY_CONFIRMABLE": False,
        "SECURITY_TRACKABLE": False,
        "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_POST_LOGIN_VIEW": "/",
        "SECURITY_POST_LOGOUT_VIEW": "/inloggen",
        "SECURITY_POST_CHANGE_VIEW": "/",
        "SECURITY_DEFAULT_REMEMBER_ME": False,
        "SECURITY_PASSWORD_LENGTH_MIN": MINIMALE_LENGTE,
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SINGLE_HASH": True,  # Argon2 has its own salt: a new secret key locks nobody out
        "SECURITY_PASSWORD_SALT": (config.secret_key, *config.oude_sleutels)[-1],  # passwords of before
        "SECURITY_PASSWORD_NORMALIZE_FORM": None,
        "SECURITY_FLASH_MESSAGES": False,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
        "SECURITY_USERNAME_ENABLE": False,
        "SECURITY_JOIN_USER_ROLES": False,
        **{f"SECURITY_MSG_{naam}": (zin, "error") for naam, zin in MELDINGEN.items()},
    }


def _eis_leesbaar_vervolg() -> None:
    """Refuse an address to go on to that is none: the library fails on it once the password was right."""
    if request.endpoint != "security.login":
        return
    for adres in (request.args.get("next"), request.form.get("next")):
        try:
            urlsplit((adres or "").replace("\\", "/"))
        except ValueError:
            abort(400)


def registreer(app: Flask, config: Config) -> None:
    """Switch on signing in and out and changing one's password."""
    app.config.update(_instellingen(config))
    security = Security(app, SQLAlchemyUserDatastore(db, Gebruiker, RoleMixin), login_form=InlogFormulier)
    security.principal.skip_static = True  # a page has some twenty files: nobody has to be known for these
    app.before_request(_eis_leesbaar_vervolg)
    user_authenticated.connect(_ingelogd, app)
    user_logged_out.connect(_uitgelogd, app)
    password_changed.connect(_wachtwoord_gewijzigd, app)
