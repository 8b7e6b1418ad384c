"""Watches pages for what a person would not see but should never happen."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page

# Chromium writes this for every answer of 400 and up; whether a 4xx is right is for the test to say.
GEWONE_WEIGERING = "Failed to load resource: the server responded with a status of 4"
# A newer request takes the place of one that is still out (hx-sync): htmx writes that down as if it failed.
VERVANGEN = ("htmx:sendAbort,", "htmx:afterRequest,")


class Waarnemer:
    """Collects what the console says went wrong: scripts, the Content-Security-Policy, missing files.

    Not by listening to every answer: a page has some twenty. The server itself says which failed.
    """

    def __init__(self) -> None:
        self.klachten: list[str] = []

    def let_op(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("console", self.bij_regel)
        page.on("pageerror", lambda fout: self.klachten.append(f"script error: {fout}"))

    def bij_regel(self, regel: ConsoleMessage) -> None:
        """Note errors on the console: a broken rule of the policy, a file that is not there."""
        if regel.type != "error" or regel.text.startswith(VERVANGEN):
            return
        adres = regel.location["url"]
        if "/static/" in adres or not regel.text.startswith(GEWONE_WEIGERING):
            self.klachten.append(f"console: {regel.text} ({adres})")
