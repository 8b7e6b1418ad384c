"""Signing out in a real browser: what stood on the screen is gone, also behind Back (veiligheid.md §5.17)."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.reis.mens import Mens
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie

OPSLAG = """async () => ({
  lokaal: Object.entries(localStorage),
  sessie: Object.entries(sessionStorage),
  databases: await indexedDB.databases(),
  bewaard: await caches.keys(),
})"""
"""Without the path of the page that is open, which htmx keeps; it holds ids only."""
LEEG: dict[str, list[object]] = {"lokaal": [], "sessie": [], "databases": [], "bewaard": []}


def test_uitloggen__terug_toont_niets_en_de_browser_bewaart_niets(
    accounts: list[Account], nieuwe_sessie: NieuweSessie
) -> None:
    account = next(a for a in accounts if a.email.startswith("voorzitter@"))
    hier, elders = Mens(nieuwe_sessie()), Mens(nieuwe_sessie())
    for mens in (hier, elders):
        mens.logt_in(account.email, account.wachtwoord)
        mens.page.evaluate("localStorage.rest = 'x'")
    hier.gaat_naar("/sessies")
    elders.gaat_naar("/casussen")
    casus = elders.page.get_by_role("table").get_by_role("link").first.inner_text()
    hier.drukt("Overal elders uitloggen")
    hier.page.get_by_role("button", name="Ja, doorgaan").click()
    expect(hier.page.get_by_text("Overal elders bent u uitgelogd.")).to_be_visible()
    elders.page.reload()
    expect(elders.page.get_by_role("heading", level=1)).to_have_text("Inloggen")

    hier.gaat_naar("/casussen")
    expect(hier.page.get_by_text(casus).first).to_be_visible()
    hier.drukt("Uitloggen")
    expect(hier.page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    assert hier.page.evaluate(OPSLAG) == LEEG
    hier.page.go_back()
    expect(hier.page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    assert casus not in hier.page.content()


def test_bladeren__laat_niets_achter_in_de_browser(
    accounts: list[Account], nieuwe_sessie: NieuweSessie
) -> None:
    account = next(a for a in accounts if a.email.startswith("voorzitter@"))
    mens = Mens(nieuwe_sessie())
    mens.logt_in(account.email, account.wachtwoord)
    for pad in ("/casussen", "/overleggen", "/acties"):
        mens.gaat_naar(pad)
        mens.page.get_by_role("main").get_by_role("link").first.click()
        mens.page.wait_for_load_state("networkidle")
        assert mens.page.evaluate(OPSLAG) == LEEG, pad
    assert mens.page.evaluate("typeof htmx") == "object"
    assert mens.page.evaluate("try { localStorage.setItem('a', 'b') } catch (fout) { fout.name }") == (
        "SecurityError"
    )
