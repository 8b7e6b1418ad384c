"""A server, a session or a right that goes away while someone types: nothing typed is lost."""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Dialog, expect
from sqlalchemy import delete, select

from models import AfwezigBij, Agendapunt, Bespreking, Deelname, Gebruiker, Lidmaatschap, Tekstveld
from overleg.basis.database import db
from tests.bespreking.tafelgenoot import WEG, Tafelgenoot, vergeef, versies_in
from tests.steun.bediening import Account, Server, bedien, toepassing
from tests.steun.waarnemer import Waarnemer

Tafel = tuple[Tafelgenoot, Tafelgenoot]
VERBERG = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


class Uitrol:
    """A server that can be stopped, and started again at the same address with the same database."""

    def __init__(self, bestand: Path, testmap: Path) -> None:
        self.bestand, self.testmap = bestand, testmap
        self.begin()

    def begin(self, poort: int = 0) -> None:
        """Serve."""
        self.open = ExitStack()
        self.nu = self.open.enter_context(bedien(toepassing(self.bestand, self.testmap, demo=True), poort))

    def stop(self) -> None:
        """Stop serving."""
        self.open.close()

    def opnieuw(self) -> None:
        """Serve again at the same address."""
        self.begin(int(self.nu.url.rsplit(":", 1)[1]))

    @property
    def url(self) -> str:
        """The address."""
        return self.nu.url

    @property
    def app(self) -> Flask:
        """The application that is served now."""
        return self.nu.app


@pytest.fixture
def server(demo_sjabloon: Path, tmp_path: Path, testmap: Path) -> Iterator[Uitrol]:
    """Serve the demo data with a server that can be replaced."""
    uitrol = Uitrol(Path(shutil.copy(demo_sjabloon, tmp_path / "demo.db")), testmap)
    yield uitrol
    uitrol.stop()


def _samen_bij(aan_tafel: Tafel) -> Tafel:
    voorzitter, agent = aan_tafel
    agent.page.wait_for_url(voorzitter.page.url)
    return voorzitter, agent


def test_netwerk_twee_minuten_weg__alles_een_keer_nagestuurd(
    aan_tafel: Tafel, server: Server, waarnemer: Waarnemer
) -> None:
    voorzitter, agent = _samen_bij(aan_tafel)
    agent.page.clock.install()
    agent.page.context.set_offline(True)
    for minuut in ("Eerste minuut.", " Tweede minuut."):
        agent.typt(minuut)
        agent.page.clock.run_for(2_000)
        agent.ziet_stand("Niet opgeslagen", 3000)
        agent.page.clock.run_for(58_000)
    plan = agent.veld("#stap-2 form[data-tekstveld]")
    plan.locator("textarea").fill("Ook dit veld.")
    expect(agent.page.locator("#verbinding")).to_contain_text("Geen verbinding")
    agent.page.context.set_offline(False)
    agent.page.clock.run_for(5_000)
    agent.ziet_stand("versie")
    expect(plan.locator("[data-stand]")).to_contain_text("versie 2")
    expect(agent.page.locator("#verbinding")).to_be_hidden()
    voorzitter.leest("Eerste minuut. Tweede minuut.")
    teksten = [tekst for tekst, geweigerd in versies_in(server, agent.veld_id) if not geweigerd]
    assert teksten[-1] == "Eerste minuut. Tweede minuut."
    assert len(teksten) == len(set(teksten)), "sent once"
    vergeef(waarnemer, *WEG)


def test_tabblad_slaapt__haalt_in_zonder_gat(aan_tafel: Tafel) -> None:
    voorzitter, agent = _samen_bij(aan_tafel)
    cdp = agent.page.context.new_cdp_session(agent.page)
    cdp.send("Page.setWebLifecycleState", {"state": "frozen"})
    voorzitter.typt("Terwijl u sliep.")
    voorzitter.ziet_stand("versie 2")
    voorzitter.veld("#stap-2 form[data-tekstveld]").locator("textarea").fill("En dit.")
    voorzitter.vak.focus()
    cdp.send("Page.setWebLifecycleState", {"state": "active"})
    agent.leest("Terwijl u sliep.")
    expect(agent.veld("#stap-2 form[data-tekstveld]").locator("textarea")).to_have_value("En dit.")


