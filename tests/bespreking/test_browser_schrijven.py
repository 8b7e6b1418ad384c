"""Typing in a text that saves itself: nothing is lost, nothing is replaced, and others see who writes."""

from __future__ import annotations

import contextlib
import threading

from playwright.sync_api import Dialog, Error, Route, expect

from tests.bespreking.tafelgenoot import WEG, Tafelgenoot, sleutel_in, vergeef, versies_in
from tests.steun.bediening import Server
from tests.steun.waarnemer import Waarnemer

Tafel = tuple[Tafelgenoot, Tafelgenoot]
PLEK = "e => [e.selectionStart, e.selectionEnd]"


def test_tijdens_opslaan__letters_blijven_en_de_plek_ook(aan_tafel: Tafel, server: Server) -> None:
    voorzitter, _agent = aan_tafel
    wachtend = voorzitter.houdt_op()
    voorzitter.typt("Het kind sliep.")
    voorzitter.ziet_stand("Bezig met opslaan")
    for _ in range(6):
        voorzitter.page.keyboard.press("ArrowLeft")
    voorzitter.page.keyboard.type("niet ", delay=5)
    voorzitter.page.wait_for_timeout(1200)
    assert len(wachtend) == 1, "one request at a time"
    wachtend[0].continue_()
    voorzitter.page.unroute_all(behavior="ignoreErrors")
    voorzitter.ziet_stand("versie 3")
    voorzitter.leest("Het kind niet sliep.")
    assert voorzitter.vak.evaluate(PLEK) == [14, 14]
    expect(voorzitter.vak).to_be_focused()
    teksten = versies_in(server, voorzitter.veld_id)
    assert teksten == [("Het kind sliep.", False), ("Het kind niet sliep.", False)]


def test_typt_zonder_pauze__na_vijf_seconden_opgeslagen(aan_tafel: Tafel) -> None:
    voorzitter, _agent = aan_tafel
    page = voorzitter.page
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
    verstuurd = voorzitter.telt_bewaren()
    voorzitter.vak.focus()
    for keer in (1, 2):
        for _ in range(9):
            page.keyboard.type("a")
            page.clock.run_for(500)
        assert len(verstuurd) == keer - 1, "half a second is no pause"
        page.keyboard.type("b")
        page.clock.run_for(600)
        voorzitter.ziet_stand(f"versie {keer + 1}")
        assert len(verstuurd) == keer


def test_samengestelde_letters__niet_half_opgeslagen_en_niet_vervangen(
    aan_tafel: Tafel, server: Server
) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    verstuurd = agent.telt_bewaren()
    invoer = agent.page.context.new_cdp_session(agent.page)
    agent.vak.focus()
    invoer.send("Input.imeSetComposition", {"text": "にほ", "selectionStart": 2, "selectionEnd": 2})
    voorzitter.typt("Van de voorzitter.")
    voorzitter.ziet_stand("versie 2")
    agent.page.wait_for_timeout(1800)
    agent.leest("にほ")
    assert not verstuurd
    invoer.send("Input.insertText", {"text": "日本"})
    expect(agent.veld()).to_contain_text("Uw tekst, niet opgeslagen")
    agent.leest("日本")
    assert ("日本", True) in versies_in(server, agent.veld_id)
    assert not any("にほ" in tekst for tekst, _ in versies_in(server, agent.veld_id))


def test_schrijft_hier__komt_bij_de_ander_en_gaat_weer(aan_tafel: Tafel) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    regel = agent.veld().locator(".tekstveld__schrijft")
    expect(regel).to_be_hidden()
    voorzitter.typt("D")
    expect(regel).to_contain_text("schrijft hier", timeout=3000)
    expect(voorzitter.veld().locator(".tekstveld__schrijft")).to_be_hidden()
    voorzitter.ziet_stand("versie 2")
    voorzitter.vak.blur()
    expect(regel).to_be_hidden(timeout=3000)


def test_schrijft_hier__verdwijnt_ook_als_er_niets_meer_komt(aan_tafel: Tafel, waarnemer: Waarnemer) -> None:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    agent.page.clock.install()
    regel = agent.veld().locator(".tekstveld__schrijft")
    voorzitter.typt("D")
    voorzitter.ziet_stand("versie 2")
    expect(regel).to_contain_text("schrijft hier")
    agent.page.wait_for_timeout(1000)
    voorzitter.page.context.set_offline(True)
    agent.page.context.set_offline(True)
    agent.page.clock.fast_forward(9_000)
    expect(regel).to_be_visible()
    agent.page.clock.fast_forward(6_000)
    expect(regel).to_be_hidden(timeout=3000)
    vergeef(waarnemer, *WEG)


def test_server_heeft_het_druk__zelfde_tekst_met_dezelfde_sleutel(
    aan_tafel: Tafel, server: Server, waarnemer: Waarnemer
) -> None:
    voorzitter, _agent = aan_tafel
    verstuurd, antwoorden = voorzitter.telt_bewaren(), [503, 429]

    def weiger(route: object) -> None:
        if antwoorden:
            route.fulfill(status=antwoorden.pop(0), headers={"Retry-After": "1"}, body="druk")  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    voorzitter.page.route("**/teksten/*", weiger)
    voorzitter.typt("Eén keer.")
    voorzitter.ziet_stand("Niet opgeslagen")
    voorzitter.ziet_stand("versie 2")
    assert len(verstuurd) == 3
    assert len({sleutel_in(inhoud) for inhoud in verstuurd}) == 1
    assert versies_in(server, voorzitter.veld_id) == [("Eén keer.", False)]
    vergeef(waarnemer, "503")


