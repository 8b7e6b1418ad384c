"""A person at a screen: signs in, reads, fills in, presses. The stages' page objects stand on this.

Keep it small: no urls of stages and no words of one screen here.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

from docx import Document
from docx.document import Document as Word
from playwright.sync_api import Locator, Page, expect

from tests.reis.bediening import Bediening, Muis

Rol = Literal["button", "link"]


class Mens:
    """One signed-in person with a browser of their own."""

    def __init__(self, page: Page, bediening: Bediening | None = None) -> None:
        """Sit down at `page`; without `bediening` with a mouse."""
        self.page = page
        self.bediening = bediening or Muis()

    def logt_in(self, email: str, wachtwoord: str) -> None:
        """Sign in and arrive at the first page."""
        self.page.goto("/inloggen")
        self.vult_in("E-mailadres", email)
        self.vult_in("Wachtwoord", wachtwoord)
        self.drukt("Inloggen")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Vandaag")

    def gaat_naar(self, pad: str) -> None:
        """Open an address; a page that is refused fails the test."""
        antwoord = self.page.goto(pad)
        assert antwoord is not None
        assert antwoord.ok, f"{pad}: {antwoord.status}"

    def krijgt_niets_op(self, pad: str) -> None:
        """Open an address that does not exist for this person."""
        antwoord = self.page.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 404, f"{pad}: {antwoord.status}"

    def _waar(self, binnen: Locator | None) -> Locator | Page:
        return binnen if binnen is not None else self.page

    def vult_in(self, label: str, waarde: str, binnen: Locator | None = None) -> None:
        """Replace what is in the field with this label."""
        self.bediening.typ(self._veld(label, binnen), waarde)

    def kiest(self, label: str, optie: str, binnen: Locator | None = None) -> None:
        """Choose from a list, or from radio buttons under a legend with these words."""
        groep = self._waar(binnen).get_by_role("group", name=label)
        if groep.count():
            self.bediening.vink(groep.first.get_by_label(optie, exact=True))
        else:
            self.bediening.kies(self._veld(label, binnen), optie)

    def vinkt_aan(self, label: str, binnen: Locator | None = None) -> None:
        """Tick the box with this label."""
        self.bediening.vink(self._waar(binnen).get_by_label(label).first)

    def drukt(self, naam: str, binnen: Locator | None = None) -> None:
        """Press the button with these words, and wait until the page is there."""
        self.bediening.druk(self._waar(binnen).get_by_role("button", name=naam).first)
        self.page.wait_for_load_state()

    def volgt(self, naam: str, binnen: Locator | None = None) -> None:
        """Follow the link with these words."""
        self.bediening.druk(self._waar(binnen).get_by_role("link", name=naam).first)
        self.page.wait_for_load_state()

    def _veld(self, label: str, binnen: Locator | None) -> Locator:
        return self._waar(binnen).get_by_label(label).first

    def ziet(self, tekst: str) -> None:
        """Fail unless these words are on the page."""
        expect(self.page.locator("main")).to_contain_text(tekst)

    def ziet_niet(self, tekst: str) -> None:
        """Fail when these words are anywhere on the page, its title and attributes too."""
        assert tekst not in self.page.content(), f"{tekst!r} is on {self.page.url}"

    def haalt_word(self, pad: str) -> Word:
        """Download a Word file and open it."""
        antwoord = self.page.request.get(pad)
        assert antwoord.ok, f"{pad}: {antwoord.status}"
        return Document(io.BytesIO(antwoord.body()))

    def maakt_foto(self, bestand: Path) -> None:
        """Keep a picture of the page as it is."""
        self.page.screenshot(path=bestand, full_page=True)
