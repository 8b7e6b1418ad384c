"""Keys for one purpose each, made from the secret key."""

import hashlib
import hmac
from collections.abc import Iterable

from flask import Flask


def sleutel_voor(app: Flask, doel: str) -> bytes:
    """Return the key for `doel` (such as "logboek"); another purpose gives another key."""
    return _afgeleid(str(app.config["SECRET_KEY"]), doel)


def sleutels_voor(geheimen: Iterable[str], doel: str) -> list[bytes]:
    """Return the keys for `doel` that follow from several secret keys, in their order: newest first."""
    return [_afgeleid(geheim, doel) for geheim in geheimen]


def _afgeleid(geheim: str, doel: str) -> bytes:
    return hmac.new(geheim.encode(), doel.encode(), hashlib.sha256).digest()