def _botst(aan_tafel: Tafel) -> None:
    """Both change the same sentence; the agent is late."""
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    wachtend = agent.houdt_op()
    agent.typt("Het kind was wakker.")
    agent.ziet_stand("Bezig met opslaan")
    voorzitter.typt("Het kind sliep.")
    voorzitter.ziet_stand("versie 2")
    wachtend[0].continue_()
    agent.page.unroute_all(behavior="ignoreErrors")
    expect(agent.veld()).to_contain_text("Uw tekst, niet opgeslagen")


def test_botsing__plek_blijft_en_men_kiest_zelf(aan_tafel: Tafel, server: Server) -> None:
    voorzitter, agent = aan_tafel
    _botst(aan_tafel)
    expect(agent.vak).to_be_focused()
    agent.page.keyboard.type(" Samen gelezen.")
    expect(agent.veld().locator("[data-mijn-tekst]")).to_have_text("Het kind was wakker. Samen gelezen.")
    agent.page.wait_for_timeout(1500)
    assert versies_in(server, agent.veld_id)[-1] == ("Het kind was wakker.", True), "nothing by itself"
    agent.veld().get_by_role("button", name="Mijn tekst opslaan").click()
    agent.ziet_stand("versie 3")
    voorzitter.vak.blur()
    voorzitter.leest("Het kind was wakker. Samen gelezen.")


def test_botsing__tekst_van_de_ander_overnemen(aan_tafel: Tafel, server: Server) -> None:
    _voorzitter, agent = aan_tafel
    _botst(aan_tafel)
    agent.page.keyboard.type(" En huilde.")
    agent.veld().get_by_role("button", name="overnemen").click()
    agent.leest("Het kind sliep.")
    expect(agent.vak).to_be_focused()
    expect(agent.veld()).not_to_contain_text("Uw tekst, niet opgeslagen")
    assert ("Het kind was wakker. En huilde.", True) in versies_in(server, agent.veld_id)


def test_getypt_voor_de_scripts_er_zijn__toch_opgeslagen(aan_tafel: Tafel, server: Server) -> None:
    voorzitter, _agent = aan_tafel
    er, scripts = threading.Event(), list[Route]()

    def houd(script: Route) -> None:
        if er.is_set() or "/merk." in script.request.url:
            script.continue_()
        else:
            scripts.append(script)

    voorzitter.page.route("**/*.js", houd)
    voorzitter.page.reload(wait_until="commit")
    voorzitter.vak.fill("Getypt terwijl de pagina nog laadde.")
    assert scripts, "the page asked for its scripts"
    er.set()
    for script in scripts:
        script.continue_()
    voorzitter.ziet_stand("versie 2")
    assert versies_in(server, voorzitter.veld_id) == [("Getypt terwijl de pagina nog laadde.", False)]


def test_antwoord_niet_aangekomen__vraagt_voor_het_weggaan(aan_tafel: Tafel, waarnemer: Waarnemer) -> None:
    voorzitter, _agent = aan_tafel
    page, vragen = voorzitter.page, list[str]()
    page.locator("summary", has_text="Regie vastleggen").click()
    page.get_by_label("Vast aanspreekpunt voor het slachtoffer").fill("M. Dijk")
    page.route("**/regie", lambda weg: weg.abort())
    page.get_by_role("button", name="Regie opslaan").click()
    expect(page.locator("#meldingen-server")).not_to_be_empty()

    def blijf(venster: Dialog) -> None:
        vragen.append(venster.type)
        venster.dismiss()

    page.on("dialog", blijf)
    with contextlib.suppress(Error):
        page.goto("/acties")
    assert vragen == ["beforeunload"]
    expect(page.get_by_label("Vast aanspreekpunt voor het slachtoffer")).to_have_value("M. Dijk")
    vergeef(waarnemer, *WEG)
    page.remove_listener("dialog", blijf)
    page.on("dialog", lambda venster: venster.accept())


def test_twee_vragen_half_ingevuld__de_ene_opslaan_laat_de_andere_staan(aan_tafel: Tafel) -> None:
    voorzitter, _agent = aan_tafel
    page = voorzitter.page
    page.locator("summary", has_text="Regie vastleggen").click()
    page.get_by_label("Vast aanspreekpunt voor het slachtoffer").fill("M. Dijk")
    page.locator("summary", has_text="Monitoring vastleggen").click()
    formulier = page.locator("#formulier-monitoring")
    formulier.get_by_label("Nee", exact=True).check()
    formulier.get_by_label("Waarom").fill("Er is geen grond voor.")
    formulier.get_by_role("button", name="Monitoring opslaan").click()
    expect(page.locator("summary", has_text="Monitoring wijzigen")).to_be_visible()
    expect(page.locator("#bevestiging")).to_be_hidden()
    expect(page.get_by_label("Vast aanspreekpunt voor het slachtoffer")).to_have_value("M. Dijk")
