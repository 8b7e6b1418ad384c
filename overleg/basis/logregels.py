"""The log of the server: one line of JSON for each happening, about the request, never about its content.

No path, no query and no words of an error: these hold ids and what people typed. A line names the endpoint
and the number of the request, by which the logboek tells who asked for what (ASVS 16.2, 16.4.1).
"""

import json
import logging
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, Response, g, request
from flask.logging import default_handler

from overleg.basis.config import WORTEL
from overleg.basis.statisch import EINDPUNTEN
from overleg.basis.verzoeknummer import verzoeknummer

VERZOEKEN = "overleg.verzoek"
"""The name under which each request is logged."""
log = logging.getLogger(VERZOEKEN)
MEESTE_PLEKKEN = 12
"""Of an error, so many places in the code, the last ones."""


def _plek(frame: traceback.FrameSummary) -> str:
    pad = Path(frame.filename)
    naam = pad.relative_to(WORTEL) if pad.is_relative_to(WORTEL) else Path(*pad.parts[-2:])
    return f"{naam}:{frame.lineno} {frame.name}"


def _fout(fout: BaseException) -> dict[str, object]:
    """Return the kind of an error, what it came from, and where; its words may hold what somebody typed."""
    soorten: list[str] = []
    vorige: BaseException | None = fout
    while vorige is not None and len(soorten) < MEESTE_PLEKKEN:
        soorten.append(type(vorige).__name__)
        vorige = vorige.__cause__ or vorige.__context__
    plekken = traceback.extract_tb(fout.__traceback__)[-MEESTE_PLEKKEN:]
    return {"fout": soorten, "plek": [_plek(frame) for frame in plekken]}


class Regel(logging.Formatter):
    """Writes a happening as one line of JSON; a line end within it cannot split it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        regel: dict[str, object] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "bericht": record.getMessage(),
        }
        if nummer := verzoeknummer():
            regel["verzoek"] = nummer
        regel |= getattr(record, "verzoekregel", {})
        if record.exc_info and record.exc_info[1]:
            regel |= _fout(record.exc_info[1])
        return json.dumps(regel)


def _begin() -> None:
    g.begonnen = time.monotonic()


def _einde(antwoord: Response) -> Response:
    if request.endpoint in EINDPUNTEN:
        return antwoord
    regel = {
        "methode": request.method,
        "eindpunt": request.endpoint or "",
        "status": antwoord.status_code,
        "ms": round((time.monotonic() - g.get("begonnen", time.monotonic())) * 1000),
    }
    log.info("verzoek", extra={"verzoekregel": regel})
    return antwoord


def registreer(app: Flask) -> None:
    """Let every line of the log be of this kind, and write one for each request. Call first of all."""
    default_handler.setFormatter(Regel())
    app.before_request(_begin)
    app.after_request(_einde)