def test_pagina_verborgen__meteen_opgeslagen(aan_tafel: Tafel, server: Server) -> None:
    voorzitter, _agent = aan_tafel
    voorzitter.page.clock.install()
    voorzitter.page.clock.pause_at(voorzitter.page.evaluate("Date.now()") / 1000 + 1)
    voorzitter.typt("Snel nog dit.")
    voorzitter.page.evaluate(VERBERG)
    voorzitter.ziet_stand("versie 2", 3000)
    assert versies_in(server, voorzitter.veld_id) == [("Snel nog dit.", False)]


def test_pagina_weg__ook_wat_nog_wachtte_komt_aan(aan_tafel: Tafel, server: Server) -> None:
    voorzitter, agent = _samen_bij(aan_tafel)
    veld_id = voorzitter.veld_id
    voorzitter.page.on("dialog", lambda vraag: vraag.accept())
    voorzitter.houdt_op(alleen_eerste=True)
    voorzitter.typt("Eerst dit.")
    voorzitter.ziet_stand("Bezig met opslaan")
    voorzitter.page.keyboard.type(" En op de valreep dit.")
    voorzitter.page.goto("/acties")
    agent.leest("Eerst dit. En op de valreep dit.")
    assert versies_in(server, veld_id)[-1] == ("Eerst dit. En op de valreep dit.", False)


def test_server_opnieuw_uitgerold__zegt_het_en_stuurt_alles(
    aan_tafel: Tafel, server: Uitrol, waarnemer: Waarnemer
) -> None:
    _voorzitter, agent = _samen_bij(aan_tafel)
    server.stop()
    agent.typt("Tijdens de uitrol.")
    agent.ziet_stand("Niet opgeslagen", 3000)
    expect(agent.page.locator("#verbinding")).to_contain_text("1 veld is nog niet opgeslagen", timeout=5000)
    server.opnieuw()
    agent.ziet_stand("versie 2")
    expect(agent.page.locator("#verbinding")).to_be_hidden()
    assert versies_in(server.nu, agent.veld_id) == [("Tijdens de uitrol.", False)]
    vergeef(waarnemer, *WEG)


def test_server_antwoordt_niet__blijft_niet_bezig(aan_tafel: Tafel) -> None:
    voorzitter, _agent = aan_tafel
    wachtend = voorzitter.houdt_op()
    voorzitter.typt("Hoort u mij?")
    voorzitter.ziet_stand("Bezig met opslaan", 2000)
    voorzitter.ziet_stand("Niet opgeslagen", 3000)
    wachtend[0].continue_()
    voorzitter.ziet_stand("versie 2")


def _logt_elders_in(mens: Tafelgenoot, account: Account, waarnemer: Waarnemer) -> None:
    """Sign in in another tab of the same browser."""
    blad = mens.page.context.new_page()
    waarnemer.let_op(blad)
    Tafelgenoot(blad).logt_in(account.email, account.wachtwoord)
    blad.close()


def _account(accounts: list[Account], wie: str) -> Account:
    return next(a for a in accounts if a.email == f"{wie}@demo.voorbeeld.nl")


