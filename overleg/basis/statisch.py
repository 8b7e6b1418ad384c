"""Addresses of static files, with a hash of their content so that they can be cached for long."""

import hashlib
import json
from pathlib import Path

from flask import Flask, url_for

HASH_LENGTE = 12


class Statisch:
    """Knows the content-hashed address of each static file."""

    def __init__(self, map_: Path, *, onthoud: bool) -> None:
        """Serve from `map_`; `onthoud` keeps the hashes for the life of the process."""
        self._map = map_
        self._onthoud = onthoud
        self._bekend: dict[str, str] = {}

    def __call__(self, naam: str) -> str:
        """Return the URL of `css/thema.css` or of a front-end part, `onderdelen/htmx.min.js`."""
        if self._onthoud and naam in self._bekend:
            return self._bekend[naam]
        adres = self._onderdeel(naam) if naam.startswith("onderdelen/") else self._eigen(naam)
        self._bekend[naam] = adres
        return adres

    def _onderdeel(self, naam: str) -> str:
        lijst = json.loads((self._map / "onderdelen" / "manifest.json").read_text("utf-8"))
        gehasht = lijst[naam.removeprefix("onderdelen/")]
        return url_for("static", filename=f"onderdelen/{gehasht}")

    def _eigen(self, naam: str) -> str:
        inhoud = (self._map / naam).read_bytes()
        return url_for("static", filename=naam, v=hashlib.sha256(inhoud).hexdigest()[:HASH_LENGTE])


def registreer(app: Flask) -> None:
    """Give templates `statisch(naam)`."""
    app.jinja_env.globals["statisch"] = Statisch(Path(app.static_folder or ""), onthoud=not app.debug)
