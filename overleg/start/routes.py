"""Routes: the first page and /healthz."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.start.opvragen import vandaag_voor
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

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
