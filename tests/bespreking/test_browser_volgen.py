"""Going along with the voorzitter, looking around, coming in late, and losing a casus while one is typing."""

from __future__ import annotations

import re
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.bespreking.tafelgenoot import WEG, Tafelgenoot, meld_aan, vergeef
from tests.steun.bediening import Account
from tests.steun.browser import NieuweSessie
from tests.steun.toegankelijk import eis_toegankelijk, past_in_de_breedte
from tests.steun.waarnemer import Waarnemer

Tafel = tuple[Tafelgenoot, Tafelgenoot]
GEDULD_S = 15.0
STIL_MS = 2_500
"""So long someone who is not to be moved stays where they are."""


def _pad(page: Page) -> str:
    return urlsplit(page.url).path


def _naar_volgende(voorzitter: Tafelgenoot) -> str:
    voorzitter.page.get_by_role("link", name=re.compile("^Volgende:")).click()
    voorzitter.page.get_by_role("button", name="Begin met dit punt").click()
    expect(voorzitter.page.get_by_text("Aan de beurt", exact=True)).to_be_visible()
    return _pad(voorzitter.page)


def _komt_bij(mens: Tafelgenoot, pad: str) -> None:
    mens.page.wait_for_url(lambda url: urlsplit(url).path == pad)


def _bij_elkaar(aan_tafel: Tafel) -> str:
    voorzitter, agent = aan_tafel
    pad = _pad(voorzitter.page)
    _komt_bij(agent, pad)
    expect(agent.page.locator("#volgen")).to_contain_text("U volgt de voorzitter.")
    return pad


def test_volgen__gaat_mee_en_kijkt_rond_tot_men_terug_wil(aan_tafel: Tafel) -> None:
    voorzitter, agent = aan_tafel
    _bij_elkaar(aan_tafel)
    tweede = _naar_volgende(voorzitter)
    _komt_bij(agent, tweede)
    balk = agent.page.locator("#volgen")
    agent.page.get_by_role("link", name=re.compile("^Vorige:")).click()
    expect(balk).to_contain_text("U kijkt zelf rond.")
    derde = _naar_volgende(voorzitter)
    kenmerk = voorzitter.page.get_by_role("heading", level=1).inner_text()
    expect(balk.get_by_role("link")).to_have_text(f"Terug naar de voorzitter: {kenmerk}")
    agent.page.wait_for_timeout(STIL_MS)
    assert _pad(agent.page) not in {tweede, derde}
    balk.get_by_role("link").click()
    _komt_bij(agent, derde)
    expect(balk).to_contain_text("U volgt de voorzitter.")


def test_volgen__loslaten_geldt_over_paginas_heen(aan_tafel: Tafel) -> None:
    voorzitter, agent = aan_tafel
    eerste = _bij_elkaar(aan_tafel)
    balk = agent.page.locator("#volgen")
    balk.get_by_role("button", name="Loslaten").focus()
    agent.page.keyboard.press("Enter")
    expect(balk).to_contain_text("U kijkt zelf rond.")
    expect(balk.get_by_role("link")).to_be_focused()
    agent.page.reload()
    expect(balk).to_contain_text("U kijkt zelf rond.")
    tweede = _naar_volgende(voorzitter)
    expect(balk.get_by_role("link")).to_have_attribute("href", re.compile(tweede))
    agent.page.get_by_role("link", name=re.compile("^Volgende:")).click()
    _komt_bij(agent, tweede)
    expect(balk).to_contain_text("U kijkt zelf rond.")
    agent.page.wait_for_timeout(STIL_MS)
    assert _pad(agent.page) == tweede != eerste
    eigen = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    assert agent.page.evaluate(eigen) == []


def test_volgen__vast_punt__naar_de_pagina_van_het_overleg(aan_tafel: Tafel) -> None:
    voorzitter, agent = aan_tafel
    overleg = _bij_elkaar(aan_tafel).rpartition("/")[0]
    voorzitter.page.goto(overleg)
    expect(voorzitter.page.locator("#volgen")).to_contain_text("U kijkt zelf rond.")
    voorzitter.drukt("Begin", voorzitter.page.locator("#punten li").filter(has_text="Openstaande acties"))
    _komt_bij(agent, overleg)
    for mens in aan_tafel:
        expect(mens.page.locator("#volgen")).to_contain_text("U volgt")


