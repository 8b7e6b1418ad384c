"""Codes of the second factor, as an app would show them."""

from __future__ import annotations

import re
import time
from typing import Any

from flask.testing import FlaskClient
from passlib.totp import TOTP
from sqlalchemy import update
from werkzeug.test import TestResponse

from models import Gebruiker
from overleg.basis.database import db
from overleg.toegang.afremmen import VAN_ADRES
from overleg.toegang.tweedefactor import STAP

TOTP_GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""What the codes of accounts made by `Fabriek` come from."""
WACHTWOORD = "een-lang-wachtwoord-voor-de-test"


def code(verder: int = 0, geheim: str = TOTP_GEHEIM) -> str:
    """Return the code of this moment, or of the step that is `verder` on."""
    return str(TOTP(key=geheim.replace("-", "").replace(" ", "")).generate(time.time() + verder * STAP).token)


def log_in(client: FlaskClient, wie: Gebruiker, wachtwoord: str = WACHTWOORD, **rest: Any) -> TestResponse:
    """Sign in through both pages, as if half a minute went by since the last code; return the last answer.

    `rest` goes along with each request.
    """
    gegevens = {"email": wie.email, "password": wachtwoord}
    antwoord = client.post("/inloggen", data=gegevens, **rest)
    assert antwoord.status_code == 302, antwoord.text
    db.session.execute(update(Gebruiker).values(laatste_code=None))
    db.session.commit()
    return client.post("/inloggen/code", data={"code": code()}, **rest)


SLEUTEL = re.compile(r"data-totp-sleutel>([A-Z2-7 -]+)<")


def stel_in(client: FlaskClient) -> None:
    """Set up a second factor, for a visitor who gave the password."""
    blad = client.post("/inloggen/tweede-stap", data={"setup": "authenticator"}).text
    assert (
        client.post("/inloggen/code", data={"code": code(geheim=SLEUTEL.findall(blad)[0])}).status_code == 302
    )


def put_uit(client: FlaskClient, pad: str) -> None:
    """Answer a question that nobody asked, until that is too often."""
    gezien = [client.post(pad).status_code for _ in range(VAN_ADRES.vrij + 2)]
    assert gezien[: VAN_ADRES.vrij] == [422] * VAN_ADRES.vrij
    assert gezien[-1] == 429
