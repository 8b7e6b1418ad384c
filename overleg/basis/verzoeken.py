"""What a request may look like: a form, and nothing else.

The form library reads JSON as a form too; that would be a second, unguarded way into every form.
"""

from flask import Flask, abort, request

from overleg.basis.database import LEZEND

FORMULIER = frozenset({"", "application/x-www-form-urlencoded", "multipart/form-data"})


def _alleen_formulieren() -> None:
    if request.method not in LEZEND and request.mimetype not in FORMULIER:
        abort(415)


def registreer(app: Flask) -> None:
    """Refuse every body that is no form. Call before anything that reads the body."""
    app.before_request(_alleen_formulieren)
