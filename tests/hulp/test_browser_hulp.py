"""The handleiding in a browser: for every ear, on a narrow screen, and the link that lands where it says."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from overleg.hulp.bladen import NAMEN
from tests.reis.mens import Mens
from tests.steun.bediening import Account, Server
from tests.steun.browser import NieuweSessie
from tests.steun.toegankelijk import axe_bevindingen, past_in_de_breedte


@pytest.mark.usefixtures("server")
def test_hulp__toegankelijk_en_smal(nieuwe_sessie: NieuweSessie, accounts: list[Account]) -> None:
    account = next(a for a in accounts if a.email.startswith("politie@"))
    mens = Mens(nieuwe_sessie())
    mens.logt_in(account.email, account.wachtwoord)
    for naam in NAMEN:
        mens.gaat_naar(f"/hulp/{naam}")
        assert not axe_bevindingen(mens.page), naam
        mens.page.set_viewport_size({"width": 320, "height": 800})
        assert past_in_de_breedte(mens.page), naam
        assert not axe_bevindingen(mens.page), f"{naam}, narrow"
        mens.page.set_viewport_size({"width": 1280, "height": 900})


def test_hulp__vanaf_acties_meteen_bij_afmelden(
    server: Server, nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    account = next(a for a in accounts if a.email.startswith("politie@"))
    mens = Mens(nieuwe_sessie(breedte=320))
    mens.logt_in(account.email, account.wachtwoord)
    mens.kiest_in_menu("Acties")
    mens.volgt("Hulp bij dit scherm")
    assert mens.page.url == f"{server.url}/hulp/deelnemer#uw-actie-afmelden"
    expect(mens.page.get_by_role("heading", name="Uw actie afmelden")).to_be_in_viewport()
    mens.volgt("Inbrenger en deelnemer")
    mens.leest_kop("Inbrenger en deelnemer")
