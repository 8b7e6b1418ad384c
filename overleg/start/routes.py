"""Routes: the first page and /healthz."""

from flask import Blueprint, g, jsonify
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from sqlalchemy import text

from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.start import achtergrond  # noqa: F401 adds its task
from overleg.start.opvragen import vandaag_voor
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.sessies import huidige_sessie

blauwdruk = Blueprint("start", __name__)


@blauwdruk.get("/")
@vereist(Recht.EIGEN_ACCOUNT)
def start() -> ResponseReturnValue:
    """Show what the person who asks must do now."""
    return toon("start/start.html", blokken=vandaag_voor(sessie(), huidige_vrager()), dag=vandaag())


@blauwdruk.get("/healthz")
@vereist(Recht.IEDEREEN)
def gezond() -> ResponseReturnValue:
    """Say ok when the database answers; no details for outsiders."""
    sessie().execute(text("SELECT 1"))
    return {"status": "ok"}


@blauwdruk.get("/csrf-token")
@vereist(Recht.IEDEREEN)
def csrf_token() -> ResponseReturnValue:
    """Give a page that stayed open a new token after its session ended and its reader signed in again.

    Also says who is signed in now: a page never sends on what was typed under another name. `beeindigd`: the
    session was ended from here (account closed, password reset), not by time or by signing out. Who is signed
    out gets no token: a new cookie would break the sign-in form that is open in another tab.
    """
    vrager = g.vrager
    return jsonify(
        token=generate_csrf() if vrager else "",
        wie=str(vrager.id) if vrager else "",
        beeindigd=vrager is None and huidige_sessie().beeindigd,
    )
