"""The stage of a journey: the clock stands in november 2026, and each person has a session of their own.

`toneel.is(...)` moves to a later moment; whoever plays after that signs in anew, as people do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from playwright.sync_api import Page
from time_machine import Traveller

from overleg.basis.klok import AMSTERDAM
from overleg.demo.wie import PERSONEN, WACHTWOORD
from tests.reis.bediening import Bediening, Muis, Toetsenbord
from tests.reis.mens import Mens
from tests.steun.browser import NieuweSessie

ADRESSEN = {persoon.adres: persoon.email for persoon in PERSONEN}
BEGIN = datetime(2026, 11, 25, 9, 0, tzinfo=AMSTERDAM)
M = TypeVar("M", bound=Mens)


def met_muis(_page: Page) -> Bediening:
    """Work a page with the mouse."""
    return Muis()


def met_toetsen(page: Page) -> Bediening:
    """Work a page with the keyboard alone."""
    return Toetsenbord(page)


class Toneel:
    """Brings people on, each once a moment."""

    def __init__(
        self,
        klok: Traveller,
        nieuwe_sessie: NieuweSessie,
        bediening: Callable[[Page], Bediening] = met_muis,
        *,
        javascript: bool = True,
    ) -> None:
        self.klok, self.nieuwe_sessie = klok, nieuwe_sessie
        self.bediening, self.javascript = bediening, javascript
        self._op: dict[str, Mens] = {}

    def is_nu(self, *moment: int) -> None:
        """Let time go on to this moment (year, month, day, hour, minute) in Amsterdam; everybody leaves."""
        for mens in self._op.values():
            mens.page.context.close()
        self._op.clear()
        self.klok.move_to(datetime(*moment, tzinfo=AMSTERDAM))  # type: ignore[arg-type,misc]

    def komt(self, soort: type[M], wie: str) -> M:
        """Return the person with this demo account, signed in."""
        mens = self._op.get(wie)
        if isinstance(mens, soort):
            return mens
        page = self.nieuwe_sessie(javascript=self.javascript)
        nieuw = soort(page, self.bediening(page))
        nieuw.logt_in(ADRESSEN[wie], WACHTWOORD)
        self._op[wie] = nieuw
        return nieuw
