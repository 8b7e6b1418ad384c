"""Twelve people at one table, each with a browser: all write at once, and in the end all see the same.

The network of one is gone nearly all that time, and comes back with everything that was typed meanwhile.
In the ordinary run for some seconds; `make duurproef` lets them write for two minutes (KRACHT_SECONDEN).
"""

from __future__ import annotations

import itertools
import os
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Afspraak, Gebruiker, Organisatie, Tekstveld, Tekstversie
from overleg.basis.klok import vandaag
from tests.kracht.conftest import Zaal
from tests.reis.casussen.soort import Afspraak as AfspraakTekst
from tests.reis.rollen.bespreking import Gespreksleider
from tests.steun.klant import Klant

SECONDEN = int(os.environ.get("KRACHT_SECONDEN") or 6)
ELDERS_NA = 12
"""So many words someone writes in one text before going to another."""
MINSTE_RONDES = 3
KLAAR_BINNEN = 60
NIET_KLAAR = "[data-onbewaard], .htmx-request, [data-botsing]"


class Schrijver(Gespreksleider):
    """Someone at the table, with the casus that is on open."""

    def __init__(self, page: Page, nummer: int) -> None:
        super().__init__(page)
        self.nummer, self.teller = nummer, itertools.count(1)
        self.velden: list[str] = []
        self.waar = ""
        self.getypt: defaultdict[str, list[str]] = defaultdict(list)

    def neemt_plaats(self, klant: Klant, adres: str) -> None:
        """Open the casus with the session of someone who signed in."""
        naam, _, waarde = klant.cookie.partition("=")
        plek = f"http://127.0.0.1:{klant.poort}"
        self.page.context.add_cookies([{"name": naam, "value": waarde, "url": plek}])
        self.gaat_naar(adres)
        velden = self.page.locator("form[data-tekstveld]")
        self.velden = velden.evaluate_all("velden => velden.map(veld => veld.id)")
        assert len(self.velden) > 5

    def gaat_schrijven_in(self, beurt: int) -> None:
        """Put the cursor at the end of another text."""
        self.waar = self.velden[(self.nummer + beurt) % len(self.velden)]
        self.page.locator(f"#{self.waar} textarea").focus()
        self.page.keyboard.press("Control+End")

    def typt_een_woord(self) -> None:
        """Type one sentence of one word, that nobody else types."""
        woord = f"P{self.nummer}w{next(self.teller)}. "
        self.page.keyboard.type(woord)
        self.getypt[self.waar].append(woord.strip())

    def maakt_eigen_afspraak(self, organisatie: str) -> None:
        """Add an afspraak that nobody else makes."""
        self.maakt_afspraak(
            AfspraakTekst(
                nummer=0,
                organisatie=organisatie,
                persoon="",
                wat=f"Afspraak {next(self.teller)} van persoon {self.nummer}",
                datum=vandaag() + timedelta(days=7),
                soort="Interventie",
                domein="Straf",
            )
        )
        self.waar = ""

    def raakt_netwerk_kwijt(self) -> None:
        """Lose the network, as a cable that is pulled out."""
        self.page.context.set_offline(True)

    def krijgt_netwerk_terug(self) -> None:
        """Have been told that nothing was saved; then come back."""
        balk = self.page.locator("#verbinding")
        expect(balk).to_contain_text("Geen verbinding")
        expect(balk).to_contain_text("nog niet opgeslagen")
        self.page.context.set_offline(False)

    def laat_eigen_tekst_staan(self) -> None:
        """Where two texts stand beside each other, let the own one stand."""
        naast_elkaar = self.page.locator("[data-tekstveld]:has([data-botsing])")
        for sleutel in naast_elkaar.evaluate_all("velden => velden.map(veld => veld.id)"):
            vak = self.page.locator(f"#{sleutel}")
            vak.get_by_role("button", name=re.compile("^(Mijn tekst opslaan|Opslaan)")).first.click()

    @property
    def klaar(self) -> bool:
        """Whether everything this person typed is saved."""
        return self.page.locator(NIET_KLAAR).count() == 0

    @property
    def ziet_teksten(self) -> dict[str, str]:
        """What stands in each text on this screen."""
        gelezen: dict[str, str] = self.page.evaluate(
            "() => Object.fromEntries([...document.querySelectorAll('form[data-tekstveld]')]"
            ".map(veld => [veld.id, veld.querySelector('textarea').value.trim()]))"
        )
        return gelezen


