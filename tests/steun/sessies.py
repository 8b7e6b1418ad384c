"""A visitor that is signed in, without the cost of signing in."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask
from flask.json.tag import TaggedJSONSerializer
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy.orm import Session

from models import Gebruiker
from models.waarden import Inlogmanier
from overleg.toegang import sessierijen
from overleg.toegang.sessies import csrf_van

STERK = (Inlogmanier.WACHTWOORD, Inlogmanier.TOTP)


def maak_sessie(
    sessie: Session, gebruiker: Gebruiker, manieren: Sequence[Inlogmanier] = STERK, kenmerk: str = ""
) -> str:
    """Make a session as signing in leaves it, and commit; return the value of its cookie."""
    sessie.flush()
    kenmerk = kenmerk or sessierijen.nieuw_kenmerk()
    gegevens = TaggedJSONSerializer().dumps({"_user_id": gebruiker.fs_uniquifier, "_fresh": True})
    sessierijen.begin(sessie, kenmerk, gegevens, gebruiker_id=gebruiker.id, manieren=manieren)
    sessie.commit()
    return kenmerk


def geef_koekje(client: FlaskClient, kenmerk: str) -> None:
    """Let a visitor hold the cookie of a session."""
    client.set_cookie(client.application.config["SESSION_COOKIE_NAME"], kenmerk)


def koekje_van(client: FlaskClient) -> str | None:
    """Return what the cookie of a visitor holds."""
    koekje = client.get_cookie(client.application.config["SESSION_COOKIE_NAME"])
    return koekje.value if koekje else None


def token_van(app: Flask, kenmerk: str) -> str:
    """Return the token against forged forms that the pages of this session carry."""
    teken = URLSafeTimedSerializer(str(app.secret_key), salt="wtf-csrf-token")
    return str(teken.dumps(csrf_van(kenmerk)))
