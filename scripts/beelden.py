"""The pictures of the handleiding, made anew: `make beelden`.

In: the demo data, with the clock at one day, so that a picture only changes when its screen did. Out: the PNG
files under docs/handleiding/beelden/. All people and casussen in them are invented.
"""

from __future__ import annotations

import logging
import re
import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import time_machine
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select

from models import Gebruiker
from overleg.basis.database import db
from overleg.basis.klok import AMSTERDAM
from overleg.demo.wie import DOMEIN
from scripts.gemeen import WORTEL, Onmogelijk, meld, voer_uit
from scripts.systeem import chromium
from tests.reis.mens import Mens
from tests.steun.bediening import ADRES, Server, bedien, toepassing, vul_met_demo
from tests.steun.browser import OPTIES
from tests.steun.database import migreer_leeg
from tests.steun.sessies import maak_sessie
from tests.verslag.sjablonen import sjabloon

DOEL = WORTEL / "docs" / "handleiding" / "beelden"
DAG = datetime(2026, 11, 25, 9, 0, tzinfo=AMSTERDAM)
BREED, HOOG = 900, 640
RUIM = 1140
"""For a screen whose columns need it."""
RAND = 12
"""What stays free around a part of a page."""
HOOGST = 660
"""What is longer than this ends there."""


@dataclass
class Toestel:
    """Takes the pictures: a browser, with a page for each person."""

    browser: Browser
    server: Server
    paginas: dict[str, Page] = field(default_factory=dict)

    def mens(self, wie: str) -> Mens:
        """Return the person with a demo account, signed in."""
        if wie not in self.paginas:
            context = self.browser.new_context(
                base_url=self.server.url,
                viewport={"width": BREED, "height": HOOG},
                locale="nl-NL",
                timezone_id="Europe/Amsterdam",
                reduced_motion="reduce",
            )
            koekje = {"name": "sessie", "value": kenmerk(wie), "domain": ADRES, "path": "/"}
            context.add_cookies([koekje])  # type: ignore[list-item] # the library wants a type of its own
            self.paginas[wie] = context.new_page()
        mens = Mens(self.paginas[wie])
        mens.gaat_naar("/")
        return mens

    def neem(self, naam: str, mens: Mens, deel: str = "", breed: int = BREED) -> None:
        """Keep a picture of the top of the page that is open, or of the part that a selector names."""
        page = mens.page
        page.set_viewport_size({"width": breed, "height": HOOG})
        page.wait_for_load_state("networkidle")
        page.evaluate("document.activeElement?.blur()")
        bestand = DOEL / f"{naam}.png"
        if not deel:
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=bestand, animations="disabled")
        else:
            vak = page.locator(deel).first.bounding_box()
            if vak is None:
                raise Onmogelijk(f"{naam}: {deel} is not on the page; say in scripts/beelden.py what is.")
            onder = page.evaluate("scrollY")
            page.screenshot(
                path=bestand,
                full_page=True,
                animations="disabled",
                clip={
                    "x": 0,
                    "y": max(0, vak["y"] + onder - RAND),
                    "width": breed,
                    "height": min(vak["height"] + 2 * RAND, HOOGST),
                },
            )
        meld(f"{bestand.relative_to(WORTEL)}: {bestand.stat().st_size // 1024} kB")


def kenmerk(wie: str) -> str:
    """Return what the session of a demo account is known by."""
    return urlsafe_b64encode(sha256(wie.encode()).digest()).decode().rstrip("=")


def vooraf(toestel: Toestel) -> None:
    """Take what there is before the meeting: Vandaag, aanmelden, triage, uitvraag, agenda."""
    voorzitter, inbrenger = toestel.mens("voorzitter"), toestel.mens("inbrenger")
    toestel.neem("vandaag", voorzitter)
    inbrenger.gaat_naar("/casussen/nieuw")
    toestel.neem("aanmelden", inbrenger, "main")
    voorzitter.volgt("Aanmeldingen die op triage wachten")
    voorzitter.page.locator("main .kaart a, main tbody a").first.click()
    voorzitter.leest_kop("Triage van")
    toestel.neem("triage", voorzitter, "#besluit")
    agent = toestel.mens("politie")
    agent.kiest_in_menu("Uitvragen")
    agent.page.locator("main tbody a").first.click()
    agent.leest_kop("Vraag aan uw organisatie")
    toestel.neem("uitvraag-antwoord", agent, "#antwoord")
    agent.kiest_in_menu("Acties")
    toestel.neem("acties", agent, "section[aria-labelledby=eigen-titel]")
    agent.page.locator("main tbody a", has_text=re.compile(r"^\d+\. ")).first.click()
    agent.leest_kop("Afspraak")
    toestel.neem("actie-melden", agent, "main")


