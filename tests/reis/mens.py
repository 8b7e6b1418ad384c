"""A person at a screen: signs in, reads, fills in, presses. The stages' page objects stand on this.

Keep it small: no urls of stages and no words of one screen here.
"""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from docx import Document
from docx.document import Document as Word
from playwright.sync_api import Locator, Page, expect

from tests.reis.bediening import Bediening, Muis

Rol = Literal["button", "link"]


def woorden(tekst: str) -> re.Pattern[str]:
    """Match a label or legend with exactly these words; whether it is needed, behind it, does not count."""
    return re.compile(rf"^\s*{re.escape(tekst)}\s*(\((?:niet verplicht|nodig (?:voor|als) [^)]*)\))?\s*$")


def dag(waarde: date) -> str:
    """Return a date as people write it."""
    return f"{waarde:%d-%m-%Y}"


class Mens:
    """One signed-in person with a browser of their own."""

    def __init__(self, page: Page, bediening: Bediening | None = None) -> None:
        """Sit down at `page`; without `bediening` with a mouse."""
        self.page = page
        self.bediening = bediening or Muis()

    def logt_in(self, email: str, wachtwoord: str) -> None:
        """Sign in with a demo account, whose code the page shows, and arrive at the first page."""
        self.vult_wachtwoord_in(email, wachtwoord)
        self.vult_in("Code", self.page.locator("[data-demo-code]").inner_text())
        self.drukt("Inloggen")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Vandaag")

    def vult_wachtwoord_in(self, email: str, wachtwoord: str) -> None:
        """Take the first step of signing in, and arrive at the page that asks for the code."""
        self.page.goto("/inloggen")
        self.vult_in("E-mailadres", email)
        self.vult_in("Wachtwoord", wachtwoord)
        self.drukt("Inloggen")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Vul uw code in")

    @property
    def adres(self) -> str:
        """The path of the page that is open."""
        return urlsplit(self.page.url).path

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
        gevonden = self.groep(label, binnen).or_(self._veld(label, binnen)).first
        if gevonden.evaluate("e => e.matches('fieldset, [role=group]')"):
            self.bediening.vink(gevonden.get_by_label(optie, exact=True))
        else:
            self.bediening.kies(gevonden, optie)

    def kiest_die_begint_met(self, label: str, begin: str, binnen: Locator | None = None) -> None:
        """Choose from a list the option that begins with these words: a person, with what comes behind."""
        opties = self._veld(label, binnen).locator("option")
        optie = opties.filter(has_text=re.compile(rf"^\s*{re.escape(begin)}")).first
        self.kiest(label, optie.inner_text().strip(), binnen)  # waits until the list is there

    def vinkt_aan(self, label: str, binnen: Locator | None = None, *, aan: bool = True) -> None:
        """Tick the box with this label, or untick it."""
        self.bediening.vink(self._veld(label, binnen), aan=aan)

    def groep(self, titel: str, binnen: Locator | None = None) -> Locator:
        """Return the group of fields with this title."""
        return self._waar(binnen).get_by_role("group", name=woorden(titel))

    def deel(self, titel: str) -> Locator:
        """Return the part of the page under the heading with these words."""
        return self.page.get_by_role("region", name=titel, exact=True)

    def klapt_open(self, titel: str, binnen: Locator | None = None) -> Locator:
        """Open what is behind these words, unless it is open; return it. A link, without JavaScript."""
        link = self._waar(binnen).get_by_role("link", name=titel, exact=True)
        if link.first.is_visible():
            self.volgt(titel, binnen)
        vak = (
            self._waar(binnen)
            .locator("details")
            .filter(has=self.page.locator("summary", has_text=woorden(titel)))
        )
        if vak.first.get_attribute("open") is None:
            self.bediening.druk(vak.first.locator("summary"))
        expect(vak.first).to_have_attribute("open", "")
        return vak.first

    def drukt(self, naam: str, binnen: Locator | None = None) -> None:
        """Press the button that begins with these words, and wait until the page is there."""
        knoppen = self._waar(binnen).get_by_role("button", name=re.compile(rf"^{re.escape(naam)}"))
        self.bediening.druk(knoppen.first)
        self.page.wait_for_load_state()
        expect(self.page.locator(".htmx-request")).to_have_count(0)  # what it answers with is in its place

    def bevestigt(self) -> None:
        """Answer yes to the question a button asks first; without JavaScript no question is asked."""
        venster = self.page.get_by_role("dialog")
        if venster.is_visible():
            self.drukt("Ja, doorgaan", venster)

    def volgt(self, naam: str, binnen: Locator | None = None) -> None:
        """Follow the link that begins with these words."""
        links = self._waar(binnen).get_by_role("link", name=re.compile(rf"^{re.escape(naam)}"))
        self.bediening.druk(links.first)
        self.page.wait_for_load_state()

    def kiest_in_menu(self, naam: str) -> None:
        """Go to a page by the main menu."""
        self.volgt(naam, self.page.get_by_role("navigation", name="Hoofdmenu"))

    def leest_kop(self, tekst: str) -> None:
        """Fail unless the page that opens has these words in its title on the screen."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(tekst)

    def _veld(self, label: str, binnen: Locator | None) -> Locator:
        return self._waar(binnen).get_by_label(woorden(label)).first

    def ziet(self, tekst: str) -> None:
        """Fail unless these words are on the page."""
        expect(self.page.locator("main")).to_contain_text(tekst)

    def leest_melding(self, tekst: str) -> None:
        """Fail unless the page says at the top that this was done."""
        expect(self.page.locator("#meldingen")).to_contain_text(tekst)

    def ziet_niet(self, tekst: str) -> None:
        """Fail when these words are anywhere on the page, its title and attributes too."""
        self.page.wait_for_load_state()  # a page that is being replaced holds nothing at all
        assert tekst not in self.page.content(), f"{tekst!r} is on {self.page.url}"

    def haalt_word(self, pad: str) -> Word:
        """Download a Word file and open it."""
        antwoord = self.page.request.get(pad)
        assert antwoord.ok, f"{pad}: {antwoord.status}"
        return Document(io.BytesIO(antwoord.body()))

    def maakt_foto(self, bestand: Path) -> None:
        """Keep a picture of the page as it is."""
        self.page.screenshot(path=bestand, full_page=True)
