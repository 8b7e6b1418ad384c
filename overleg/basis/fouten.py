"""The ways in which a request can fail, and the pages that say what to do now."""

from typing import TYPE_CHECKING

from flask import Flask, current_app, make_response, render_template, request
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy import exc
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError

from overleg.basis.database import alleen_lezen, sessie
from overleg.basis.getypt import getypte_teksten
from overleg.basis.problemen import probleem
from overleg.basis.programmas import is_koppelvlak
from overleg.basis.verzoeknummer import foutcode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from overleg.basis.oordeel import Oordeel, Reden

NOODSCHIL = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><title>Actie-overleg</title></head>
<body><main>{}</main></body>
</html>"""
NOODBERICHT = """<h1>Er ging iets mis</h1>
<p>Ga terug en probeer het opnieuw. Blijft het misgaan? Bel de secretaris van uw overlegtafel.</p>"""
ANDER_ADRES = """<h1>Dit adres hoort niet bij het Actie-overleg</h1>
<p>Gebruik het adres dat u van de secretaris van uw overlegtafel kreeg.</p>"""
ONBEREIKBAAR = (OperationalError, InterfaceError, exc.TimeoutError)
"""The database is away, full or held by another, or has no connection left: later it works again."""
PAGINAS = frozenset({400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503})


class Geweigerd(Exception):
    """A rule says no; the page shows the reasons (422)."""

    def __init__(self, oordeel: "Oordeel") -> None:
        """Keep the oordeel: its reasons are shown."""
        super().__init__("; ".join(oordeel.zinnen))
        self.oordeel = oordeel


class GeenRecht(Exception):
    """The asker may not do this; shown as 404 when it may not even be seen, else as 403."""


class Botsing(Exception):
    """Someone else changed it meanwhile (409); `huidig` is the text as it is now, with its version."""

    def __init__(self, zin: str, huidig: str = "", versie: int = 0) -> None:
        """Keep the sentence for the page and the text as it is now."""
        super().__init__(zin)
        self.zin = zin
        self.huidig = huidig
        self.versie = versie


def toon_fout(code: int, **context: object) -> ResponseReturnValue:
    """Return the page (or, for htmx, the fragment) of an error with its status; a program gets a problem."""
    if is_koppelvlak():
        return _als_probleem(code, context)
    if request_ctx.url_adapter is None:  # not our name: there is no address to link to
        return make_response(NOODSCHIL.format(ANDER_ADRES), code)
    bekend = code if code in PAGINAS else 400 if code < 500 else 500  # noqa: PLR2004 classes of HTTP status
    streep = "_" if request.headers.get("HX-Request") == "true" else ""
    context["getypt"] = getypte_teksten()
    antwoord = make_response(_pagina(f"fouten/{streep}{bekend}.html", context), code)
    antwoord.headers["Vary"] = "HX-Request"
    return antwoord


def _als_probleem(code: int, context: dict[str, object]) -> ResponseReturnValue:
    redenen: Sequence[Reden] = context.get("redenen", ())  # type: ignore[assignment] # of Geweigerd
    zin = str(context.get("zin", "")) or (redenen[0].zin if redenen else "")
    return probleem(code, zin, fouten=[(reden.waar, reden.zin) for reden in redenen if reden.waar])


def _pagina(sjabloon: str, context: dict[str, object]) -> str:
    """Render an error page, which waits for no lock; when even that fails, a page without anything."""
    try:
        sessie().rollback()
        with alleen_lezen():
            return render_template(sjabloon, **context)
    except ONBEREIKBAAR:
        return _pagina_zonder_database(context)
    except Exception:
        current_app.logger.exception("de foutpagina %s kon niet worden gemaakt", sjabloon)
        return NOODSCHIL.format(NOODBERICHT)


def _pagina_zonder_database(context: dict[str, object]) -> str:
    """Say that it works again later, without asking the database who looks."""
    sjablonen = current_app.jinja_env
    bericht = sjablonen.get_template("fouten/_503.html").render()
    if request.headers.get("HX-Request") == "true":
        return bericht
    return NOODSCHIL.format(bericht + sjablonen.get_template("fouten/_getypt.html").render(context))


def _http(fout: HTTPException) -> ResponseReturnValue:
    if fout.response is not None or fout.code is None or fout.code < 400:  # noqa: PLR2004 redirects are no errors
        return fout
    if isinstance(fout, InternalServerError):
        return _onverwacht(fout)
    if is_koppelvlak():
        return probleem(fout.code, koppen=fout.get_headers())
    return toon_fout(fout.code)


def _onverwacht(fout: Exception) -> ResponseReturnValue:
    code = foutcode()
    oorzaak = getattr(fout, "original_exception", None) or fout
    current_app.logger.error("fout %s bij %s", code, request.endpoint, exc_info=oorzaak)
    return toon_fout(500, foutcode=code)


def _geweigerd(fout: Geweigerd) -> ResponseReturnValue:
    return toon_fout(422, redenen=fout.oordeel.redenen)


def _botsing(fout: Botsing) -> ResponseReturnValue:
    return toon_fout(409, zin=fout.zin, huidig=fout.huidig)


def _tegelijk(_fout: StaleDataError | IntegrityError) -> ResponseReturnValue:
    current_app.logger.warning("botsing bij %s", request.endpoint)
    return toon_fout(409, zin="Iemand anders wijzigde dit op hetzelfde moment.", huidig="")


def _database_bezet(fout: OperationalError | InterfaceError | exc.TimeoutError) -> ResponseReturnValue:
    oorzaak = fout.orig if isinstance(fout, DBAPIError) else fout
    current_app.logger.warning(
        "database niet beschikbaar bij %s: %s", request.endpoint, type(oorzaak).__name__
    )
    antwoord = make_response(toon_fout(503))
    antwoord.headers["Retry-After"] = "5"
    return antwoord


def registreer(app: Flask) -> None:
    """Give every kind of failure its page."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, lambda _fout: toon_fout(400))
    app.register_error_handler(Geweigerd, _geweigerd)
    app.register_error_handler(Botsing, _botsing)
    app.register_error_handler(StaleDataError, _tegelijk)
    app.register_error_handler(IntegrityError, _tegelijk)
    for soort in ONBEREIKBAAR:
        app.register_error_handler(soort, _database_bezet)
    app.register_error_handler(GeenRecht, lambda _fout: toon_fout(403))
    app.register_error_handler(InternalServerError, _onverwacht)
