"""The last net, outside Flask: when even the pages of errors cannot be reached, a calm page (ASVS 16.5.4)."""

import logging
import secrets
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

from overleg.basis.fouten import NOODBERICHT, NOODSCHIL
from overleg.basis.koppen import VAST
from overleg.basis.verzoeknummer import BYTES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("overleg.vangnet")
KOPPEN = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"), *VAST.items()]


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
            start_response("500 Internal Server Error", KOPPEN, sys.exc_info())
            return [NOODSCHIL.format(f"{NOODBERICHT}<p>Code: {code}</p>").encode()]


def registreer(app: Flask) -> None:
    """Stand around everything, the reading of a proxy's headers too; tests want to see the error itself."""
    if not app.testing:
        app.wsgi_app = Vangnet(app.wsgi_app)  # type: ignore[method-assign]
