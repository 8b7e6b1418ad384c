"""A provider of OpenID Connect that runs in the tests: it signs what it is told to, right or wrong."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import make_server

from overleg.toegang.aanbieders import Aanbieder

CLIENT, GEHEIM = "actie-overleg", "geheim-van-de-client"


@dataclass
class NepAanbieder:
    """Who signs in there next, and what is wrong with the token it gives."""

    issuer: str = ""
    subject: str = "1234"
    anders: dict[str, Any] = field(default_factory=dict)
    """Claims in place of the right ones; None takes one away."""
    kop: dict[str, Any] = field(default_factory=dict)
    """Header of the token in place of the right one."""
    sleutel: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "een"}))
    tekent_met: RSAKey | None = None
    """Another key than the published one."""
    penning: str = ""
    """A whole token in place of one it makes."""
    terug_iss: str | None = None
    """`iss` beside the code; None: its own."""
    vragen: dict[str, dict[str, str]] = field(default_factory=dict)
    """Code → the question it answers. A code that was used is gone."""

    def claims(self, nonce: str) -> dict[str, Any]:
        """Return what a right token says, with what the test wants otherwise."""
        nu = int(time.time())
        goed = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.subject,
            "iat": nu,
            "exp": nu + 300,
            "nonce": nonce,
            "amr": ["pwd", "otp"],
            "acr": "substantieel",
        }
        return {naam: waarde for naam, waarde in (goed | self.anders).items() if waarde is not None}

    def maak_penning(self, nonce: str) -> str:
        """Return a signed token."""
        if self.penning:
            return self.penning
        kop = {"alg": "RS256", "kid": "een"} | self.kop
        return jwt.encode(kop, self.claims(nonce), self.tekent_met or self.sleutel)

    @property
    def sleutels(self) -> dict[str, Any]:
        """The published keys."""
        return dict(KeySet([self.sleutel]).as_dict(private=False))


def zonder_handtekening(claims: dict[str, Any]) -> str:
    """Return a token that nobody signed (`alg: none`)."""
    delen = (json.dumps({"alg": "none", "typ": "JWT"}), json.dumps(claims))
    return ".".join(_b64(deel.encode()) for deel in delen) + "."


def ondertekend_met(geheim: bytes, claims: dict[str, Any]) -> str:
    """Return a token with a signature of a shared secret (`alg: HS256`), whatever that secret is."""
    kop = json.dumps({"alg": "HS256", "kid": "een", "typ": "JWT"})
    begin = ".".join(_b64(deel.encode()) for deel in (kop, json.dumps(claims)))
    return f"{begin}.{_b64(hmac.digest(geheim, begin.encode(), 'sha256'))}"


def _b64(inhoud: bytes) -> str:
    return base64.urlsafe_b64encode(inhoud).rstrip(b"=").decode()


def _app(nep: NepAanbieder) -> Flask:
    app = Flask("aanbieder")

    @app.get("/.well-known/openid-configuration")
    def gegevens() -> ResponseReturnValue:
        return jsonify(
            issuer=nep.issuer,
            authorization_endpoint=f"{nep.issuer}/inloggen",
            token_endpoint=f"{nep.issuer}/penning",
            jwks_uri=f"{nep.issuer}/sleutels",
            authorization_response_iss_parameter_supported=True,
        )

    @app.get("/inloggen")
    def inloggen() -> ResponseReturnValue:
        code = secrets.token_urlsafe(16)
        nep.vragen[code] = request.args.to_dict()
        iss = nep.issuer if nep.terug_iss is None else nep.terug_iss
        vraag = request.args
        return redirect(f"{vraag['redirect_uri']}?code={code}&state={vraag['state']}&iss={iss}")

    @app.post("/penning")
    def penning() -> ResponseReturnValue:
        vraag = nep.vragen.pop(request.form.get("code", ""), None)
        afdruk = hashlib.sha256(request.form.get("code_verifier", "").encode()).digest()
        wie = request.authorization
        goed = (
            vraag is not None
            and vraag["code_challenge_method"] == "S256"
            and vraag["code_challenge"] == _b64(afdruk)
            and vraag["redirect_uri"] == request.form["redirect_uri"]
            and wie is not None
            and (wie.username, wie.password) == (CLIENT, GEHEIM)
        )
        if vraag is None or not goed:
            return jsonify(error="invalid_grant"), 400
        return jsonify(access_token="x", token_type="Bearer", id_token=nep.maak_penning(vraag["nonce"]))

    @app.get("/sleutels")
    def sleutels() -> ResponseReturnValue:
        return jsonify(nep.sleutels)

    return app


@contextmanager
def draait() -> Iterator[NepAanbieder]:
    """Serve a provider on this machine, for as long as the block lasts."""
    nep = NepAanbieder()
    server = make_server("127.0.0.1", 0, _app(nep), threaded=True)
    nep.issuer = f"http://127.0.0.1:{server.server_port}"
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield nep
    finally:
        server.shutdown()
        draad.join()


def als_aanbieder(nep: NepAanbieder, **anders: Any) -> Aanbieder:
    """Return the provider as our settings name it."""
    gewoon: dict[str, Any] = {
        "sleutel": "politie",
        "naam": "Politie",
        "issuer": nep.issuer,
        "client_id": CLIENT,
        "geheim": GEHEIM,
        "amr": ("otp",),
    }
    return Aanbieder(**(gewoon | anders))


def als_instelling(nep: NepAanbieder, map_: Path) -> str:
    """Write the file of `OVERLEG_OIDC` for this provider; return its path."""
    geheim = map_ / "geheim"
    geheim.write_text(GEHEIM)
    bestand = map_ / "oidc.json"
    bestand.write_text(
        json.dumps(
            [
                {
                    "sleutel": "politie",
                    "naam": "Politie",
                    "issuer": nep.issuer,
                    "client_id": CLIENT,
                    "client_secret_file": str(geheim),
                    "amr": ["otp"],
                }
            ]
        )
    )
    return str(bestand)
