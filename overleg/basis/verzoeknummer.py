"""The number of a request: the same in the logboek, in the log of errors and on the page of an error."""

import secrets

from flask import g, has_request_context

BYTES = 8
OM_TE_NOEMEN = 8
"""As much of it as a person can read aloud."""


def verzoeknummer() -> str:
    """Return the number of this request; empty outside of one, such as in the background."""
    if not has_request_context():
        return ""
    if "verzoeknummer" not in g:
        g.verzoeknummer = secrets.token_hex(BYTES)
    return str(g.verzoeknummer)


def foutcode() -> str:
    """Return the code on the page of an error: the beginning of the number, by which its lines are found."""
    return verzoeknummer()[:OM_TE_NOEMEN]
