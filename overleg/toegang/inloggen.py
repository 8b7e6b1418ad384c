"""Signing in with Flask-Security on Flask-Login: only what is needed switched on, in Dutch."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, request, session
from flask.typing import ResponseReturnValue
from flask_login import user_logged_out
from flask_security import (
    RoleMixin,
    Security,
    SQLAlchemyUserDatastore,
    password_changed,
    tf_code_confirmed,
    tf_profile_changed,
    user_authenticated,
)

from models import Gebruiker
from models.waarden import Inlogmanier
from overleg.basis.config import Config
from overleg.basis.database import db, sessie
from overleg.basis.klok import nu
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang import tweedefactor
from overleg.toegang.inlogformulieren import (
    BewijsFormulier,
    CodeFormulier,
    GeenUitweg,
    HerstelcodeFormulier,
    InlogFormulier,
    InstelFormulier,
    WachtwoordFormulier,
    wie,
)
from overleg.toegang.links import trek_in
from overleg.toegang.sessies import voeg_manier_toe
from overleg.toegang.tweedefactor import Codes, Herstelcodes, codes, halverwege
from overleg.toegang.wachtwoorden import Wachtwoordtoets

OK = 200

MELDINGEN = {
    "GENERIC_AUTHN_FAILED": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "USER_DOES_NOT_EXIST": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "INVALID_PASSWORD": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "EMAIL_NOT_PROVIDED": "Vul uw e-mailadres in.",
    "INVALID_EMAIL_ADDRESS": "Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl.",
    "PASSWORD_NOT_PROVIDED": "Vul uw wachtwoord in.",
    "PASSWORD_IS_THE_SAME": "Kies een ander wachtwoord dan u nu heeft.",
    "RETYPE_PASSWORD_MISMATCH": "De twee nieuwe wachtwoorden zijn niet gelijk. Vul ze opnieuw in.",
    "PASSWORD_CHANGE": "Uw wachtwoord is gewijzigd.",
    "DISABLED_ACCOUNT": "Deze combinatie van e-mailadres en wachtwoord klopt niet. Probeer het opnieuw.",
    "LOGIN": "Log eerst in.",
    "UNAUTHENTICATED": "Log eerst in.",
    "REAUTHENTICATION_REQUIRED": "Vul uw wachtwoord nog een keer in.",
    "TWO_FACTOR_PERMISSION_DENIED": "Log eerst in met uw e-mailadres en wachtwoord.",
    "TWO_FACTOR_SETUP_EXPIRED": "Dit duurde te lang. Begin opnieuw met instellen.",
    "TWO_FACTOR_INVALID_TOKEN": "De code klopte niet. Begin opnieuw en scan de nieuwe QR-code.",
}
VERS = timedelta(minutes=10)
"""How long after giving the password somebody may change the second factor (ASVS 7.5.1)."""
ONGEBRUIKT = ("two_factor_rescue", "tf_select")
"""Pages that the library brings along and that have no use here: they do not exist."""


def _ingelogd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    user.laatst_ingelogd_op = nu()
    schrijf(sessie(), wie(user), Soort.INGELOGD, user)


def _uitgelogd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    if user.is_authenticated:
        schrijf(sessie(), wie(user), Soort.UITGELOGD, user)


def _wachtwoord_gewijzigd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    user.wachtwoord_wijzigen = False
    trek_in(sessie(), user)
    schrijf(sessie(), wie(user), Soort.WACHTWOORD_GEWIJZIGD, user)


def _code_goed(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    """Go on with signing in: the code was right, at a usual sign-in or right after setting up."""
    voeg_manier_toe(Inlogmanier.TOTP)
    if halverwege():
        _ingesteld(_app, user)
    elif user.tf_totp_secret:
        user.tf_totp_secret = codes().vernieuwd(user.tf_totp_secret)


def _ingesteld(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    """Note a new second factor; the recovery codes of the one before count no more."""
    gebruiker = sessie().get_one(Gebruiker, user.id)  # the library may give a stand-in for it
    tweedefactor.vergeet_herstelcodes(gebruiker)
    gebruiker.herstelcodes_maken = True
    schrijf(sessie(), wie(gebruiker), Soort.TWEEDE_FACTOR_INGESTELD, gebruiker)


def _voor_de_code() -> dict[str, object]:
    """Return who is asked for the code, and when that person is setting up also what to scan."""
    datastore = current_app.extensions["security"].datastore
    gebruiker = datastore.find_user(fs_uniquifier=session.get("tf_user_id", ""))
    if gebruiker is None or not halverwege():
        return {"wie_logt_in": gebruiker}
    return {"instellen": codes().fetch_setup_values(session["tf_totp_secret"], gebruiker)}


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
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SINGLE_HASH": True,  # Argon2 has its own salt: a new secret key locks nobody out
        "SECURITY_PASSWORD_SALT": (config.secret_key, *config.oude_sleutels)[-1],  # passwords of before
        "SECURITY_PASSWORD_NORMALIZE_FORM": None,
        "SECURITY_FLASH_MESSAGES": False,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
        "SECURITY_USERNAME_ENABLE": False,
        "SECURITY_JOIN_USER_ROLES": False,
        **_tweede_factor(config),
        **{f"SECURITY_MSG_{naam}": (zin, "error") for naam, zin in MELDINGEN.items()},
    }


def _tweede_factor(config: Config) -> dict[str, object]:
    return {
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_REQUIRED": True,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": [tweedefactor.TOTP_MANIER],
        "SECURITY_TWO_FACTOR_IMPLEMENTATIONS": {"code": "flask_security.twofactor.CodeTfPlugin"},
        "SECURITY_TWO_FACTOR_AUTHENTICATOR_VALIDITY": tweedefactor.SPELING,
        "SECURITY_TWO_FACTOR_ALWAYS_VALIDATE": True,
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_TWO_FACTOR_SETUP_URL": "/inloggen/tweede-stap",
        "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL": "/inloggen/code",
        "SECURITY_TWO_FACTOR_RESCUE_URL": "/inloggen/hulp",
        "SECURITY_TWO_FACTOR_SELECT_URL": "/inloggen/keuze",
        "SECURITY_TWO_FACTOR_POST_SETUP_VIEW": "/",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_URL": "/inloggen/herstelcode",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_URL": "/herstelcodes",
        "SECURITY_TOTP_SECRETS": tweedefactor.sleutels(config),
        "SECURITY_TOTP_ISSUER": tweedefactor.UITGEVER,
        "SECURITY_FRESHNESS": VERS,
        "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(0),
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


def _status(antwoord: Response) -> Response:
    """Give a refused form its status: the library answers 200."""
    if "inlogstatus" in g and antwoord.status_code == OK:
        antwoord.status_code = g.inlogstatus
        if "inlogwacht" in g:
            antwoord.headers["Retry-After"] = str(g.inlogwacht)
    return antwoord


def _bestaat_niet() -> ResponseReturnValue:
    abort(404)


def _security(app: Flask) -> Security:
    """Switch on the library, with our forms and our keeping of codes."""
    security = Security(
        app,
        SQLAlchemyUserDatastore(db, Gebruiker, RoleMixin),
        login_form=InlogFormulier,
        verify_form=BewijsFormulier,
        change_password_form=WachtwoordFormulier,
        two_factor_setup_form=InstelFormulier,
        two_factor_verify_code_form=CodeFormulier,
        two_factor_rescue_form=GeenUitweg,
        mf_recovery_form=HerstelcodeFormulier,
        password_util_cls=Wachtwoordtoets,
        totp_cls=Codes,
        mf_recovery_codes_util_cls=Herstelcodes,
    )
    security.principal.skip_static = True  # a page has some twenty files: nobody has to be known for these
    security.tf_token_validation_context_processor(_voor_de_code)
    for naam in ONGEBRUIKT:
        app.view_functions[f"security.{naam}"] = _bestaat_niet
    return security


def registreer(app: Flask, config: Config) -> None:
    """Switch on signing in and out, the second factor, and changing one's password."""
    app.config.update(_instellingen(config))
    _security(app)
    app.before_request(_eis_leesbaar_vervolg)
    app.after_request(_status)
    user_authenticated.connect(_ingelogd, app)
    user_logged_out.connect(_uitgelogd, app)
    password_changed.connect(_wachtwoord_gewijzigd, app)
    tf_code_confirmed.connect(_code_goed, app)
    tf_profile_changed.connect(_ingesteld, app)
