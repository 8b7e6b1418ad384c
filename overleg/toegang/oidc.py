"""OpenID Connect, as client: asking a provider who somebody is, and believing no more than was proved.

Authlib speaks the protocol (PKCE), joserfc reads the signed answer. What we check: the answer belongs to the
question of this session (state, nonce), comes from the issuer that was asked (also `iss` of RFC 9207), is for
us (aud, azp), is signed with a key of that issuer by an algorithm of our own list, is fresh, and says that a
second factor was used (acr, amr). ASVS 6.8, 9.1, 9.2, 10.1, 10.2.
"""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from overleg.toegang.aanbieders import Aanbieder
from overleg.toegang.inlogvraag import Inlogvraag

ALGORITMEN = ("RS256", "PS256", "ES256", "EdDSA")
"""Signatures that a provider makes with a key only it has; never `none`, never a shared secret (HS256)."""
GEDULD_S = 10
SPELING_S = 60
"""How far the clock of a provider may be off."""
OUDSTE_ANTWOORD_S = 300
SLEUTELLENGTE = 48


class NietHerkend(Exception):
    """The answer of a provider cannot be believed; the message is for the log, not for the screen."""


@dataclass(frozen=True)
class Oidcvraag(Inlogvraag):
    """What one question to a provider is recognised by."""

    PLEK = "oidc"

    aanbieder: str
    state: str
    nonce: str
    verifier: str
    begonnen: float
    koppelen: bool = False
    """The person is signed in already, and wants to sign in through this provider from now on."""
    verder: str = ""
    """Where to go afterwards: a path of ours, or nothing."""


@dataclass(frozen=True)
class Antwoord:
    """Who somebody is at a provider. A name or an e-mail address is not asked: it proves nothing."""

    issuer: str
    subject: str


def nieuwe_vraag(aanbieder: Aanbieder, *, koppelen: bool = False, verder: str = "") -> Oidcvraag:
    """Return a question that nobody can guess the answer to."""
    return Oidcvraag(
        aanbieder.sleutel,
        secrets.token_urlsafe(32),
        secrets.token_urlsafe(32),
        generate_token(SLEUTELLENGTE),
        time.time(),
        koppelen,
        verder,
    )


def gegevens(aanbieder: Aanbieder) -> Mapping[str, Any]:
    """Return what a provider publishes about itself. Raises NietHerkend when it is away, or names another."""
    gevonden = _haal(f"{aanbieder.issuer.rstrip('/')}/.well-known/openid-configuration")
    if gevonden.get("issuer") != aanbieder.issuer:
        raise NietHerkend("the provider names another issuer than was set")
    return gevonden


def _haal(adres: str) -> Mapping[str, Any]:
    try:
        antwoord = requests.get(adres, timeout=GEDULD_S, allow_redirects=False)
        antwoord.raise_for_status()
        gelezen = antwoord.json()
    except (requests.RequestException, ValueError) as fout:
        raise NietHerkend(f"the provider does not answer: {type(fout).__name__}") from fout
    if antwoord.status_code != requests.codes.ok or not isinstance(gelezen, dict):
        raise NietHerkend("the provider does not answer with an object")
    return gelezen


def adres_van(aanbieder: Aanbieder, vraag: Oidcvraag, terug: str) -> str:
    """Return where the person goes to sign in. Raises NietHerkend when the provider is away."""
    extra = {"nonce": vraag.nonce, "prompt": "login"}
    if aanbieder.acr:
        extra["acr_values"] = " ".join(aanbieder.acr)
    adres, _ = _client(aanbieder, terug).create_authorization_url(
        _adres(gegevens(aanbieder), "authorization_endpoint"),
        state=vraag.state,
        code_verifier=vraag.verifier,
        **extra,
    )
    return str(adres)


def _client(aanbieder: Aanbieder, terug: str) -> OAuth2Session:
    return OAuth2Session(
        aanbieder.client_id,
        aanbieder.geheim,
        scope="openid",
        redirect_uri=terug,
        code_challenge_method="S256",
        default_timeout=GEDULD_S,
    )


