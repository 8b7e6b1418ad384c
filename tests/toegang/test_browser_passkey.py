"""A passkey in a real browser, with a device in software: made, used, refused, taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.reis.mens import Mens
from tests.steun.bediening import ADRES, Account, Server
from tests.steun.browser import NieuweSessie
from tests.steun.toegankelijk import eis_toegankelijk
from tests.steun.waarnemer import Waarnemer

APPARAAT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def op_naam(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Serve under a name: a passkey does not exist on an IP address."""
    url = server.url.replace(ADRES, "localhost")
    monkeypatch.setitem(
        server.app.extensions, "overleg", replace(server.app.extensions["overleg"], basis_url=url)
    )
    return replace(server, url=url)


def _geef_apparaat(page: Page, **anders: bool) -> None:
    """Plug in a device in software."""
    lijn = page.context.new_cdp_session(page)
    lijn.send("WebAuthn.enable")
    lijn.send("WebAuthn.addVirtualAuthenticator", {"options": {**APPARAAT, **anders}})


@pytest.mark.parametrize("breedte", [1280, 320])
def test_passkey__maken_en_ermee_inloggen(
    op_naam: Server, accounts: list[Account], nieuwe_sessie: NieuweSessie, breedte: int
) -> None:
    account = next(a for a in accounts if a.email.startswith("politie@"))
    page = nieuwe_sessie(breedte=breedte, adres=op_naam.url)
    mens = Mens(page)
    _geef_apparaat(page)
    mens.logt_in(account.email, account.wachtwoord)
    page.get_by_role("link", name="Passkeys").click()
    eis_toegankelijk(page)
    mens.vult_in("Hoe noemt u dit apparaat", "mijn telefoon")
    mens.drukt("Passkey maken")
    expect(page.get_by_text("Voortaan kunt u ook met deze passkey inloggen.")).to_be_visible()
    expect(page.get_by_role("row", name="mijn telefoon")).to_contain_text("nog niet")
    assert page.evaluate("document.documentElement.scrollWidth") <= breedte
    mens.drukt("Uitloggen")
    mens.drukt("Inloggen met een passkey")
    expect(page.get_by_role("heading", level=1, name="Vandaag")).to_be_visible()
    page.get_by_role("link", name="Mijn sessies").click()
    expect(page.get_by_role("table")).to_contain_text("passkey")


def test_passkey__apparaat_bevestigt_niet__zegt_wat_te_doen(
    op_naam: Server, nieuwe_sessie: NieuweSessie, waarnemer: Waarnemer
) -> None:
    page = nieuwe_sessie(adres=op_naam.url)
    _geef_apparaat(page, isUserVerified=False)
    page.goto("/inloggen")
    Mens(page).drukt("Inloggen met een passkey")
    expect(page.locator("[data-passkey-fout]")).to_contain_text("log in met uw wachtwoord")
    eis_toegankelijk(page)
    page.get_by_role("link", name="Inloggen met uw wachtwoord").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    assert not waarnemer.klachten
