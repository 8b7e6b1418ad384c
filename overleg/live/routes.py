"""The stream of an overleg, and the same answer for who cannot have one."""

import json
import time
from collections.abc import Iterator
from queue import Empty

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from models import Overleg
from overleg.basis.database import sessie
from overleg.live.omroep import Luisteraar, omroep
from overleg.live.stand import Kijker, Overlegstand
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.sessies import huidige_sleutel

HARTSLAG = 15.0
LANGSTE = 600.0
"""Seconds a stream lives; the browser opens the next one by itself."""
HOOGSTE = 2**31 - 1

blauwdruk = Blueprint("live", __name__)


def _na() -> int:
    """Return the last number that the screen saw; what is no number is none."""
    gezien = (request.args.get("na", 0, type=int), request.headers.get("Last-Event-ID", 0, type=int))
    return min(max(0, *gezien), HOOGSTE)


@blauwdruk.get("/overleggen/<uuid:overleg>/stroom")
@vereist(Recht.OVERLEG_ZIEN)
def stroom(overleg: Overleg) -> ResponseReturnValue:
    """Tell what changes, for as long as this asker may know; only numbers and names of parts."""
    omroep_ = omroep()
    luisteraar = Luisteraar(Kijker(huidige_vrager().id, huidige_sleutel()), overleg.id, _na())
    sessie().rollback()
    omroep_.open(luisteraar)
    antwoord = Response(_seinen(luisteraar), mimetype="text/event-stream")
    antwoord.headers["X-Accel-Buffering"] = "no"
    antwoord.call_on_close(lambda: omroep_.sluit(luisteraar))
    return antwoord


def _seinen(luisteraar: Luisteraar) -> Iterator[str]:
    """Wait in memory, without a connection to the database, and pass on what is told."""
    einde = time.monotonic() + LANGSTE
    yield ": begin\n\n"
    while (rest := einde - time.monotonic()) > 0:
        try:
            sein = luisteraar.wachtrij.get(timeout=min(rest, HARTSLAG))
        except Empty:
            yield "event: hartslag\ndata: {}\n\n"
            continue
        if sein is None:
            yield "event: einde\ndata: {}\n\n"
            return
        yield f"id: {sein.nummer}\ndata: {json.dumps({'nummer': sein.nummer, 'delen': sein.delen})}\n\n"


@blauwdruk.get("/overleggen/<uuid:overleg>/stand")
@vereist(Recht.OVERLEG_ZIEN)
def stand(overleg: Overleg) -> ResponseReturnValue:
    """Say once what changed since `na`: for a screen behind a proxy that breaks streams."""
    na = _na()
    sein = Overlegstand(sessie(), overleg, na).voor(huidige_vrager(), na)
    return jsonify(nummer=sein.nummer, delen=sein.delen)
