"""The own system of a partner: a program that shows a token, and holds every answer to the description."""

from __future__ import annotations

import json
import secrets
from datetime import timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]
from sqlalchemy import update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Gebruiker, Systeemkoppeling
from overleg.basis.klok import nu, vandaag
from overleg.toegang.links import LENGTE, afdruk
from overleg.toegang.systeemkoppelingen import MERK

WORTEL = "/api/v1"
Json = dict[str, Any]


def geef_token(sessie: Session, gebruiker: Gebruiker, naam: str = "Zaaksysteem", dagen: int = 30) -> str:
    """Let a system ask as somebody who signed in just now, without the page; return the token."""
    token = f"{MERK}{secrets.token_urlsafe(LENGTE)}"
    sessie.execute(update(Gebruiker).where(Gebruiker.id == gebruiker.id).values(laatst_ingelogd_op=nu()))
    sessie.add(
        Systeemkoppeling(
            gebruiker_id=gebruiker.id,
            naam=naam,
            afdruk=afdruk(token),
            geldig_tot=vandaag() + timedelta(days=dagen),
        )
    )
    sessie.commit()
    return token


class Systeem:
    """Asks with one token."""

    def __init__(self, app: Flask, token: str) -> None:
        self.client: FlaskClient = app.test_client()
        self.client.zonder_csrf = True  # type: ignore[attr-defined] # of the test visitor
        self.token = token

    def vraag(self, methode: str, pad: str, **meer: Any) -> TestResponse:
        """Send a request; the answer must be as described."""
        koppen = {"Authorization": f"Bearer {self.token}", **meer.pop("headers", {})}
        antwoord = self.client.open(f"{WORTEL}{pad}", method=methode, headers=koppen, **meer)
        eis_beschreven(self.client, methode, antwoord)
        return antwoord

    def lees(self, pad: str, **koppen: str) -> TestResponse:
        """Ask for something."""
        return self.vraag("GET", pad, headers={naam.replace("_", "-"): w for naam, w in koppen.items()})

    def meld(self, pad: str, inhoud: object, etag: str | None = None, **koppen: str) -> TestResponse:
        """Report; `inhoud` is made JSON, unless it is bytes."""
        alle = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        if etag is not None:
            alle["If-Match"] = etag
        soort = alle.pop("Content-Type", "application/json")
        rauw = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        return self.vraag("PATCH", pad, headers=alle, data=rauw, content_type=soort)


def opgelost(beschrijving: Json, deel: Json) -> Json:
    """Follow a reference, if it is one. Raises KeyError when it leads nowhere."""
    while "$ref" in deel:
        _hek, *stukken = deel["$ref"].split("/")
        deel = beschrijving
        for stuk in stukken:
            deel = deel[stuk]
    return deel


def keurder(beschrijving: Json, schema: Json) -> Any:  # noqa: ANN401 the library has no types
    """Return what holds a value against a schema of the description."""
    geheel = {**schema, "components": beschrijving["components"]}
    return Draft202012Validator(geheel, format_checker=FormatChecker())


def _weg(beschrijving: Json, pad: str) -> Json:
    delen = pad.removeprefix(WORTEL).strip("/").split("/")
    sleutel = "/" + "/".join(["{id}" if nr else deel for nr, deel in enumerate(delen)])
    gevonden: Json = beschrijving["paths"].get(sleutel, {})
    return gevonden


def eis_beschreven(client: FlaskClient, methode: str, antwoord: TestResponse) -> None:
    """Fail when an answer is not one that the description has: status, kind, headers and content."""
    beschrijving: Json = client.get(f"{WORTEL}/openapi.json").get_json()
    handeling = _weg(beschrijving, antwoord.request.path).get(methode.lower())
    assert antwoord.headers["API-Version"] == beschrijving["info"]["version"]
    assert "Set-Cookie" not in antwoord.headers
    if handeling is None or antwoord.status_code == 405:
        assert antwoord.mimetype == "application/problem+json", antwoord.status
        return
    deel = handeling["responses"].get(str(antwoord.status_code))
    assert deel is not None, f"{methode} {antwoord.request.path}: {antwoord.status} is not described"
    deel = opgelost(beschrijving, deel)
    kent = set(deel["headers"])
    assert {naam for naam in ("ETag", "Link") if naam in antwoord.headers} <= kent
    if "content" not in deel:
        assert antwoord.data == b""
        return
    (soort, inhoud), *_ = deel["content"].items()
    assert antwoord.mimetype == soort
    keurder(beschrijving, opgelost(beschrijving, inhoud["schema"])).validate(antwoord.get_json(force=True))
