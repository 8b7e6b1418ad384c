"""How many statements a page, a fragment and a save cost, with little and with much on the table."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from overleg.basis.database import db
from overleg.basis.klok import vandaag
from overleg.live.delen import VAN_CASUS, VAN_OVERLEG
from scripts.bench.regels import Regel
from scripts.bench.verzoek import VERSIE
from scripts.bench.zaal import Zaal, bezoeker
from tests.steun.vergadering import Vergadering

AFSPRAKEN = 15
GOED, ELDERS = 200, 303


def _tel(app: Flask, doe: Callable[[], object]) -> int:
    """Count the statements of one call; the second, because the first look of someone leaves a line."""
    doe()
    gezien: list[str] = []

    def hoor(*args: Any) -> None:
        gezien.append(args[2])

    with app.app_context():
        motor = db.engine
    event.listen(motor, "before_cursor_execute", hoor)
    doe()
    event.remove(motor, "before_cursor_execute", hoor)
    return len(gezien)


class Voorzitter:
    """The voorzitter of a meeting, in this process."""

    def __init__(self, app: Flask, van: Vergadering) -> None:
        self.app, self.van = app, van
        wie = bezoeker(app, van.emails[0])
        naam, _, waarde = wie.cookie.partition("=")
        self.koppen = {"X-CSRFToken": wie.token}
        self.client: FlaskClient = app.test_client()
        self.client.set_cookie(naam, waarde)

    def vragen(self, pad: str) -> int:
        """Return the number of statements of a page."""
        return _tel(self.app, lambda: self.haal(pad))

    def haal(self, pad: str) -> None:
        """Get a page, and insist that it is there."""
        if (status := self.client.get(pad).status_code) != GOED:
            raise RuntimeError(f"{pad} answered {status}")

    def maakt_afspraken(self) -> None:
        """Fill the first casus."""
        for nummer in range(AFSPRAKEN):
            gegevens = {
                "wat": f"Afspraak {nummer}",
                "organisatie": str(self.van.organisatie_id),
                "persoon": "",
                "datum": f"{vandaag() + timedelta(days=7):%d-%m-%Y}",
                "soort": "interventie",
                "domein": "straf",
                "veiligheid": ["direct"],
                "verzendnummer": uuid4().hex,
            }
            pad = self.van.casussen[0].afspraken
            if (status := self.client.post(pad, data=gegevens, headers=self.koppen).status_code) != ELDERS:
                raise RuntimeError(f"{pad} answered {status}")

    def opslaan(self) -> int:
        """Return the number of statements of one saved text."""
        return _tel(self.app, self.bewaarder())

    def bewaarder(self) -> Callable[[], None]:
        """Return a call that saves another text in a field of the first casus, each time it is made."""
        plek = self.van.casussen[0]
        veld = plek.velden[-1]
        pad, blad = plek.tekst(veld), f"{self.van.url}/{plek.punt_id}?deel=tekst-{veld}"
        gevonden = VERSIE.search(self.client.get(blad).text)
        if gevonden is None:
            raise RuntimeError(f"{blad} names no version")
        versie = itertools.count(int(gevonden[1]))

        def doe() -> None:
            gegevens = {"versie": str(next(versie)), "waarde": uuid4().hex, "sleutel": str(uuid4())}
            koppen = {**self.koppen, "HX-Request": "true"}
            if (status := self.client.post(pad, data=gegevens, headers=koppen).status_code) != GOED:
                raise RuntimeError(f"{pad} answered {status}")

        return doe


def _paden(van: Vergadering) -> dict[str, str]:
    plek = van.casussen[0]
    blad = f"{van.url}/{plek.punt_id}"
    return {
        "page of the meeting": van.url,
        "page of a casus": blad,
        "fragment tekst": f"{blad}?deel=tekst-{plek.velden[0]}",
        **{f"fragment {deel}": f"{blad}?deel={deel}" for deel in VAN_CASUS},
        **{f"fragment {deel} (meeting)": f"{van.url}?deel={deel}" for deel in VAN_OVERLEG},
    }


def vragen(zaal: Zaal) -> Iterator[Regel]:
    """Return the number of each page with 1 casus and no afspraken, and with 12 and many."""
    weinig, veel = Voorzitter(zaal.app, zaal.rustig), Voorzitter(zaal.app, zaal.vol)
    yield Regel("statements, one saved text", f"{weinig.opslaan()} with 1 casus, {veel.opslaan()} with 12")
    veel.maakt_afspraken()
    for (naam, kort), lang in zip(_paden(zaal.rustig).items(), _paden(zaal.vol).values(), strict=True):
        een, twaalf = weinig.vragen(kort), veel.vragen(lang)
        waarde = f"{een} with 1 casus, {twaalf} with 12 and {AFSPRAKEN} afspraken"
        yield Regel(f"statements, {naam}", waarde, "the same", een == twaalf)
