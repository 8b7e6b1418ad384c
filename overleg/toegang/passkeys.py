"""Passkeys (WebAuthn): a key in somebody's device, which that device uses only for whoever unlocks it.

It counts as both steps at once: it never leaves the device, and the device must have asked for a finger, a
face or its own code (user verification, always required). What we check of an answer: it belongs to the
question of this session and that question is asked once, it was made on our own address, it names an account
of ours by its own number, and the key that we know signed it. ASVS 6.3.3, 6.5, 6.7; decision 029.
"""

import ipaddress
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import webauthn
from flask import current_app
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers import parse_authentication_credential_json as lees_bewijs
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from models import Gebruiker, Passkey
from overleg.toegang.inlogvraag import Inlogvraag

NAAM = "Actie-overleg"
LENGTE = 32
"""Bytes of chance in a question."""
TIJD_S = 300
"""How long a question can be answered; the browser is told the same."""
LANGSTE_ANTWOORD = 20_000
VERPLICHT = UserVerificationRequirement.REQUIRED
MISLUKKINGEN = (WebAuthnException, ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What the library raises on an answer that is not what it should be."""


class NietBewezen(Exception):
    """The answer of a device cannot be believed; the message is for the log, not for the screen."""


class Gekopieerd(NietBewezen):
    """The answer is right, but its counter is behind: there are two of this passkey."""


@dataclass(frozen=True)
class Passkeyvraag(Inlogvraag):
    """One question to a device."""

    PLEK = "passkey"

    doel: str
    """`maken` or `inloggen`: an answer to the one is none to the other."""
    uitdaging: str
    begonnen: float
    naam: str = ""
    """What the new passkey will be called."""
    verder: str = ""
    """Where to go after signing in: a path of ours, or nothing."""


@dataclass(frozen=True)
class Gemaakt:
    """What a device proved when it made a passkey."""

    kenmerk: str
    sleutel: str
    teller: int


def adres() -> str:
    """Return the address that browsers must be at: a passkey works on no other."""
    return str(current_app.extensions["overleg"].basis_url)


def huis() -> str:
    """Return the name of the host that a passkey belongs to."""
    return urlsplit(adres()).hostname or ""


def mogelijk() -> bool:
    """Whether passkeys can work here: on a host with a name, over https or on this very machine."""
    try:
        ipaddress.ip_address(huis())
    except ValueError:
        return bool(huis()) and (adres().startswith("https://") or huis() == "localhost")
    return False


def nieuwe_vraag(doel: str, *, naam: str = "", verder: str = "") -> Passkeyvraag:
    """Return a question that nobody can have the answer to yet."""
    return Passkeyvraag(doel, secrets.token_urlsafe(LENGTE), time.time(), naam, verder)


def om_te_maken(vraag: Passkeyvraag, gebruiker: Gebruiker, bestaande: Iterable[Passkey]) -> str:
    """Return what the browser needs to let a device make a passkey, as JSON. Names of people stay out."""
    opties = webauthn.generate_registration_options(
        rp_id=huis(),
        rp_name=NAAM,
        user_id=gebruiker.id.bytes,
        user_name=gebruiker.email,
        user_display_name=gebruiker.naam,
        challenge=vraag.uitdaging.encode(),
        timeout=TIJD_S * 1000,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=VERPLICHT
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(rij.kenmerk)) for rij in bestaande
        ],
    )
    return webauthn.options_to_json(opties)


def om_in_te_loggen(vraag: Passkeyvraag) -> str:
    """Return what the browser needs to let a device prove who it belongs to, as JSON, without a name."""
    opties = webauthn.generate_authentication_options(
        rp_id=huis(),
        challenge=vraag.uitdaging.encode(),
        timeout=TIJD_S * 1000,
        user_verification=VERPLICHT,
    )
    return webauthn.options_to_json(opties)


def lees_gemaakt(vraag: Passkeyvraag | None, antwoord: str) -> Gemaakt:
    """Return the passkey that a device made. Raises NietBewezen when anything about it is not right."""
    eerst = _eis_vraag(vraag, "maken", antwoord)
    try:
        gelezen = webauthn.verify_registration_response(
            credential=antwoord,
            expected_challenge=eerst.uitdaging.encode(),
            expected_rp_id=huis(),
            expected_origin=adres(),
            require_user_verification=True,
        )
    except MISLUKKINGEN as fout:
        raise NietBewezen(type(fout).__name__) from fout
    return Gemaakt(
        bytes_to_base64url(gelezen.credential_id),
        bytes_to_base64url(gelezen.credential_public_key),
        gelezen.sign_count,
    )


def kenmerk_in(antwoord: str) -> str:
    """Return which passkey an answer says it is of: to look it up, nothing is believed yet."""
    if len(antwoord) > LANGSTE_ANTWOORD:
        raise NietBewezen("the answer is too long")
    try:
        return bytes_to_base64url(lees_bewijs(antwoord).raw_id)
    except MISLUKKINGEN as fout:
        raise NietBewezen(type(fout).__name__) from fout


def eis_bewijs(vraag: Passkeyvraag | None, antwoord: str, rij: Passkey) -> int:
    """Return how often the passkey says it was used.

    Raises NietBewezen when this is not its owner, and Gekopieerd when it was used elsewhere meanwhile
    (WebAuthn §6.1.1; a passkey that does not count says 0 for ever).
    """
    eerst = _eis_vraag(vraag, "inloggen", antwoord)
    try:
        if lees_bewijs(antwoord).response.user_handle != rij.gebruiker_id.bytes:
            raise NietBewezen("the answer names another account than its passkey")
        gelezen = webauthn.verify_authentication_response(
            credential=antwoord,
            expected_challenge=eerst.uitdaging.encode(),
            expected_rp_id=huis(),
            expected_origin=adres(),
            credential_public_key=base64url_to_bytes(rij.sleutel),
            credential_current_sign_count=0,  # compared below: first of all it must be signed
            require_user_verification=True,
        )
    except MISLUKKINGEN as fout:
        raise NietBewezen(type(fout).__name__) from fout
    teller = int(gelezen.new_sign_count)
    if max(teller, rij.teller) > 0 and teller <= rij.teller:
        raise Gekopieerd("the counter is behind")
    return teller


def _eis_vraag(vraag: Passkeyvraag | None, doel: str, antwoord: str) -> Passkeyvraag:
    if vraag is None or vraag.doel != doel:
        raise NietBewezen("no such question was asked in this session")
    if time.time() - vraag.begonnen > TIJD_S:
        raise NietBewezen("the question was asked too long ago")
    if len(antwoord) > LANGSTE_ANTWOORD:
        raise NietBewezen("the answer is too long")
    return vraag
