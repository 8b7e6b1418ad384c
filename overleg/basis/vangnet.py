"""The last net, outside Flask: when even the pages of errors cannot be reached, a calm page (ASVS 16.5.4)."""

import json
import logging
import secrets
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

from overleg.basis.fouten import NOODBERICHT, NOODSCHIL
from overleg.basis.koppen import VAST
from overleg.basis.problemen import PROBLEMEN, SOORT
from overleg.basis.programmas import is_koppelvlak
from overleg.basis.verzoeknummer import BYTES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("overleg.vangnet")
PAGINA, PROBLEEM = ("Content-Type", "text/html; charset=utf-8"), ("Content-Type", SOORT)
KOPPEN = [("Cache-Control", "no-store"), *VAST.items()]


class Vangnet:
    """Answers 500 when what it stands around raises; the server would write the whole address in its log."""

    def __init__(self, binnen: "WSGIApplication") -> None:
        """Stand around `binnen`."""
        self._binnen = binnen

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Pass the request on."""
        try:
            return self._binnen(environ, start_response)
        except Exception:
            code = secrets.token_hex(BYTES)
            log.exception("fout %s buiten Flask", code)
            soort, inhoud = _antwoord(str(environ.get("PATH_INFO", "")), code)
            start_response("500 Internal Server Error", [soort, *KOPPEN], sys.exc_info())
            return [inhoud.encode()]


def _antwoord(pad: str, code: str) -> tuple[tuple[str, str], str]:
    """Return kind and content: a page for a person, a problem for a program."""
    if not is_koppelvlak(pad):
        return PAGINA, NOODSCHIL.format(f"{NOODBERICHT}<p>Code: {code}</p>")
    titel, zin = PROBLEMEN[500]
    return PROBLEEM, json.dumps({"status": 500, "title": titel, "detail": zin, "verzoek": code})


def registreer(app: Flask) -> None:
    """Stand around everything, the reading of a proxy's headers too; tests want to see the error itself."""
    if not app.testing:
        app.wsgi_app = Vangnet(app.wsgi_app)  # type: ignore[method-assign]
