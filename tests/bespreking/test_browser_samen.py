"""Two people in one meeting decide together: own afspraken, akkoord or not, keys, the strip that fills."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import APIResponse, Locator, Route, expect

from overleg.basis.klok import vandaag
from tests.bespreking.tafelgenoot import Tafelgenoot, ga_aan_tafel
from tests.reis.mens import dag
from tests.steun.bediening import Account
from tests.steun.browser import HOOGTE, NieuweSessie

MORGEN = dag(vandaag() + timedelta(days=20))
TEKST = "De wijkagent gaat elke avond langs. De school belt bij verzuim.\nHet OM beslist vrijdag."
Paar = tuple[Tafelgenoot, Tafelgenoot]
TOP = "e => e.getBoundingClientRect().top"
ONDER = "e => e.getBoundingClientRect().bottom"


def _maakt(mens: Tafelgenoot, wat: str, organisatie: str) -> None:
    mens.volgt("Afspraak toevoegen")
    vak = mens.page.locator("#afspraak-formulier")
    mens.vult_in("Wat gebeurt er?", wat, vak)
    opties = vak.get_by_label("Welke organisatie doet dit?").locator("option").all_inner_texts()
    mens.kiest(
        "Welke organisatie doet dit?",
        next(o.strip() for o in opties if o.strip().startswith(organisatie)),
        vak,
    )
    mens.vult_in("Uiterlijk op", MORGEN, vak)
    mens.kiest("Soort", "Overig", vak)
    mens.kiest("Domein", "Straf", vak)
    mens.vinkt_aan("Directe veiligheid", vak)
    mens.drukt("Afspraak opslaan", vak)
    expect(vak).to_have_count(0)


def _rij(mens: Tafelgenoot, nummer: int) -> Locator:
    return mens.page.locator(f"#afspraak-{nummer}")


def test_samen__eigen_afspraak_akkoord_en_niet_akkoord(aan_tafel: Paar) -> None:
    voorzitter, agent = aan_tafel
    _maakt(agent, "Rijdt elke avond langs", "Politie")
    expect(_rij(voorzitter, 1)).to_contain_text("Rijdt elke avond langs")
    expect(_rij(voorzitter, 1)).to_contain_text(re.compile(r"Akkoord\s+Tjerk Hoekman"))
    _maakt(voorzitter, "Zet een agent bij de school", "Politie")
    _maakt(voorzitter, "Neemt de aangifte op", "Politie")
    expect(_rij(agent, 3)).to_contain_text("Nog niet akkoord")
    agent.drukt("Akkoord, ik neem dit", _rij(agent, 2))
    expect(_rij(voorzitter, 2)).to_contain_text(re.compile(r"Akkoord\s+Tjerk Hoekman"))
    agent.volgt("Niet akkoord", _rij(agent, 3))
    agent.drukt("Antwoord opslaan", _rij(agent, 3))
    expect(_rij(agent, 3)).to_contain_text("Schrijf op waarom niet")
    agent.vult_in("Waarom doet uw organisatie dit niet?", "Dat doet het andere team.", _rij(agent, 3))
    agent.drukt("Antwoord opslaan", _rij(agent, 3))
    expect(_rij(voorzitter, 3)).to_contain_text("Dat doet het andere team.")
    nodig = voorzitter.page.locator("#nog-nodig")
    expect(nodig.get_by_role("link", name=re.compile("is niet akkoord met afspraak 3"))).to_be_visible()


def test_samen__antwoorden_laat_een_half_getypte_afspraak_staan(aan_tafel: Paar) -> None:
    voorzitter, agent = aan_tafel
    _maakt(voorzitter, "Zet een agent bij de school", "Politie")
    expect(_rij(agent, 1)).to_contain_text("Nog niet akkoord")
    agent.volgt("Afspraak toevoegen")
    agent.vult_in("Wat gebeurt er?", "Half getypt")
    agent.drukt("Akkoord, ik neem dit", _rij(agent, 1))
    expect(_rij(agent, 1)).to_contain_text("Hoekman")
    expect(agent.page.get_by_label("Wat gebeurt er?")).to_have_value("Half getypt")
    agent.page.locator("[data-naar-afspraak]").first.click()
    expect(agent.page.get_by_text("U bent al bezig met een afspraak")).to_be_visible()
    expect(agent.page.get_by_label("Wat gebeurt er?")).to_have_value("Half getypt")


def test_vraag__geweigerd_antwoord__blijft_staan_bij_wat_een_ander_en_u_zelf_opslaan(aan_tafel: Paar) -> None:
    voorzitter, _agent = aan_tafel
    vraag = voorzitter.page.locator("#vraag-opschaling")
    vraag.locator("summary").first.click()
    voorzitter.vult_in("Waarom dit besluit", "Eerst dit proberen.", vraag)
    voorzitter.drukt("Opschaling opslaan", vraag)
    expect(vraag.locator("[data-foutensamenvatting]")).to_be_visible()
    for mens, zin in zip(aan_tafel, ("Dat volstaat.", "Dat is zo."), strict=True):
        partijen = mens.page.locator("#vraag-partijen")
        partijen.locator("summary", has_text="geen partijen").click()
        mens.vult_in("Waarom niemand buiten het overleg het hoeft te weten", zin, partijen)
        mens.drukt("Vastleggen: geen partijen", partijen)
        for ziet in aan_tafel:
            expect(ziet.page.locator("#vraag-partijen")).to_contain_text(zin)
        expect(vraag.get_by_label("Waarom dit besluit")).to_have_value("Eerst dit proberen.")


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ((3, 12), "wijkagent"),
        ((5, 5), "De wijkagent gaat elke avond langs."),
        ((40, 40), "De school belt bij verzuim."),
        ((len(TEKST), len(TEKST)), "Het OM beslist vrijdag."),
        (None, "Het OM beslist vrijdag."),
    ],
)
def test_notitie__wordt_een_afspraak(aan_tafel: Paar, keuze: tuple[int, int] | None, verwacht: str) -> None:
    _voorzitter, agent = aan_tafel
    veld = agent.veld()
    veld.locator("textarea").fill(TEKST)
    veld.locator("textarea").blur()
    expect(veld).to_contain_text("Opgeslagen om")
    if keuze is None:
        agent.page.reload()
    else:
        veld.locator("textarea").evaluate("(v, [a, b]) => v.setSelectionRange(a, b)", list(keuze))
    veld.locator("[data-naar-afspraak]").click()
    wat = agent.page.get_by_label("Wat gebeurt er?")
    expect(wat).to_have_value(verwacht)
    expect(wat).to_be_focused()
    assert "?" not in agent.page.url
    expect(veld.locator("textarea")).to_have_value(TEKST)


def test_toetsen__doen_wat_de_lijst_zegt_en_niets_in_een_veld(aan_tafel: Paar) -> None:
    voorzitter, _agent = aan_tafel
    page, toets = voorzitter.page, voorzitter.page.keyboard
    venster = page.get_by_role("dialog", name="Sneltoetsen")
    toets.press("?")
    expect(venster).to_be_visible()
    toets.press("v")
    expect(venster).to_be_visible()
    toets.press("Escape")
    expect(venster).to_be_hidden()
    toets.press("o")
    expect(page.locator("#vraag-regie summary")).to_be_focused()
    toets.press("a")
    expect(page.get_by_label("Wat gebeurt er?")).to_be_focused()
    toets.type("avow?")
    expect(page.get_by_label("Wat gebeurt er?")).to_have_value("avow?")
    expect(venster).to_be_hidden()
    page.get_by_role("link", name="Niet opslaan").click()
    expect(page.locator("#afspraak-formulier")).to_have_count(0)


def test_toetsen__escape_bewaart_en_v_en_w_gaan_langs_de_punten(aan_tafel: Paar) -> None:
    voorzitter, _agent = aan_tafel
    page, toets = voorzitter.page, voorzitter.page.keyboard
    veld = voorzitter.veld()
    veld.locator("textarea").focus()
    toets.type("Met Escape bewaard.")
    toets.press("Escape")
    expect(veld.locator("textarea")).not_to_be_focused()
    expect(veld).to_contain_text("Opgeslagen om")
    eerste = page.url
    toets.press("Control+v")
    assert page.url == eerste
    toets.press("v")
    page.wait_for_url(lambda url: url != eerste)
    page.wait_for_load_state()
    toets.press("w")
    page.wait_for_url(re.compile(re.escape(urlsplit(eerste).path)))


def test_toetsen__staan_uit_voor_wie_ze_uitzet(aan_tafel: Paar) -> None:
    voorzitter, _agent = aan_tafel
    page, toets = voorzitter.page, voorzitter.page.keyboard
    venster = page.get_by_role("dialog", name="Sneltoetsen")
    page.get_by_role("button", name="Sneltoetsen").click()
    page.get_by_role("button", name="Zet de sneltoetsen uit").click()
    expect(page.get_by_role("button", name="Zet de sneltoetsen aan")).to_be_focused()
    toets.press("Escape")
    page.reload()
    toets.press("?")
    toets.press("a")
    expect(venster).to_be_hidden()
    expect(page.locator("#afspraak-formulier")).to_have_count(0)


def test_afronden__nog_niet__blijft_live_en_volgt(aan_tafel: Paar, adres: str) -> None:
    """The answer to a refused form stands at the address of the form: the page must not ask there."""
    voorzitter, agent = aan_tafel
    gevraagd: list[str] = []
    voorzitter.drukt("Bespreking afronden")
    expect(voorzitter.page.get_by_text("De bespreking is nog niet afgerond")).to_have_count(1)
    assert urlsplit(voorzitter.page.url).path == adres
    expect(voorzitter.page.locator("#volgen")).not_to_contain_text("U kijkt zelf rond")
    voorzitter.page.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    agent.typt("Van de agent.")
    agent.ziet_stand("versie 2")
    voorzitter.leest("Van de agent.")
    assert not [url for url in gevraagd if "/afronden" in url]
    voorzitter.page.reload()
    expect(voorzitter.page.get_by_text("De bespreking is nog niet afgerond")).to_have_count(0)


def test_afspraak_opgeslagen__verder_bij_de_knop_onder_de_nieuwe(aan_tafel: Paar) -> None:
    voorzitter, _agent = aan_tafel
    _maakt(voorzitter, "Zet een agent bij de school", "Politie")
    expect(voorzitter.page.get_by_role("link", name="Afspraak toevoegen")).to_be_focused()
    expect(_rij(voorzitter, 1)).to_be_in_viewport()


@pytest.mark.parametrize("breedte", [1280, 320])
def test_strook__vult_en_bedekt_geen_veld(
    nieuwe_sessie: NieuweSessie, accounts: list[Account], adres: str, breedte: int
) -> None:
    voorzitter, agent = ga_aan_tafel(nieuwe_sessie, accounts, adres, breedte=breedte)
    strook = voorzitter.page.locator("#vijf-vragen")
    expect(strook).to_contain_text("0 van 5 beantwoord")
    agent.page.locator("#vijf-vragen a").last.click()
    vak = agent.klapt_open("Opschaling vastleggen", agent.page.locator("#vraag-opschaling"))
    agent.kiest("Opschalen", "Niet nodig", vak)
    agent.vult_in("Waarom dit besluit", "Deze tafel kan het zelf.", vak)
    agent.drukt("Opschaling opslaan", vak)
    expect(agent.page.locator("#vraag-opschaling")).to_contain_text("Ingevuld door")
    expect(agent.page.locator("#vraag-opschaling summary")).to_be_focused()
    expect(agent.page.locator("#omroep")).to_contain_text(re.compile(r"Vraag 5, .*: beantwoord\."))
    expect(strook).to_contain_text("1 van 5 beantwoord")
    voorzitter.page.locator("#vijf-vragen a").first.click()
    voorzitter.drukt("Bespreking afronden")
    expect(voorzitter.page.get_by_text("De bespreking is nog niet afgerond")).to_have_count(1)
    eerste = voorzitter.page.locator("#vraag-regie summary")
    expect(eerste).to_be_focused()
    assert eerste.evaluate(TOP) >= strook.evaluate(ONDER)
    assert strook.evaluate(TOP) >= 0
    assert strook.evaluate(ONDER) < HOOGTE / 2, "it stays in view"
    for _ in range(25):
        voorzitter.page.keyboard.press("Shift+Tab")
        bedekt = voorzitter.page.evaluate(
            """() => { const a = document.activeElement, s = document.getElementById("vijf-vragen");
            if (s.contains(a) || a === document.body) return false;
            const vak = a.getBoundingClientRect();
            const strook = s.getBoundingClientRect();
            return vak.height > 0 && vak.top >= strook.top && vak.bottom <= strook.bottom; }"""
        )
        assert not bedekt
    assert voorzitter.page.evaluate("document.documentElement.scrollWidth") <= breedte


def test_opening__wat_ouder_is_dan_het_laatste_antwoord__komt_er_niet_overheen(aan_tafel: Paar) -> None:
    voorzitter, _agent = aan_tafel
    page = voorzitter.page
    page.goto(urlsplit(page.url).path.rsplit("/", 1)[0])
    rij = page.locator("fieldset.deelname").last
    nee, staat = rij.get_by_role("radio", name="Nee").first, rij.locator(".deelname__staat")
    gehaald: list[tuple[Route, APIResponse]] = []

    def houd(weg: Route) -> None:
        """Read now, and give it to the page later."""
        gehaald.append((weg, weg.fetch()))

    page.route("**/bespreking?*deel=*", houd)
    rij.get_by_label("Aanwezigheid").select_option("aanwezig")
    expect(staat).to_contain_text("Opgeslagen")
    while not gehaald:
        page.wait_for_timeout(20)
    with page.expect_response("**/deelnames/*"):
        nee.check()
    page.get_by_role("button", name="Aanwezigheid opslaan").focus()  # on, as one does
    expect(rij).not_to_have_class("htmx-request")
    eerste, antwoord = gehaald[0]
    eerste.fulfill(response=antwoord)
    page.wait_for_timeout(300)
    expect(nee).to_be_checked()
    page.unroute("**/bespreking?*deel=*")
    page.get_by_role("button", name="Aanwezigheid opslaan").click()
    voorzitter.leest_melding("De aanwezigheid is opgeslagen")
    expect(nee).to_be_checked()