def _adres(gepubliceerd: Mapping[str, Any], naam: str) -> str:
    adres = gepubliceerd.get(naam)
    if not isinstance(adres, str) or not adres:
        raise NietHerkend(f"the provider publishes no {naam}")
    return adres


def lees_antwoord(
    aanbieder: Aanbieder, vraag: Oidcvraag, terug: str, *, code: str, state: str, iss: str | None
) -> Antwoord:
    """Return who the provider says this is. Raises NietHerkend when any check fails."""
    if not secrets.compare_digest(state.encode(), vraag.state.encode()):
        raise NietHerkend("the state is not that of this session")
    if time.time() - vraag.begonnen > OUDSTE_ANTWOORD_S:
        raise NietHerkend("the question is too old")
    gepubliceerd = gegevens(aanbieder)
    noemt_zich = iss or gepubliceerd.get("authorization_response_iss_parameter_supported")
    if noemt_zich and iss != aanbieder.issuer:
        raise NietHerkend("the answer comes from another issuer")
    penning = _wissel_in(aanbieder, vraag, terug, _adres(gepubliceerd, "token_endpoint"), code)
    sleutels = _haal(_adres(gepubliceerd, "jwks_uri"))
    return lees_penning(aanbieder, vraag.nonce, penning, sleutels)


def _wissel_in(aanbieder: Aanbieder, vraag: Oidcvraag, terug: str, adres: str, code: str) -> str:
    try:
        gekregen = _client(aanbieder, terug).fetch_token(adres, code=code, code_verifier=vraag.verifier)
    except (OAuthError, requests.RequestException, ValueError) as fout:
        raise NietHerkend(f"the code was not accepted: {type(fout).__name__}") from fout
    penning = gekregen.get("id_token")
    if not isinstance(penning, str):
        raise NietHerkend("the provider gave no id_token")
    return penning


def lees_penning(aanbieder: Aanbieder, nonce: str, penning: str, sleutels: Mapping[str, Any]) -> Antwoord:
    """Return who an id_token is about. Raises NietHerkend when it is not signed, meant, or fresh enough.

    The key is one that the issuer publishes, never one in the token (`jwk`, `jku`, `x5u` are not looked at).
    """
    try:
        gelezen = jwt.decode(penning, KeySet.import_key_set(sleutels), algorithms=ALGORITMEN)  # type: ignore[arg-type]
        _eisen(aanbieder, nonce).validate(gelezen.claims)
    except (JoseError, ValueError, TypeError, KeyError) as fout:
        raise NietHerkend(f"the id_token is not accepted: {type(fout).__name__}: {fout}") from fout
    _eis_voor_ons(aanbieder, gelezen.claims)
    _eis_tweede_factor(aanbieder, gelezen.claims)
    return Antwoord(aanbieder.issuer, str(gelezen.claims["sub"]))


def _eisen(aanbieder: Aanbieder, nonce: str) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        leeway=SPELING_S,
        iss={"essential": True, "value": aanbieder.issuer},
        aud={"essential": True, "value": aanbieder.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )


def _eis_voor_ons(aanbieder: Aanbieder, claims: Mapping[str, Any]) -> None:
    """Refuse a token that another client may use as well, and one that was made long ago."""
    aud = claims["aud"]
    voor = [aud] if isinstance(aud, str) else list(aud)
    if voor != [aanbieder.client_id] or claims.get("azp", aanbieder.client_id) != aanbieder.client_id:
        raise NietHerkend("the id_token is (also) for another client")
    if time.time() - float(claims["iat"]) > OUDSTE_ANTWOORD_S + SPELING_S:
        raise NietHerkend("the id_token was made long ago")


def _eis_tweede_factor(aanbieder: Aanbieder, claims: Mapping[str, Any]) -> None:
    """Refuse a sign-in that did not prove what the settings ask (ASVS 6.8.4)."""
    amr = claims.get("amr", [])
    gedaan = {amr} if isinstance(amr, str) else set(amr)
    if aanbieder.acr and claims.get("acr") not in aanbieder.acr:
        raise NietHerkend("the acr is not one of those asked")
    if not set(aanbieder.amr) <= gedaan:
        raise NietHerkend("the amr misses a way that was asked")
