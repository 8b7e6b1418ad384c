"""Watches pages for what a person would not see but should never happen."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Response

SERVERFOUT = 500
CLIENTFOUT = 400
# Chromium writes this for every 4xx; whether that answer is right is for the test to say.
GEWONE_WEIGERING = "Failed to load resource: the server responded with a status of 4"
# A newer request takes the place of one that is still out (hx-sync): htmx writes that down as if it failed.
VERVANGEN = ("htmx:sendAbort,", "htmx:afterRequest,")


class Waarnemer:
    """Collects errors on the console, violations of the Content-Security-Policy, and failed answers."""

    def __init__(self) -> None:
        self.klachten: list[str] = []

    def let_op(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("console", self.bij_regel)
        page.on("pageerror", lambda fout: self.klachten.append(f"script error: {fout}"))
        page.on("response", self.bij_antwoord)

    def bij_regel(self, regel: ConsoleMessage) -> None:
        """Note errors on the console; a broken rule of the policy is one of these."""
        if regel.type == "error" and not regel.text.startswith((GEWONE_WEIGERING, *VERVANGEN)):
            self.klachten.append(f"console: {regel.text}")

    def bij_antwoord(self, antwoord: Response) -> None:
        """Note answers of 500 and up, and files that are not there."""
        bestand = "/static/" in antwoord.url and antwoord.status >= CLIENTFOUT
        if antwoord.status >= SERVERFOUT or bestand:
            self.klachten.append(f"{antwoord.status} on {antwoord.url}")
