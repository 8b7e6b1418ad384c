"""A GET never writes, and answers every person with a page, not an error."""

import hashlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from werkzeug.test import TestResponse

from models import Basis, Gebruiker
from overleg.basis.database import alleen_lezen, db
from overleg.toegang.rechten import Recht
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.kanarie import KANARIE
from tests.steun.raster import maak_raster
from tests.steun.wegen import adres, wegen

MAG_ERBIJ = {"gebeurtenis", "zegel"}
LEZERS = {
    "voorzitter": "a_geagendeerd",
    "politie": "a_in_monitoring",
    "inbrenger": "a_concept",
    "gast_nu": "a_geagendeerd",
    "beheerder": "a_geagendeerd",
}


def _leesbaar(antwoord: TestResponse) -> str:
    """Return the text of an answer; of a Word file that of all its parts. A stream has no end."""
    if antwoord.is_streamed and antwoord.mimetype == "text/event-stream":
        return ""
    if not antwoord.data.startswith(b"PK"):
        return antwoord.get_data().decode(errors="replace")
    with ZipFile(BytesIO(antwoord.data)) as pak:
        return "".join(pak.read(naam).decode(errors="replace") for naam in pak.namelist())


def _stand(motor: Engine) -> dict[str, str]:
    """Return a hash of every table's rows."""
    stand = {}
    db.session.commit()
    with alleen_lezen(), motor.connect() as verbinding:
        for tabel in Basis.metadata.sorted_tables:
            if tabel.name not in MAG_ERBIJ:
                rijen = sorted(map(repr, verbinding.execute(select(tabel)).all()))
                stand[tabel.name] = hashlib.sha256("\n".join(rijen).encode()).hexdigest()
    return stand


@ALLEEN_SQLITE  # both databases refuse a write in a GET: tests/toegang/test_transactie.py
def test_get__schrijft_niets_en_geeft_geen_fout(
    app: Flask, fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    fabriek.sessie.expire_on_commit = False
    raster = maak_raster(fabriek)
    motor, fouten = db.engine, []
    for positie, situatie in LEZERS.items():
        client, voor = als(raster.wie[positie]), _stand(motor)
        for weg in wegen(app):
            if "GET" not in weg.methoden or weg.recht is Recht.IEDEREEN:
                continue
            antwoord = client.get(adres(app, weg, raster.bundels[situatie]))
            status = antwoord.status_code
            if KANARIE in _leesbaar(antwoord):
                fouten.append(f"{positie}: GET {weg} shows an address or a way of contact")
            if status >= 500 or status in {400, 405}:
                fouten.append(f"{positie}: GET {weg}: {status}")
        na = _stand(motor)
        fouten += [f"{positie}: a GET changed {naam}" for naam in na if na[naam] != voor[naam]]
    meld(fouten, "A GET reads. The logboek line of a look is written apart (noteer_blik).")
