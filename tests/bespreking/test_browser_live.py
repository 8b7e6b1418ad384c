"""Two people in one meeting: what the one enters the other sees, and nothing goes from under one's hands."""

from __future__ import annotations

import re

from playwright.sync_api import APIResponse, Route, expect

from tests.bespreking.tafelgenoot import WEG, Tafelgenoot, vergeef
from tests.steun.waarnemer import Waarnemer

SEIN_MS = 1_000
"""A signal takes a tenth of that."""


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


def test_live__antwoord_ouder_dan_eigen_opslag__verandert_niets(
    aan_tafel: tuple[Tafelgenoot, Tafelgenoot],
) -> None:
    voorzitter, _agent = aan_tafel
    page, deel = voorzitter.page, re.compile(r"deel=tekst-")
    traag: list[tuple[Route, APIResponse]] = []
    later: list[Route] = []
    page.route(deel, lambda weg: later.append(weg) if traag else traag.append((weg, weg.fetch())))
    voorzitter.typt("Een.")
    voorzitter.ziet_stand("versie 2")
    expect(voorzitter.vak).to_be_focused()
    while not traag:
        page.wait_for_timeout(50)
    voorzitter.typt(" Twee.")
    voorzitter.ziet_stand("versie 3")
    voorzitter.vak.blur()
    route, antwoord = traag[0]
    assert "Een. Twee." not in antwoord.text()
    with page.expect_response(deel):
        route.fulfill(response=antwoord)
    page.wait_for_timeout(300)
    voorzitter.leest("Een. Twee.")
    voorzitter.ziet_stand("versie 3")
    for weg in later:
        weg.continue_()


def test_live__even_geen_verbinding_tijdens_het_ophalen__mist_niets(
    aan_tafel: tuple[Tafelgenoot, Tafelgenoot],
) -> None:
    voorzitter, agent = aan_tafel
    page, deel = agent.page, re.compile(r"deel=tekst-")
    wachtend: list[tuple[Route, APIResponse]] = []
    page.route(deel, lambda weg: weg.continue_() if wachtend else wachtend.append((weg, weg.fetch())))
    voorzitter.typt("Een.")
    voorzitter.ziet_stand("versie 2")
    while not wachtend:
        page.wait_for_timeout(50)
    voorzitter.typt(" Twee.")
    voorzitter.ziet_stand("versie 3")
    page.wait_for_timeout(SEIN_MS)
    page.evaluate("window.dispatchEvent(new Event('offline'))")
    weg, antwoord = wachtend[0]
    weg.fulfill(response=antwoord)
    expect(agent.vak).to_have_value("Een. Twee.", timeout=5 * SEIN_MS)


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
    vergeef(waarnemer, *WEG)
