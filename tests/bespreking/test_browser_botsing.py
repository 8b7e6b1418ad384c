"""In a real browser: after a conflict, leaving the field saves nothing; only the button does."""

from playwright.sync_api import expect

from tests.bespreking.tafelgenoot import meld_aan
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie


def test_botsing__veld_verlaten__slaat_niets_op(
    nieuwe_sessie: NieuweSessie, accounts: list[Account], adres: str
) -> None:
    eerste, tweede = nieuwe_sessie(), nieuwe_sessie()
    for blad in (eerste, tweede):
        meld_aan(blad, accounts, "voorzitter").gaat_naar(adres)
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
