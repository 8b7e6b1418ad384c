"""Two people with the same casus open in a browser, in the middle of a meeting."""

from __future__ import annotations

import re
import shutil
import uuid
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect
from sqlalchemy import exists, select

from models import Agendapunt, Gebruiker, Lidmaatschap, Overleg, Tekstversie
from models.waarden import OverlegStatus
from overleg.basis.database import db
from tests.reis.mens import Mens
from tests.steun.bediening import ADRES, Account, Server, toepassing
from tests.steun.browser import NieuweSessie
from tests.steun.gedeeld import eenmalig
from tests.steun.sessies import geef_koekje, maak_sessie
from tests.steun.toepassing import Bezoeker, los
from tests.steun.waarnemer import Waarnemer

DEMO = "demo.voorbeeld.nl"
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


@pytest.fixture(scope="session")
def demo_sjabloon(demo_sjabloon: Path, testmap: Path) -> Path:
    """Return a SQLite file to be copied: the demo data, a meeting at its first casus, all signed in."""
    bestand = testmap / "overleg-bezig.db"
    eenmalig(testmap / "overleg-bezig.klaar", lambda: _begin_overleg(demo_sjabloon, bestand, testmap))
    return bestand


def _begin_overleg(bron: Path, doel: Path, testmap: Path) -> None:
    """Let the voorzitter start the first meeting, and put its first casus on."""
    bezig = Path(shutil.copy(bron, doel.with_suffix(".bezig")))
    app = toepassing(bezig, testmap, demo=True)
    app.test_client_class = Bezoeker
    client = app.test_client()
    email = f"voorzitter@{DEMO}"
    with app.app_context():
        gebruiker = db.session.scalars(select(Gebruiker).where(Gebruiker.email == email)).one()
        geef_koekje(client, maak_sessie(db.session(), gebruiker))
        overleg = db.session.scalars(
            select(Overleg)
            .join(Lidmaatschap, Lidmaatschap.tafel_id == Overleg.tafel_id)
            .join(Gebruiker, Gebruiker.id == Lidmaatschap.gebruiker_id)
            .where(Gebruiker.email == email, Overleg.status == OverlegStatus.GEPUBLICEERD)
            .where(exists().where(Agendapunt.overleg_id == Overleg.id, Agendapunt.casus_id.is_not(None)))
            .order_by(Overleg.datum)
        ).first()
        assert overleg is not None
        punten = sorted((p for p in overleg.punten if p.casus_id), key=lambda p: p.volgorde)
        adres = f"/overleggen/{overleg.id}/bespreking"
        begin = f"{adres}/{punten[0].id}/begin"
        for mens in db.session.scalars(select(Gebruiker)).all():
            maak_sessie(db.session(), mens, kenmerk=_kenmerk(mens.email))
    for pad in (f"{adres}/start", begin):
        assert client.post(pad).status_code == 303, pad
    los(app)
    bezig.rename(doel)


@pytest.fixture
def adres(server: Server) -> str:
    """Return the address of the casus that is on."""
    with server.app.app_context():
        bezig = select(Overleg).where(
            Overleg.huidig_punt_id.is_not(None), Overleg.status == OverlegStatus.LOPEND
        )
        overleg = db.session.scalars(bezig).one()
        return f"/overleggen/{overleg.id}/bespreking/{overleg.huidig_punt_id}"


@pytest.fixture
def aan_tafel(
    nieuwe_sessie: NieuweSessie, accounts: list[Account], adres: str
) -> tuple[Tafelgenoot, Tafelgenoot]:
    """Return the voorzitter with a casus that is on, and someone of the police at the meeting."""
    return ga_aan_tafel(nieuwe_sessie, accounts, adres)


def ga_aan_tafel(
    nieuwe_sessie: NieuweSessie, accounts: list[Account], adres: str, **scherm: int
) -> tuple[Tafelgenoot, Tafelgenoot]:
    """Let the voorzitter, and someone of the police who goes along, open the casus that is on."""
    voorzitter, agent = (
        meld_aan(nieuwe_sessie(**scherm), accounts, wie) for wie in ("voorzitter", "politie")
    )
    for mens in (voorzitter, agent):
        mens.gaat_naar(adres)
    return voorzitter, agent


def meld_aan(page: Page, accounts: list[Account], wie: str) -> Tafelgenoot:
    """Let someone be signed in with a demo account, in the session that the copied data hold for it."""
    account = next(a for a in accounts if a.email == f"{wie}@{DEMO}")
    koekje = {"name": "sessie", "value": _kenmerk(account.email), "domain": ADRES, "path": "/"}
    page.context.add_cookies([koekje])  # type: ignore[list-item] # the library wants a type of its own
    return Tafelgenoot(page)


def _kenmerk(email: str) -> str:
    return urlsafe_b64encode(sha256(email.encode()).digest()).decode().rstrip("=")


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


WEG = ("net::ERR_", "htmx:sendError")
"""What the console says of a server or network that is away; the word depends on when it goes."""
