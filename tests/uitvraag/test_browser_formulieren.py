"""In a real browser: sending one form of a page does not silently lose what was typed in another."""

from playwright.sync_api import expect

from tests.reis.mens import Mens
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie


def test_twee_formulieren__ander_verzenden__vraagt_eerst(
    nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    page = nieuwe_sessie()
    account = next(a for a in accounts if a.email == "voorzitter@demo.voorbeeld.nl")
    mens = Mens(page)
    mens.logt_in(account.email, account.wachtwoord)
    mens.gaat_naar("/casussen?stand=toegelaten")
    adres = page.locator("main table a").first.get_attribute("href")
    mens.gaat_naar(f"{adres}/uitvraag")
    reden = page.locator("#aansluitformulier textarea, #aansluitformulier input[type=text]").last
    reden.fill("Heeft toezicht op hem.")
    verstuur = page.get_by_role("button", name="Vragen versturen")
    verstuur.click()
    expect(page.locator("#bevestiging-vraag")).to_contain_text("nog iets niet opgeslagen")
    page.get_by_role("button", name="Nee, terug").click()
    expect(reden).to_have_value("Heeft toezicht op hem.")
    expect(reden).to_be_focused()
    verstuur.click()
    page.get_by_role("button", name="Ja, doorgaan").click()
    expect(page.locator("#vraagformulier-fouten")).to_be_visible()
    expect(reden).to_have_value("")
    verstuur.click()
    expect(page.locator("#vraagformulier-fouten")).to_be_visible()
