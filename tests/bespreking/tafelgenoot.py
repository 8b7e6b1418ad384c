"""Two people with the same casus open in a browser, in the middle of a meeting."""

from __future__ import annotations

import re
import uuid

import pytest
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Locator, Page, Request, Route, expect
from sqlalchemy import select

from models import Tekstversie
from overleg.basis.database import db
from tests.reis.mens import Mens
from tests.steun.bediening import Account, Server
from tests.steun.browser import NieuweSessie
from tests.steun.waarnemer import Waarnemer

_koekjes: dict[str, list[SetCookieParam]] = {}
FEITEN = "#stap-1 form[data-tekstveld]"


class Tafelgenoot(Mens):
    """Someone with the meeting open."""

    def veld(self, kiezer: str = FEITEN) -> Locator:
        """Return the first text of a part of the page."""
        return self.page.locator(kiezer).first

    def typt(self, tekst: str) -> None:
        """Type letter by letter at the end of the text, and stay in the field."""
        vak = self.veld().locator("textarea")
        vak.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(tekst, delay=5)

    @property
    def vak(self) -> Locator:
        """Return the place where one types."""
        return self.veld().locator("textarea")

    @property
    def veld_id(self) -> str:
        """Return the id of the text."""
        return str(self.veld().get_attribute("id")).removeprefix("tekst-")

    def ziet_stand(self, tekst: str, binnen_ms: int = 20_000) -> None:
        """See these words under the field."""
        expect(self.veld().locator("[data-stand]")).to_contain_text(tekst, timeout=binnen_ms)

    def telt_bewaren(self) -> list[str]:
        """Return a list that grows with the body of every save this person's page sends."""
        verstuurd: list[str] = []

        def noteer(verzoek: Request) -> None:
            if is_bewaren(verzoek):
                verstuurd.append((verzoek.post_data_buffer or b"").decode())

        self.page.on("request", noteer)
        return verstuurd

    def houdt_op(self, *, alleen_eerste: bool = False) -> list[Route]:
        """Hold back the saves of this page; the list grows with what waits, let each go with `continue_`."""
        wachtend: list[Route] = []

        def houd(route: Route) -> None:
            if alleen_eerste and wachtend:
                route.continue_()
            else:
                wachtend.append(route)

        self.page.route(re.compile(r"/teksten/[0-9a-f-]{36}$"), houd)
        return wachtend

    def leest(self, tekst: str) -> None:
        """See this text in the field, without doing anything for it."""
        expect(self.veld().locator("textarea")).to_have_value(tekst)


@pytest.fixture
def aan_tafel(nieuwe_sessie: NieuweSessie, accounts: list[Account]) -> tuple[Tafelgenoot, Tafelgenoot]:
    """Return the voorzitter with a casus that is on, and someone of the police at the meeting."""
    return ga_aan_tafel(nieuwe_sessie, accounts)


def ga_aan_tafel(
    nieuwe_sessie: NieuweSessie, accounts: list[Account], **scherm: int
) -> tuple[Tafelgenoot, Tafelgenoot]:
    """Let the voorzitter start a meeting and put a casus on; someone of the police opens the meeting."""
    voorzitter, agent = (
        meld_aan(nieuwe_sessie(**scherm), accounts, wie) for wie in ("voorzitter", "politie")
    )
    page = voorzitter.page
    voorzitter.gaat_naar("/overleggen")
    links = page.locator("main a[href^='/overleggen/']").evaluate_all(
        "a => a.map(x => x.getAttribute('href'))"
    )
    for adres in dict.fromkeys(a for a in links if re.fullmatch(r"/overleggen/[0-9a-f-]{36}", a)):
        page.goto(f"{adres}/bespreking")
        if page.get_by_role("button", name="Start het overleg").count():
            page.get_by_role("button", name="Start het overleg").click()
            agent.gaat_naar(f"{adres}/bespreking")
            break
    page.locator("#punten li:has(a[href*='/bespreking/'])").get_by_role("button").first.click()
    expect(page.get_by_text("Aan de beurt")).to_be_visible()
    page.wait_for_load_state()
    return voorzitter, agent


def meld_aan(page: Page, accounts: list[Account], wie: str) -> Tafelgenoot:
    """Let someone be signed in with a demo account.

    Through the page the first time; every test has the same demo data, so afterwards with the cookie of then.
    """
    account = next(a for a in accounts if a.email == f"{wie}@demo.voorbeeld.nl")
    mens = Tafelgenoot(page)
    if account.email in _koekjes:
        page.context.add_cookies(_koekjes[account.email])
    else:
        mens.logt_in(account.email, account.wachtwoord)
        _koekjes[account.email] = page.context.cookies()  # type: ignore[assignment] # what it gave, it takes
    return mens


def is_bewaren(verzoek: Request) -> bool:
    """Whether this is the save of a text."""
    return verzoek.method == "POST" and re.search(r"/teksten/[0-9a-f-]{36}$", verzoek.url) is not None


def versies_in(server: Server, veld_id: str) -> list[tuple[str, bool]]:
    """Return every text of a field as the database has it, oldest first, and whether it was refused."""
    with server.app.app_context():
        vraag = select(Tekstversie).where(Tekstversie.tekstveld_id == uuid.UUID(veld_id))
        return [(v.waarde, v.geweigerd) for v in db.session.scalars(vraag.order_by(Tekstversie.op))]


def sleutel_in(inhoud: str) -> str:
    """Return the key that a save carried."""
    gevonden = re.search(r'name="sleutel"\r?\n\r?\n([0-9a-f-]{36})', inhoud)
    assert gevonden, inhoud
    return gevonden.group(1)


def vergeef(waarnemer: Waarnemer, *delen: str) -> None:
    """Take out of the complaints what this test caused on purpose."""
    waarnemer.klachten = [k for k in waarnemer.klachten if not any(deel in k for deel in delen)]


WEG = (
    "ERR_INTERNET_DISCONNECTED",
    "ERR_CONNECTION_REFUSED",
    "ERR_CONNECTION_RESET",
    "ERR_EMPTY_RESPONSE",
    "ERR_FAILED",
)
"""What the console says of a server that is away."""