def spoed(toestel: Toestel) -> None:
    """Take the screen for acute danger, of a casus that has it."""
    inbrenger = toestel.mens("inbrenger")
    inbrenger.gaat_naar("/casussen/nieuw")
    inbrenger.kiest("Is er nu acuut gevaar?", "Ja")
    inbrenger.drukt("Verder")
    inbrenger.leest_kop("Acuut gevaar")
    toestel.neem("spoed", inbrenger, "#nummers")


def overleg(toestel: Toestel) -> None:
    """Take the agenda, start the meeting and put a casus on."""
    secretaris, voorzitter, gast = (toestel.mens(wie) for wie in ("secretaris", "voorzitter", "gast"))
    secretaris.kiest_in_menu("Overleggen")
    eerste = "section:has(h2:text-is('Komend')) a.utrecht-link"
    adres = str(secretaris.page.locator(eerste).first.get_attribute("href"))
    secretaris.gaat_naar(f"{adres}/agenda")
    toestel.neem("agenda-maken", secretaris, "main", RUIM)
    secretaris.gaat_naar(f"{adres}/bespreking")
    secretaris.drukt("Start het overleg")
    secretaris.bevestigt()
    secretaris.page.locator("#deelnames").wait_for()
    toestel.neem("opening", secretaris, "#opening")
    gast.gaat_naar(f"{adres}/bespreking")
    toestel.neem("gast", gast, "main")
    voorzitter.gaat_naar(f"{adres}/bespreking")
    voorzitter.drukt("Begin met dit punt LW")
    voorzitter.page.locator("#vouw-feiten").wait_for()
    toestel.neem("bespreking", voorzitter, "#casus")
    toestel.neem("vijf-vragen", voorzitter, "#besluiten")


def achteraf(toestel: Toestel) -> None:
    """Take a verslag that is not adopted, and the pages of beheerder and functionaris."""
    voorzitter = toestel.mens("voorzitter")
    voorzitter.volgt("Verslag van")
    toestel.neem("vaststellen", voorzitter, "main")
    beheerder = toestel.mens("beheerder")
    beheerder.kiest_in_menu("Beheer")
    beheerder.volgt("Gebruikers")
    toestel.neem("gebruikers", beheerder, "main", RUIM)
    beheerder.gaat_naar("/beheer")
    beheerder.page.locator("main tbody a").first.click()
    toestel.neem("beheer-tafel", beheerder, "main")
    functionaris = toestel.mens("functionaris")
    functionaris.kiest_in_menu("Logboek")
    toestel.neem("logboek", functionaris, "main", RUIM)
    functionaris.kiest_in_menu("Bewaren")
    toestel.neem("bewaren", functionaris, "main")


def huisstijl(toestel: Toestel) -> None:
    """Take a template on trial, with what was found per style."""
    beheerder = toestel.mens("beheerder")
    beheerder.gaat_naar("/beheer")
    beheerder.page.locator("main tbody a").first.click()
    beheerder.volgt("Huisstijl")
    bestand = {"name": "huisstijl.dotx", "mimeType": "application/octet-stream", "buffer": sjabloon()}
    beheerder.page.set_input_files("input[type=file]", bestand)  # type: ignore[arg-type] # as the library reads it
    beheerder.drukt("Sjabloon inlezen")
    beheerder.page.locator("#proef").wait_for()
    toestel.neem("huisstijl", beheerder, "#proef")


REEKS: tuple[Callable[[Toestel], None], ...] = (vooraf, spoed, achteraf, huisstijl, overleg)


@contextmanager
def demo() -> Iterator[Server]:
    """Serve the demo as it is on the day of the pictures, everybody signed in."""
    with TemporaryDirectory() as naam, time_machine.travel(DAG, tick=True):
        map_ = Path(naam)
        leeg, vol = map_ / "leeg.db", map_ / "demo.db"
        migreer_leeg(f"sqlite:///{leeg}")
        vul_met_demo(leeg, vol, map_)
        app = toepassing(vol, map_, demo=True)
        with app.app_context():
            for mens in db.session.scalars(select(Gebruiker)).all():
                maak_sessie(db.session(), mens, kenmerk=kenmerk(mens.email.removesuffix(DOMEIN)))
        with bedien(app) as server:
            yield server


def opdracht() -> int:
    """Run `python -m scripts.beelden`."""
    programma = chromium()
    if programma is None:
        raise Onmogelijk("The pictures need Chromium: `make test` installs it, or says how.")
    logging.disable(logging.INFO)  # a line for each request says nothing here
    DOEL.mkdir(parents=True, exist_ok=True)
    gevraagd = set(sys.argv[1:])
    with demo() as server, sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=str(programma), args=OPTIES)
        toestel = Toestel(browser, server)
        for deel in REEKS:
            if not gevraagd or deel.__name__ in gevraagd:
                deel(toestel)
        browser.close()
    return 0


if __name__ == "__main__":
    voer_uit(opdracht)