def test_volgen__wie_typt_blijft_tot_alles_is_opgeslagen(aan_tafel: Tafel) -> None:
    voorzitter, agent = aan_tafel
    eerste = _bij_elkaar(aan_tafel)
    agent.typt("Midden in een zin")
    tweede = _naar_volgende(voorzitter)
    expect(agent.page.locator("#volgen")).to_contain_text("U bent nog bezig. Daarna gaat u vanzelf mee.")
    agent.page.keyboard.type(" die nog verder gaat.", delay=60)
    assert _pad(agent.page) == eerste
    agent.veld().locator("textarea").blur()
    _komt_bij(agent, tweede)
    agent.page.goto(eerste)
    agent.leest("Midden in een zin die nog verder gaat.")


def test_volgen__ingevuld_formulier_blijft__en_gaat_met_een_klik(aan_tafel: Tafel) -> None:
    voorzitter, agent = aan_tafel
    eerste = _bij_elkaar(aan_tafel)
    agent.page.get_by_role("link", name="Afspraak toevoegen").click()
    agent.vult_in("Wat gebeurt er?", "Rijdt elke avond langs.")
    agent.page.get_by_label("Wat gebeurt er?").blur()
    tweede = _naar_volgende(voorzitter)
    balk = agent.page.locator("#volgen")
    expect(balk).to_contain_text("U heeft iets ingevuld dat nog niet is opgeslagen.")
    agent.page.wait_for_timeout(STIL_MS)
    assert _pad(agent.page) == eerste
    expect(agent.page.get_by_label("Wat gebeurt er?")).to_have_value("Rijdt elke avond langs.")
    agent.page.on("dialog", lambda venster: venster.accept())
    balk.get_by_role("link", name="Nu meegaan; wat u invulde, vervalt").click()
    _komt_bij(agent, tweede)


