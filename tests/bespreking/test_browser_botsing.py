"""In a real browser: after a conflict, leaving the field saves nothing; only the button does."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.bespreking.tafelgenoot import meld_aan
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie


def test_botsing__veld_verlaten__slaat_niets_op(nieuwe_sessie: NieuweSessie, accounts: list[Account]) -> None:
    eerste, tweede = nieuwe_sessie(), nieuwe_sessie()
    meld_aan(eerste, accounts, "voorzitter").gaat_naar("/overleggen")
    links = eerste.locator("main a[href^='/overleggen/']")
    adressen = links.evaluate_all("a => a.map(x => x.getAttribute('href'))")
    for adres in dict.fromkeys(a for a in adressen if a.count("/") == 2 and len(a) > 40 and "." not in a):
        eerste.goto(f"{adres}/bespreking")
        if eerste.get_by_role("button", name="Start het overleg").count():
            eerste.get_by_role("button", name="Start het overleg").click()
        casus = eerste.locator("li:has(a[href*='/bespreking/'])")
        knop = casus.get_by_role("button", name="Begin met dit punt")
        if knop.count():
            knop.first.click()
            break
    meld_aan(tweede, accounts, "voorzitter").gaat_naar(urlsplit(eerste.url).path)
    een, twee = (p.locator("#stap-1 form[data-tekstveld]").first for p in (eerste, tweede))
    een.locator("textarea").fill("Tekst van de een.")
    twee.locator("textarea").fill("Tekst van de ander.")
    een.get_by_role("button", name="Opslaan").click()
    expect(een).to_contain_text("Opgeslagen om")
    twee.locator("textarea").blur()
    expect(twee).to_contain_text("Uw tekst, niet opgeslagen")
    twee.locator("textarea").fill("Tekst van de ander, bijgewerkt.")
    twee.locator("textarea").blur()
    tweede.wait_for_timeout(2500)
    expect(twee).to_contain_text("Uw tekst, niet opgeslagen")
    twee.get_by_role("button", name="Opslaan").click()
    expect(twee).to_contain_text("Opgeslagen om")
