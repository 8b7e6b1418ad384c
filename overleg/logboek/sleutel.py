"""The key of the chain: outside the database, so that who can change the rows cannot seal them again."""

import hashlib
import hmac

from flask import Flask

from overleg.basis.config import Config
from overleg.basis.sleutels import sleutel_voor

DOEL = "logboek"


def logboeksleutel(app: Flask) -> bytes:
    """Return the key: from OVERLEG_LOGBOEK_SLEUTEL, or else from the secret key.

    Both are derived the same way: whoever must change the secret key gives the old one as
    OVERLEG_LOGBOEK_SLEUTEL, and the chain goes on.
    """
    config: Config = app.extensions["overleg"]
    if config.logboek_sleutel:
        return hmac.new(config.logboek_sleutel.encode(), DOEL.encode(), hashlib.sha256).digest()
    return sleutel_voor(app, DOEL)
