"""What a request may look like: a form of our own pages, asked for whole.

The form library reads JSON as a form too; that would be a second, unguarded way into every form.
"""

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request

from overleg.basis.database import LEZEND
from overleg.basis.programmas import is_koppelvlak

FORMULIER = frozenset({"", "application/x-www-form-urlencoded", "multipart/form-data"})
VAN_ONS = frozenset({"same-origin", "none"})
"""`none`: the person did it, without a page; a page of another site cannot say so."""


def _alleen_formulieren() -> None:
    """Refuse what is no form; what a program sends is judged by the route, that reads no form."""
    if is_koppelvlak():
        return
    if request.method not in LEZEND and request.mimetype not in FORMULIER:
        abort(415)


def _is_van_ons() -> bool:
    """Whether the browser says that a page of ours sent this; an old browser says nothing, and has the token.

    The address that people use counts beside the one we hear: a proxy may call us by another name.
    """
    waarvandaan = request.headers.get("Sec-Fetch-Site")
    if waarvandaan is not None:
        return waarvandaan in VAN_ONS
    herkomst = request.headers.get("Origin")
    if herkomst is None:
        return True
    try:
        gastheer = urlsplit(herkomst).netloc
    except ValueError:
        return False
    return gastheer in {request.host, urlsplit(current_app.extensions["overleg"].basis_url).netloc}


def _alleen_van_ons() -> None:
    """Refuse a form that another site sent, whatever token it carries (ASVS 3.5.1)."""
    if request.method not in LEZEND and not _is_van_ons():
        abort(400)


def _geheel() -> None:
    """Answer with whole files only: a piece that is not there would be an error without a page."""
    request.environ.pop("HTTP_RANGE", None)


def registreer(app: Flask) -> None:
    """Refuse every body that is no form of ours. Call before anything that reads the body."""
    app.before_request(_alleen_formulieren)
    app.before_request(_alleen_van_ons)
    app.before_request(_geheel)