def test_volgen__zonder_javascript__een_link(
    aan_tafel: Tafel, nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    pad = _bij_elkaar(aan_tafel)
    mens = meld_aan(nieuwe_sessie(javascript=False, breedte=320), accounts, "om")
    mens.gaat_naar(pad.rpartition("/")[0])
    mens.volgt("Naar wat nu aan de beurt is:")
    assert _pad(mens.page) == pad


def test_laat__wie_later_binnenkomt_ziet_alles_en_daarna_elke_wijziging(
    aan_tafel: Tafel, nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    voorzitter, _agent = aan_tafel
    pad = _bij_elkaar(aan_tafel)
    voorzitter.typt("Al geschreven.")
    expect(voorzitter.veld()).to_contain_text("Opgeslagen om")
    laat = meld_aan(nieuwe_sessie(), accounts, "om")
    laat.gaat_naar(pad.rpartition("/")[0])
    laat.page.locator("#volgen").get_by_role("link", name=re.compile("^Terug naar de voorzitter")).click()
    _komt_bij(laat, pad)
    laat.leest("Al geschreven.")
    for keer in range(3):
        voorzitter.typt(f" Zin {keer}.")
        expect(voorzitter.veld()).to_contain_text("Opgeslagen om")
        laat.leest("Al geschreven." + "".join(f" Zin {nr}." for nr in range(keer + 1)))


def test_wie_weggaat_midden_in_een_zin__verliest_de_casus_en_houdt_eigen_woorden(
    aan_tafel: Tafel, waarnemer: Waarnemer
) -> None:
    voorzitter, agent = aan_tafel
    pad = _bij_elkaar(aan_tafel)
    kenmerk = voorzitter.page.get_by_role("heading", level=1).inner_text()
    voorzitter.typt("KANARIE van allen.")
    expect(voorzitter.veld()).to_contain_text("Opgeslagen om")
    agent.leest("KANARIE van allen.")
    voorzitter.page.get_by_role("link", name="Iemand gaat van tafel").click()
    voorzitter.kiest_die_begint_met("Wie gaat van tafel?", "Tjerk Hoekman")
    voorzitter.vinkt_aan("Er is een belangenconflict")
    agent.page.route("**/teksten/*", lambda weg: weg.abort())
    agent.typt(" Eigen zin.")
    begin = time.monotonic()
    voorzitter.drukt("Vastleggen")
    expect(agent.page.get_by_role("heading", level=1)).to_have_text("U kunt deze casus nu niet zien")
    assert time.monotonic() - begin < GEDULD_S
    inhoud = agent.page.content() + agent.page.title()
    waarden = " ".join(agent.page.locator("textarea").evaluate_all("v => v.map(x => x.value)"))
    for verborgen in ("KANARIE", kenmerk, pad):
        assert verborgen not in inhoud + waarden, verborgen
    assert "Eigen zin." in waarden
    eis_toegankelijk(agent.page)
    agent.page.on("dialog", lambda venster: venster.accept())
    for stap in (agent.page.go_back, agent.page.go_forward, agent.page.reload):
        stap()
        assert "KANARIE" not in agent.page.content()
        assert kenmerk not in agent.page.content()
    agent.krijgt_niets_op(pad)
    assert kenmerk not in agent.page.content()
    voorzitter.page.goto(pad)
    voorzitter.leest("KANARIE van allen.")
    vergeef(waarnemer, *WEG, "404", "htmx:", "500", "403")


@pytest.mark.parametrize("breedte", [320, 390])
def test_telefoon__past_vouwt_en_is_met_een_duim_te_bedienen(
    aan_tafel: Tafel, nieuwe_sessie: NieuweSessie, accounts: list[Account], breedte: int
) -> None:
    pad = _bij_elkaar(aan_tafel)
    mens = meld_aan(nieuwe_sessie(breedte=breedte), accounts, "om")
    mens.gaat_naar(pad)
    page = mens.page
    expect(page.locator("#volgen")).to_contain_text("U volgt de voorzitter.")
    expect(mens.veld()).to_be_hidden()
    assert past_in_de_breedte(page)
    assert page.evaluate("document.documentElement.scrollHeight / window.innerHeight") < 4
    te_klein = page.locator("#snel a, #volgen button, .vouw__titel, .strook a").evaluate_all(
        "delen => delen.map(d => d.getBoundingClientRect()).filter(r => r.height < 24 || r.width < 24).length"
    )
    assert te_klein == 0
    page.locator("#snel").get_by_role("link", name="Feiten").click()
    expect(mens.veld()).to_be_visible()
    mens.veld().locator("textarea").focus()
    expect(page.locator("#snel")).to_be_hidden()
    mens.veld().locator("textarea").blur()
    page.locator("#snel").get_by_role("link", name="Afspraak toevoegen").click()
    expect(page.get_by_label("Wat gebeurt er?")).to_be_in_viewport()
    assert past_in_de_breedte(page)
    eis_toegankelijk(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("#stap-3")).to_be_visible()
    expect(page.locator("#snel")).to_be_hidden()


def test_zaal__volgt_vanzelf_en_is_leesbaar(
    aan_tafel: Tafel, nieuwe_sessie: NieuweSessie, accounts: list[Account]
) -> None:
    voorzitter, _agent = aan_tafel
    pad = _bij_elkaar(aan_tafel)
    mens = meld_aan(nieuwe_sessie(), accounts, "secretaris")
    mens.gaat_naar(f"{pad.rpartition('/')[0]}/zaal")
    zaal = mens.page
    expect(zaal.get_by_role("heading", level=1)).to_contain_text("Actie-overleg")
    expect(zaal.locator("main")).to_contain_text("Deze casus staat niet op dit scherm")
    voorzitter.page.goto(pad.rpartition("/")[0])
    op_verzoek = voorzitter.page.locator(".deelname__wie").filter(has_text=re.compile("Raad|Reclassering"))
    for rij in voorzitter.page.locator("fieldset.deelname").filter(has=op_verzoek).all():
        rij.locator("select").first.select_option("afgemeld")
        expect(rij.locator(".deelname__staat")).to_contain_text("Opgeslagen")
    voorzitter.page.wait_for_timeout(STIL_MS)  # the row was fetched again by now: what was said stays
    for rij in voorzitter.page.locator("fieldset.deelname").filter(has=op_verzoek).all():
        expect(rij.locator(".deelname__staat")).to_contain_text("Opgeslagen")
    voorzitter.page.goto(pad)
    kenmerk = voorzitter.page.get_by_role("heading", level=1).inner_text()
    expect(zaal.get_by_role("heading", level=1)).to_have_text(kenmerk)
    voorzitter.typt("Zin. " * 60)
    expect(zaal.locator("main")).to_contain_text("Zin. Zin.")
    for breedte, hoogte in ((1920, 1080), (1280, 720), (320, 700)):
        zaal.set_viewport_size({"width": breedte, "height": hoogte})
        assert past_in_de_breedte(zaal), breedte
        eis_toegankelijk(zaal)
    letter = "getComputedStyle(document.querySelector('.zaal__tekst')).fontSize"
    for breedte, kleinste in ((1920, 24), (1280, 18)):
        zaal.set_viewport_size({"width": breedte, "height": 1080})
        assert float(zaal.evaluate(letter).removesuffix("px")) >= kleinste
    tweede = _naar_volgende(voorzitter)
    assert tweede != pad
    expect(zaal.get_by_role("heading", level=1)).to_have_text(
        voorzitter.page.get_by_role("heading", level=1).inner_text()
    )
    assert _pad(zaal).endswith("/zaal")