@pytest.fixture
def tafel(zaal: Zaal, browser: Browser) -> Iterator[list[Schrijver]]:
    """Return twelve people with the same casus open, each in a browser session of their own."""
    adres = f"{zaal.vergadering.url}/{zaal.vergadering.casussen[0].punt_id}"
    mensen = []
    for nummer, klant in enumerate(zaal.allen()):
        context = browser.new_context(base_url=f"http://127.0.0.1:{zaal.server.poort}", locale="nl-NL")
        context.set_default_timeout(KLAAR_BINNEN * 1000)
        mens = Schrijver(context.new_page(), nummer)
        mens.neemt_plaats(klant, adres)
        mensen.append(mens)
    yield mensen
    for mens in mensen:
        mens.page.context.close()


def _schrijf(tafel: list[Schrijver], organisatie: str) -> None:
    """Let all write in turn, word by word, for so long and some rounds at least; some make an afspraak.

    After the first round the last of them has no network until the end.
    """
    einde = time.monotonic() + SECONDEN
    *aanwezig, afwezig = tafel
    for ronde in itertools.count():
        if ronde >= MINSTE_RONDES and time.monotonic() > einde:
            afwezig.krijgt_netwerk_terug()
            return
        if ronde == 1:
            afwezig.raakt_netwerk_kwijt()
        for mens in tafel:
            if (ronde + mens.nummer) % ELDERS_NA == 0 or not mens.waar:
                mens.gaat_schrijven_in(ronde // ELDERS_NA)
            mens.typt_een_woord()
        if ronde % ELDERS_NA == 1:
            aanwezig[(ronde // ELDERS_NA) % len(aanwezig)].maakt_eigen_afspraak(organisatie)


def _maak_af(tafel: list[Schrijver]) -> None:
    """Leave the texts, choose where two stand beside each other, until everything is saved."""
    grens = time.monotonic() + KLAAR_BINNEN
    for mens in tafel:
        mens.page.locator("h1").first.click()
    while not all(mens.klaar for mens in tafel):
        assert time.monotonic() < grens, [m.page.locator(NIET_KLAAR).count() for m in tafel]
        for mens in tafel:
            mens.laat_eigen_tekst_staan()
        tafel[0].page.wait_for_timeout(200)


@pytest.mark.timeout(SECONDEN + 240)
def test_twaalf_schrijven_tegelijk__een_zonder_netwerk__allen_zien_hetzelfde_en_niets_is_weg(
    zaal: Zaal, tafel: list[Schrijver]
) -> None:
    with zaal.sessie() as sessie:
        organisatie = sessie.get_one(Organisatie, zaal.vergadering.organisatie_id).naam
    _schrijf(tafel, organisatie)
    _maak_af(tafel)
    with zaal.sessie() as sessie:
        bespreking_id = zaal.vergadering.casussen[0].bespreking_id
        velden = sessie.scalars(select(Tekstveld).where(Tekstveld.bespreking_id == bespreking_id)).all()
        staat = {f"tekst-{veld.id}": veld.waarde for veld in velden}
        afspraken = sessie.scalars(select(Afspraak.wat).where(Afspraak.bespreking_id == bespreking_id)).all()
        versies = _versies(sessie, [veld.id for veld in velden])
        wie = {mens.email: mens.id for mens in sessie.scalars(select(Gebruiker))}
    assert afspraken
    for mens in tafel:
        _ziet_alles(mens, staat, list(afspraken))
    weg = [
        (mens.nummer, veld, woord)
        for mens, email in zip(tafel, zaal.vergadering.emails, strict=True)
        for veld, woorden in mens.getypt.items()
        for woord in woorden
        if not any(woord in waarde for waarde in versies[wie[email], UUID(veld.removeprefix("tekst-"))])
    ]
    assert not weg, f"typed, and in no version: {weg}"


def _ziet_alles(mens: Schrijver, staat: dict[str, str], afspraken: list[str]) -> None:
    """Fail unless this screen comes to show what the database holds, without anything done for it."""
    grens = time.monotonic() + KLAAR_BINNEN
    while (gezien := mens.ziet_teksten) != staat and time.monotonic() < grens:
        mens.page.wait_for_timeout(100)
    assert gezien == staat, f"person {mens.nummer} sees something else"
    for wat in afspraken:
        expect(mens.page.locator("#afspraken")).to_contain_text(wat)


def _versies(sessie: Session, velden: list[UUID]) -> defaultdict[tuple[UUID, UUID], list[str]]:
    versies: defaultdict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    for versie in sessie.scalars(select(Tekstversie).where(Tekstversie.tekstveld_id.in_(velden))):
        versies[versie.door_id, versie.tekstveld_id].append(versie.waarde)
    return versies
