"""The Actie-overleg tool: `create_app` puts the house together."""

import importlib
import logging

from flask import Flask
from flask_migrate import Migrate
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

import models  # noqa: F401 loads every table
from overleg.basis import (
    achtergrond,
    database,
    eenmalig,
    fouten,
    koppen,
    logregels,
    opdrachten,
    programmas,
    statisch,
    vangnet,
    verzoeken,
    weergave,
)
from overleg.basis.config import WORTEL, Config
from overleg.basis.schil import htmx
from overleg.basis.sleutelproef import weiger_andere_hoofdsleutel
from overleg.basis.toepassing import Toepassing
from overleg.beheer import opdrachten as beheer_opdrachten
from overleg.bewaren import opdrachten as bewaren_opdrachten
from overleg.bewaren import wacht
from overleg.demo import opdrachten as demo_opdrachten
from overleg.demo.weigeren import weiger_demo_accounts
from overleg.hulp import plekken
from overleg.instroom import persoonsmerken  # noqa: F401 listens to every change of a name
from overleg.live import omroep, opruimen  # noqa: F401 opruimen adds its task
from overleg.logboek import opdrachten as logboek_opdrachten
from overleg.reservekopie import opdrachten as reservekopie_opdrachten
from overleg.start import navigatie
from overleg.toegang import inloggen, parameters, poort, sessies  # noqa: F401
from overleg.toegang import opdrachten as toegang_opdrachten
from overleg.toegang.aanbieders import lees_aanbieders

STAPPEN = (
    "start",
    "toegang",
    "instroom",
    "uitvraag",
    "agenda",
    "bespreking",
    "live",
    "verslag",
    "opvolging",
    "koppelvlak",
    "persoonsverzoeken",
    "bewaren",
    "logboek",
    "beheer",
    "vierogen",
    "noodtoegang",
    "hulp",
)
"""The rooms with pages, each with a `blauwdruk` in its routes."""
GROOTSTE_VERZOEK = 8 * 1024 * 1024
MEESTE_DELEN = 5000


def create_app(config: Config | None = None) -> Flask:
    """Return the application for `config` (default: the settings in the environment).

    Raises FouteInstelling when a setting is missing or unsafe, RuntimeError when a route names no recht.
    """
    config = config or Config.uit_omgeving()
    app = Toepassing(
        __name__,
        root_path=str(WORTEL),
        static_folder=str(WORTEL / "static"),
        template_folder=str(WORTEL / "templates"),
    )
    app.config.from_mapping(_instellingen(config))
    app.extensions["overleg"] = config
    app.extensions["aanbieders"] = lees_aanbieders(config.oidc)
    app.logger.setLevel(logging.INFO)
    _basis(app, config)
    for stap in STAPPEN:
        app.register_blueprint(importlib.import_module(f"overleg.{stap}.routes").blauwdruk)
    met_opdrachten = (
        achtergrond,
        opdrachten,
        logboek_opdrachten,
        toegang_opdrachten,
        beheer_opdrachten,
        bewaren_opdrachten,
        reservekopie_opdrachten,
        demo_opdrachten,
    )
    for onderdeel in (navigatie, plekken, omroep, *met_opdrachten):
        onderdeel.registreer(app)
    wacht.registreer(app)
    poort.registreer(app)
    weiger_demo_accounts(app, config)
    weiger_andere_hoofdsleutel(app)
    return app


def _basis(app: Toepassing, config: Config) -> None:
    logregels.registreer(app)
    if config.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )
    vangnet.registreer(app)
    database.registreer(app, config.hoofdsleutel_bytes)
    Migrate(app, database.db, directory=str(WORTEL / "migrations"))
    verzoeken.registreer(app)
    CSRFProtect(app)
    htmx.init_app(app)
    for onderdeel in (eenmalig, fouten, koppen, programmas, statisch, weergave):
        onderdeel.registreer(app)
    inloggen.registreer(app, config)
    sessies.registreer(app)


def _instellingen(config: Config) -> dict[str, object]:
    return {
        "SECRET_KEY": config.secret_key,
        "SECRET_KEY_FALLBACKS": list(config.oude_sleutels),
        "SQLALCHEMY_DATABASE_URI": config.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": database.motor_opties(config.database_url),
        "TESTING": config.testing,
        "TRUSTED_HOSTS": list(config.hosts),
        "MAX_CONTENT_LENGTH": GROOTSTE_VERZOEK,
        "MAX_FORM_MEMORY_SIZE": GROOTSTE_VERZOEK,
        "MAX_FORM_PARTS": MEESTE_DELEN,
        "SESSION_COOKIE_NAME": "__Host-sessie" if config.https else "sessie",
        "SESSION_COOKIE_SECURE": config.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_PROTECTION": None,  # a session is a row with an end of its own, whatever network one is on
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": config.https,
    }
