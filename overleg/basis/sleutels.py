"""Keys for one purpose each, made from the secret key."""

import hashlib
import hmac

from flask import Flask


def sleutel_voor(app: Flask, doel: str) -> bytes:
    """Return the key for `doel` (such as "logboek"); another purpose gives another key."""
    geheim = str(app.config["SECRET_KEY"]).encode()
    return hmac.new(geheim, doel.encode(), hashlib.sha256).digest()
