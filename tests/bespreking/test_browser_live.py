"""Two people in one meeting: what the one enters the other sees, and nothing goes from under one's hands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.reis.mens import Mens
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie
from tests.steun.waarnemer import Waarnemer

FEITEN = "#stap-1 form[data-tekstveld]"


class Tafelgenoot(Mens):
    """Someone with the meeting open."""

    def veld(self, kiezer: str = FEITEN) -> Locator:
        """Return the first text of a part of the page."""
        return self.page.locator(kiezer).first

    def typt(self, tekst: str) -> None:
        """Type letter by letter at the end of the text, and stay in the field."""
        vak = self.veld().locator("textarea")
        vak.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(tekst, delay=5)

    def leest(self, tekst: str) -> None:
        """See this text in the field, without doing anything for it."""
        expect(self.veld().locator("textarea")).to_have_value(tekst)


@pytest.fixture
def aan_tafel(nieuwe_sessie: NieuweSessie, accounts: list[Account]) -> tuple[Tafelgenoot, Tafelgenoot]:
    """Return the voorzitter with a casus that is on, and someone of the police with the same page."""
    voorzitter, agent = (_meld_aan(nieuwe_sessie(), accounts, wie) for wie in ("voorzitter", "politie"))
    page = voorzitter.page
    voorzitter.gaat_naar("/overleggen")
    links = page.locator("main a[href^='/overleggen/']").evaluate_all(
        "a => a.map(x => x.getAttribute('href'))"
    )
    for adres in dict.fromkeys(a for a in links if re.fullmatch(r"/overleggen/[0-9a-f-]{36}", a)):
        page.goto(f"{adres}/bespreking")
        if page.get_by_role("button", name="Start het overleg").count():
            page.get_by_role("button", name="Start het overleg").click()
            agent.gaat_naar(f"{adres}/bespreking")
            break
    page.locator("#punten li:has(a[href*='/bespreking/'])").get_by_role("button").first.click()
    expect(page.get_by_text("Aan de beurt")).to_be_visible()
    return voorzitter, agent


def _meld_aan(page: Page, accounts: list[Account], wie: str) -> Tafelgenoot:
    account = next(a for a in accounts if a.email == f"{wie}@demo.voorbeeld.nl")
    mens = Tafelgenoot(page)
    mens.logt_in(account.email, account.wachtwoord)
    return mens


def test_live__wat_de_een_invoert_ziet_de_ander(aan_tafel: tuple[Tafelgenoot, Tafelgenoot]) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    voorzitter.typt("Drie meldingen in een jaar.")
    expect(voorzitter.veld()).to_contain_text("Opgeslagen om")
    agent.leest("Drie meldingen in een jaar.")
    agent.page.get_by_role("link", name="Afspraak toevoegen").click()
    agent.vult_in("Wat gebeurt er?", "Rijdt elke avond langs.")
    voorzitter.typt(" En twee aangiften.")
    expect(voorzitter.veld()).to_contain_text("Opgeslagen om")
    agent.leest("Drie meldingen in een jaar. En twee aangiften.")
    expect(agent.page.get_by_label("Wat gebeurt er?")).to_have_value("Rijdt elke avond langs.")


def test_live__wie_typt__houdt_eigen_tekst_en_plek(aan_tafel: tuple[Tafelgenoot, Tafelgenoot]) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    agent.veld().locator("textarea").focus()
    voorzitter.typt("Van de voorzitter.")
    expect(agent.veld()).to_contain_text("U ziet het zodra u het veld verlaat")
    agent.leest("")
    agent.veld().locator("textarea").blur()
    agent.leest("Van de voorzitter.")
    agent.typt(" Van de agent.")
    voorzitter.veld("#stap-2 form[data-tekstveld]").locator("textarea").focus()
    voorzitter.leest("Van de voorzitter. Van de agent.")


def test_live__twee_schrijven_in_een_veld__beide_blijven(
    aan_tafel: tuple[Tafelgenoot, Tafelgenoot],
) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    voorzitter.typt("Er is een melding. Het kind sliep.")
    agent.leest("Er is een melding. Het kind sliep.")
    agent.veld().locator("textarea").fill("Er is een melding. Het kind was wakker.")
    voorzitter.veld().locator("textarea").fill("Er zijn drie meldingen. Het kind sliep.")
    for mens in aan_tafel:
        mens.veld().locator("textarea").blur()
    for mens in aan_tafel:
        mens.leest("Er zijn drie meldingen. Het kind was wakker.")
        expect(mens.veld()).not_to_contain_text("Niet opgeslagen")


def test_live__verbinding_weg__zegt_het_en_stuurt_alles_na(
    aan_tafel: tuple[Tafelgenoot, Tafelgenoot], waarnemer: Waarnemer
) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    balk = agent.page.locator("#verbinding")
    agent.page.context.set_offline(True)
    expect(balk).to_contain_text("Geen verbinding", timeout=3000)
    agent.typt("Zonder verbinding getypt.")
    expect(balk).to_contain_text("1 veld is nog niet opgeslagen")
    expect(balk.get_by_role("button", name="Kopieer mijn tekst")).to_be_visible()
    agent.page.context.set_offline(False)
    expect(balk).to_be_hidden()
    expect(agent.veld()).to_contain_text("Opgeslagen om")
    voorzitter.leest("Zonder verbinding getypt.")
    verwacht = ("ERR_INTERNET_DISCONNECTED", "htmx:sendError")
    waarnemer.klachten = [k for k in waarnemer.klachten if not any(deel in k for deel in verwacht)]