def test_sessie_verlopen__na_opnieuw_inloggen_alles_verstuurd(
    aan_tafel: Tafel, server: Server, accounts: list[Account], waarnemer: Waarnemer
) -> None:
    voorzitter, agent = _samen_bij(aan_tafel)
    verstuurd = agent.telt_bewaren()
    token = agent.page.locator('meta[name="csrf-token"]').get_attribute("content")
    agent.page.context.clear_cookies()
    agent.typt("Na afloop van de sessie.")
    agent.ziet_stand("Niet opgeslagen. U bent uitgelogd")
    balk = agent.page.locator("#verbinding")
    expect(balk.get_by_role("link", name="Log opnieuw in")).to_be_visible()
    _logt_elders_in(agent, _account(accounts, "politie"), waarnemer)
    agent.ziet_stand("versie 2")
    voorzitter.leest("Na afloop van de sessie.")
    assert agent.page.locator('meta[name="csrf-token"]').get_attribute("content") != token
    assert len({inhoud.split('name="sleutel"')[1][:50] for inhoud in verstuurd}) == 1
    assert versies_in(server, agent.veld_id) == [("Na afloop van de sessie.", False)]
    expect(balk).to_be_hidden()


def test_iemand_anders_ingelogd__tekst_gaat_niet_onder_diens_naam(
    aan_tafel: Tafel, server: Server, accounts: list[Account], waarnemer: Waarnemer
) -> None:
    _voorzitter, agent = _samen_bij(aan_tafel)
    agent.page.context.clear_cookies()
    _logt_elders_in(agent, _account(accounts, "voorzitter"), waarnemer)
    agent.typt("Van de agent.")
    agent.ziet_stand("Niet opgeslagen. In deze browser is nu iemand anders ingelogd")
    agent.leest("Van de agent.")
    assert versies_in(server, agent.veld_id) == []


def _lid_af(gebruiker: Gebruiker, _punt: Agendapunt) -> None:
    db.session.execute(delete(Lidmaatschap).where(Lidmaatschap.gebruiker_id == gebruiker.id))


def _account_dicht(gebruiker: Gebruiker, _punt: Agendapunt) -> None:
    gebruiker.active = False


def _belangenconflict(gebruiker: Gebruiker, punt: Agendapunt) -> None:
    vraag = select(Deelname).where(
        Deelname.overleg_id == punt.overleg_id, Deelname.gebruiker_id == gebruiker.id
    )
    deelname = db.session.scalars(vraag).one()
    db.session.add(AfwezigBij(deelname_id=deelname.id, punt_id=punt.id, belangenconflict=True))


@pytest.mark.parametrize("trek_in", [_lid_af, _account_dicht, _belangenconflict])
def test_recht_weg_midden_in_een_zin__eigen_tekst_blijft_de_casus_gaat(
    aan_tafel: Tafel, server: Server, trek_in: Callable[[Gebruiker, Agendapunt], None]
) -> None:
    voorzitter, agent = _samen_bij(aan_tafel)
    veld_id = agent.veld_id
    kenmerk = agent.page.get_by_role("heading", level=1).inner_text()
    agent.page.on("dialog", _blijf)
    wachtend = agent.houdt_op()
    agent.typt("Midden in een zin")
    agent.ziet_stand("Bezig met opslaan")
    with server.app.app_context():
        veld = db.session.scalars(select(Tekstveld).where(Tekstveld.id == uuid.UUID(veld_id))).one()
        bespreking = db.session.get_one(Bespreking, veld.bespreking_id)
        gebruiker = db.session.scalars(
            select(Gebruiker).where(Gebruiker.email == "politie@demo.voorbeeld.nl")
        ).one()
        trek_in(gebruiker, db.session.get_one(Agendapunt, bespreking.punt_id))
        db.session.commit()
    wachtend[0].continue_()
    expect(agent.page.get_by_role("heading", name="U kunt deze casus nu niet zien")).to_be_visible()
    expect(agent.page.locator("textarea")).to_have_count(1)
    expect(agent.page.locator("textarea")).to_have_value(re.compile("Midden in een zin$"))
    assert kenmerk not in agent.page.locator("body").inner_text()
    assert versies_in(server, veld_id) == []
    voorzitter.leest("")


def _blijf(vraag: Dialog) -> None:
    vraag.dismiss()
