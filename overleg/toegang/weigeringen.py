"""Writing down what was refused: every 403 and 404 that somebody who signed in gets (ASVS 16.3.2).

In one place, after the answer is made: also a refusal by a handeling deep inside leaves its line. The line
says what was asked for, never what is in it. What does not exist is told apart from what may not be seen,
in the logboek only: the answer is the same.
"""

import uuid

from flask import Flask, Response, current_app, g, request

from models import Basis
from overleg.basis.database import schrijvend_apart, sessie
from overleg.basis.fouten import ONBEREIKBAAR
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager

GEWEIGERD = frozenset({403, 404})


def gevraagd(model: type[Basis], naam: str, sleutel: uuid.UUID) -> None:
    """Remember which object this request is about, should it be refused."""
    g.gevraagd = (model, naam, sleutel)


def schrijf_weigering(vrager: Vrager) -> None:
    """Write the line apart, after letting go of the request's own transaction (its write lock)."""
    model, naam, sleutel = g.get("gevraagd", (None, "", None))
    sessie().rollback()
    try:
        with schrijvend_apart() as eigen:
            ding = eigen.get(model, sleutel) if model is not None else None
            schrijf(
                eigen,
                vrager,
                Soort.TOEGANG_GEWEIGERD,
                ding,
                object_soort=naam,
                object_id=sleutel,
                uitkomst="onbekend" if sleutel is not None and ding is None else "geweigerd",
                eindpunt=request.endpoint or "",
            )
    except ONBEREIKBAAR:
        current_app.logger.warning(
            "weigering niet in het logboek: de database is bezet (%s)", request.endpoint
        )


def _na_het_antwoord(antwoord: Response) -> Response:
    vrager = g.get("vrager")
    if antwoord.status_code in GEWEIGERD and request.endpoint is not None and isinstance(vrager, Vrager):
        schrijf_weigering(vrager)
    return antwoord


def registreer(app: Flask) -> None:
    """Look at every answer."""
    app.after_request(_na_het_antwoord)
