"""In a real browser: the outcome of the criteria and the advice follow what one answers, without a reload."""

from playwright.sync_api import Page, expect

from tests.reis.mens import Mens
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie


def _begin(page: Page, accounts: list[Account], *, acuut: str = "Nee") -> Mens:
    account = next(a for a in accounts if a.email == "politie@demo.voorbeeld.nl")
    mens = Mens(page)
    mens.logt_in(account.email, account.wachtwoord)
    mens.gaat_naar("/casussen/nieuw")
    page.get_by_label(acuut, exact=True).check()
    page.get_by_role("button", name="Verder").click()
    return mens


def test_aanmelding__antwoorden__uitkomst_en_advies_op_dezelfde_pagina(
    nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    page = nieuwe_sessie()
    _begin(page, accounts)
    page.evaluate("window.zelfdePagina = true")
    uitkomst = page.locator("#uitkomst")
    expect(uitkomst).to_contain_text("Nog niet te zeggen")
    page.get_by_label("(Ex-)partnerstalking").check()
    for code in "ABC":
        page.locator(f"input[name=criterium-{code}][value=ja]").check()
    expect(uitkomst).to_contain_text("Voldoet")
    expect(uitkomst).to_contain_text("Door het thema telt mee: Stalking.")
    page.locator("input[name=criterium-B][value=nee]").check()
    expect(uitkomst).to_contain_text("Voldoet niet")
    page.get_by_label("Concrete vraag aan het overleg").fill("Welke hulp is er in dit gezin?")
    expect(page.locator("#vraagadvies")).to_contain_text("vraag om informatie")
    page.get_by_label("Wat is er gebeurd?").fill("Dit is er gebeurd.")
    page.get_by_role("button", name="Persoon toevoegen").click()
    expect(page.get_by_text("Persoon 2", exact=True)).to_be_visible()
    expect(page.get_by_label("Wat is er gebeurd?")).to_have_value("Dit is er gebeurd.")
    assert page.evaluate("window.zelfdePagina"), "the page was not loaded again"


def test_spoed__zonder_javascript_en_smal__werkt(
    nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    page = nieuwe_sessie(javascript=False, breedte=320)
    _begin(page, accounts, acuut="Ja")
    page.get_by_label("Wie is het eerste aanspreekpunt").fill("VT, L. Dekkinga")
    page.get_by_role("button", name="Spoedafspraken bewaren").click()
    expect(page.get_by_text("Spoedafspraken bewaard")).to_be_visible()
    page.get_by_role("link", name="Verder met de aanmelding").click()
    page.get_by_role("button", name="Opslaan", exact=True).last.click()
    expect(page.get_by_text("Bewaard om")).to_be_visible()
