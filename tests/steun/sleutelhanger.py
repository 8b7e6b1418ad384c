"""A device that makes passkeys, in software: what a browser would send on, to be right or tampered with."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

AANWEZIG, ONTGRENDELD, MET_SLEUTEL = 0x01, 0x04, 0x40


@dataclass
class Sleutelhanger:
    """One passkey in one device, for one address."""

    herkomst: str
    vlaggen: int = AANWEZIG | ONTGRENDELD
    teller: int = 0
    kenmerk: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    geheim: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    account: bytes = b""

    def maakt(self, opties: str, **anders: Any) -> str:
        """Answer a question to make a passkey; `anders` changes what the browser says of the question."""
        vraag = json.loads(opties)
        self.account = base64url_to_bytes(vraag["user"]["id"])
        gegevens = self._gegevens(vraag["rp"]["id"], self.vlaggen | MET_SLEUTEL) + self._sleuteldeel()
        voorwerp = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": gegevens})
        return self._bericht(
            {
                "clientDataJSON": self._vraagdeel("webauthn.create", vraag["challenge"], anders),
                "attestationObject": bytes_to_base64url(voorwerp),
                "transports": ["internal"],
            }
        )

    def bewijst(self, opties: str, **anders: Any) -> str:
        """Answer a question to prove who it belongs to."""
        vraag = json.loads(opties)
        self.teller += 1
        gegevens = self._gegevens(vraag["rpId"], self.vlaggen)
        vraagdeel = self._vraagdeel("webauthn.get", vraag["challenge"], anders)
        getekend = gegevens + hashlib.sha256(base64url_to_bytes(vraagdeel)).digest()
        return self._bericht(
            {
                "clientDataJSON": vraagdeel,
                "authenticatorData": bytes_to_base64url(gegevens),
                "signature": bytes_to_base64url(self.geheim.sign(getekend, ec.ECDSA(hashes.SHA256()))),
                "userHandle": bytes_to_base64url(self.account),
            }
        )

    def _gegevens(self, huis: str, vlaggen: int) -> bytes:
        return hashlib.sha256(huis.encode()).digest() + bytes([vlaggen]) + self.teller.to_bytes(4)

    def _sleuteldeel(self) -> bytes:
        punt = self.geheim.public_key().public_numbers()
        cose = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: punt.x.to_bytes(32), -3: punt.y.to_bytes(32)})
        return bytes(16) + len(self.kenmerk).to_bytes(2) + self.kenmerk + cose

    def _vraagdeel(self, soort: str, uitdaging: str, anders: dict[str, Any]) -> str:
        gezegd = {"type": soort, "challenge": uitdaging, "origin": self.herkomst, "crossOrigin": False}
        return bytes_to_base64url(json.dumps({**gezegd, **anders}).encode())

    def _bericht(self, antwoord: dict[str, Any]) -> str:
        kenmerk = bytes_to_base64url(self.kenmerk)
        return json.dumps(
            {
                "id": kenmerk,
                "rawId": kenmerk,
                "type": "public-key",
                "response": antwoord,
                "clientExtensionResults": {},
            }
        )
