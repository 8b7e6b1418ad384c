"""In a real browser: fetch the sheet, fill it in, hand it in, confirm; also without JavaScript."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.reis.mens import Mens
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie


@pytest.mark.parametrize("javascript", [True, False])
def test_werkblad__ophalen_invullen_inleveren(
    nieuwe_sessie: NieuweSessie, accounts: list[Account], tmp_path: Path, *, javascript: bool
) -> None:
    page = nieuwe_sessie(javascript=javascript, breedte=320)
    account = next(a for a in accounts if a.email == "politie@demo.voorbeeld.nl")
    mens = Mens(page)
    mens.logt_in(account.email, account.wachtwoord)
    mens.gaat_naar("/acties")
    page.get_by_role("link", name="Voortgang uit een werkblad").click()
    with page.expect_download() as ophalen:
        page.get_by_role("link", name="Werkblad ophalen").click()
    bestand = tmp_path / "acties.xlsx"
    ophalen.value.save_as(bestand)
    boek = load_workbook(bestand)
    blad = boek["Acties"]
    blad["J2"], blad["K2"] = "bezig", "Er is gebeld."
    blad["J3"] = "niet meer mogelijk"
    boek.save(bestand)

    page.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(page.locator("#formulier-fouten")).to_contain_text("Kies het werkblad")
    page.get_by_label("Ingevuld werkblad").set_input_files(bestand)
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(page.get_by_role("table", name="Wat verandert")).to_contain_text("Er is gebeld.")
    expect(page.get_by_role("table", name="Dit kan niet")).to_contain_text("Schrijf op waarom")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Wijzig deze actie").click()
    expect(page.get_by_text("1 actie is bijgewerkt.")).to_be_visible()
