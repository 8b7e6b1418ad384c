"""Addresses of static files, with a hash of their content so that they can be cached for long.

Our own files have the hash of all of them in their path: a script that imports `./omroep.js` gets the one
that belongs to it, and a browser asks for neither twice.
"""

import hashlib
import json
import re
from pathlib import Path

from flask import Flask, Response, abort, request, send_from_directory, url_for

HASH_LENGTE = 12
EIGEN = "eigen_bestand"
EINDPUNTEN = frozenset({"static", EIGEN})
"""The endpoints that serve files, for which nobody has to be known."""
GEHASHT = re.compile(r"onderdelen/[^/]+\.[0-9a-f]{12}\.\w+$")
SOORTEN = ("beeld", "css", "js")
"""The folders with files of our own; the front-end parts beside them carry a hash each."""


class Statisch:
    """Knows the content-hashed address of each static file."""

    def __init__(self, map_: Path, *, onthoud: bool) -> None:
        """Serve from `map_`; `onthoud` keeps the hashes for the life of the process."""
        self._map = map_
        self._onthoud = onthoud
        self._bekend: dict[str, str] = {}
        self._versie = ""

    def __call__(self, naam: str) -> str:
        """Return the URL of `css/thema.css` or of a front-end part, `onderdelen/htmx.min.js`."""
        if not naam.startswith("onderdelen/"):
            return url_for(EIGEN, versie=self.versie(), naam=naam)
        if not self._onthoud or naam not in self._bekend:
            self._bekend[naam] = self._onderdeel(naam)
        return self._bekend[naam]

    def versie(self) -> str:
        """Return the hash of all files of our own."""
        if not self._onthoud or not self._versie:
            self._versie = self._hash()
        return self._versie

    def is_blijvend(self) -> bool:
        """Whether the file that this request asks for never changes at this address."""
        waarden = request.view_args or {}
        if request.endpoint == EIGEN:
            return waarden.get("versie") == self.versie()
        return request.endpoint == "static" and GEHASHT.match(str(waarden.get("filename"))) is not None

    def geef(self, versie: str, naam: str) -> Response:  # noqa: ARG002 the version only makes the address new
        """Answer with a file of our own, as it is now; the front-end parts have an address of their own."""
        if naam.split("/", 1)[0] not in SOORTEN:
            abort(404)
        return send_from_directory(self._map, naam)

    def _onderdeel(self, naam: str) -> str:
        lijst = json.loads((self._map / "onderdelen" / "manifest.json").read_text("utf-8"))
        gehasht = lijst[naam.removeprefix("onderdelen/")]
        return url_for("static", filename=f"onderdelen/{gehasht}")

    def _hash(self) -> str:
        som = hashlib.sha256()
        for bestand in sorted(b for soort in SOORTEN for b in (self._map / soort).rglob("*") if b.is_file()):
            som.update(f"{bestand.relative_to(self._map)}\0".encode())
            som.update(hashlib.sha256(bestand.read_bytes()).digest())
        return som.hexdigest()[:HASH_LENGTE]


def registreer(app: Flask) -> None:
    """Serve our own files, and give templates `statisch(naam)`."""
    statisch = Statisch(Path(app.static_folder or ""), onthoud=not app.debug)
    app.extensions["statisch"] = statisch
    app.jinja_env.globals["statisch"] = statisch
    app.add_url_rule(
        f"/static/<string(length={HASH_LENGTE}):versie>/<path:naam>", EIGEN, view_func=statisch.geef
    )
