"""In a real browser: sending one form of a page does not silently lose what was typed in another."""

from playwright.sync_api import expect

from tests.reis.mens import Mens
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie


def test_twee_formulieren__ander_verzenden__vraagt_eerst(
    nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    page = nieuwe_sessie()
    account = next(a for a in accounts if a.email == "politie@demo.voorbeeld.nl")
    mens = Mens(page)
    mens.logt_in(account.email, account.wachtwoord)
    mens.gaat_naar("/acties")
    mens.gaat_naar(page.locator("main table a[href^='/acties/']").first.get_attribute("href") or "")
    melding = page.locator("#formulier textarea")
    melding.fill("Ik heb hem gebeld.")
    mens.klapt_open("Aan een andere organisatie aanbieden")
    verstuur = page.get_by_role("button", name="Aanbieden", exact=True)
    verstuur.click()
    expect(page.locator("#bevestiging-vraag")).to_contain_text("nog iets niet opgeslagen")
    page.get_by_role("button", name="Nee, terug").click()
    expect(melding).to_have_value("Ik heb hem gebeld.")
    expect(melding).to_be_focused()
    verstuur.click()
    page.get_by_role("button", name="Ja, doorgaan").click()
    expect(page.locator("#formulier-overdragen-fouten")).to_be_visible()
    expect(melding).to_have_value("")


def test_zonder_javascript__een_formulier_tegelijk(
    nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    page = nieuwe_sessie(javascript=False)
    account = next(a for a in accounts if a.email == "politie@demo.voorbeeld.nl")
    mens = Mens(page)
    mens.logt_in(account.email, account.wachtwoord)
    mens.gaat_naar("/acties")
    mens.gaat_naar(page.locator("main table a[href^='/acties/']").first.get_attribute("href") or "")
    melden, aanbieden = (
        page.locator("#formulier textarea"),
        page.get_by_role("button", name="Aanbieden", exact=True),
    )
    expect(melden).to_be_visible()
    expect(aanbieden).to_be_hidden()
    mens.klapt_open("Aan een andere organisatie aanbieden")
    expect(aanbieden).to_be_visible()
    expect(melden).to_be_hidden()
    aanbieden.click()
    expect(page.locator("#formulier-overdragen-fouten")).to_be_visible()
    expect(melden).to_be_hidden()
