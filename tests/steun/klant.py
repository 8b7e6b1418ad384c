"""A client over HTTP, for the server of production: signs in, sends forms as a page does, keeps trying."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from scripts.start import ADRES
from tests.steun.codes import code
from tests.steun.fabriek import WACHTWOORD

TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
GEDULD = 30.0
RUST = 0.1
GEEN_ANTWOORD = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class Antwoord:
    """What came back."""

    status: int
    koppen: Mapping[str, str]
    tekst: str


class Klant:
    """One person's browser: a connection, a session cookie, and the token of the last page."""

    def __init__(self, poort: int) -> None:
        self.poort = poort
        self.cookie = ""
        self.token = ""
        self.herhaald = 0
        """How often something was sent again because no good answer came."""
        self._lijn: http.client.HTTPConnection | None = None

    def meld_aan(self, email: str) -> Klant:
        """Sign in through the page."""
        self.get("/inloggen")
        antwoord = self.post("/inloggen", {"email": email, "password": WACHTWOORD}, htmx=False)
        assert antwoord.status == 302, antwoord.tekst[:500]
        self._vul_code_in()
        self.get("/")
        return self

    def _vul_code_in(self) -> None:
        """Fill in a code that was not used yet; the same person may have signed in a moment ago."""
        grens = time.monotonic() + GEDULD
        while time.monotonic() < grens:
            for verder in (0, 1):
                self.get("/inloggen/code")
                if self.post("/inloggen/code", {"code": code(verder)}, htmx=False).status == 302:
                    return
            time.sleep(1)
        raise AssertionError("no code was accepted")

    def get(self, pad: str) -> Antwoord:
        """Fetch a page; its token goes along with the next form."""
        antwoord = self._haal(pad)
        if gevonden := TOKEN.search(antwoord.tekst):
            self.token = gevonden[1]
        return antwoord

    def _haal(self, pad: str) -> Antwoord:
        """Ask again on a new line when the old one had been closed meanwhile, as a browser does."""
        try:
            return self._vraag("GET", pad, None, {})
        except GEEN_ANTWOORD:
            return self._vraag("GET", pad, None, {})

    def post(self, pad: str, gegevens: Mapping[str, object], *, htmx: bool = True) -> Antwoord:
        """Send a form once. Raises one of GEEN_ANTWOORD when nothing comes back."""
        koppen = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": self.token}
        if htmx:
            koppen["HX-Request"] = "true"
        return self._vraag("POST", pad, urlencode(gegevens, doseq=True).encode(), koppen)

    def stuur(self, pad: str, gegevens: Mapping[str, object], *, htmx: bool = True) -> Antwoord:
        """Send a form, the very same again as long as there is no answer or only that of a broken server."""
        while True:
            try:
                antwoord = self.post(pad, gegevens, htmx=htmx)
            except GEEN_ANTWOORD:
                pass
            else:
                if antwoord.status < 500:
                    return antwoord
                assert antwoord.status in {502, 503}, antwoord.tekst[:500]
            self.herhaald += 1
            time.sleep(RUST)

    def _vraag(self, methode: str, pad: str, inhoud: bytes | None, koppen: dict[str, str]) -> Antwoord:
        if self._lijn is None:
            self._lijn = http.client.HTTPConnection(ADRES, self.poort, timeout=GEDULD)
        if self.cookie:
            koppen["Cookie"] = self.cookie
        try:
            self._lijn.request(methode, pad, inhoud, koppen)
            antwoord = self._lijn.getresponse()
            tekst = antwoord.read().decode("utf-8", "replace")
        except GEEN_ANTWOORD:
            self.dicht()
            raise
        for waarde in antwoord.headers.get_all("Set-Cookie") or []:
            self.cookie = waarde.split(";", 1)[0]
        return Antwoord(antwoord.status, dict(antwoord.headers.items()), tekst)

    def dicht(self) -> None:
        """Let go of the connection."""
        if self._lijn is not None:
            self._lijn.close()
            self._lijn = None
