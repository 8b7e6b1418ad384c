"""Who reads about a meeting; a guest sees one item while it is on, and nothing afterwards."""

from datetime import date
from urllib.parse import urlsplit

from playwright.sync_api import expect

from overleg.basis.weergave import datum_lang
from tests.reis.rollen.documenten import Lezer, Wordtekst


class Bezoeker(Lezer):
    """Someone who opens the page of a meeting to read."""

    def gaat_naar_overleg(self, op: date) -> None:
        """Open the meeting of that day."""
        self.kiest_in_menu("Overleggen")
        self.volgt(datum_lang(op))
        self.leest_kop(datum_lang(op))

    def haalt_agenda(self, op: date) -> Wordtekst:
        """Download the agenda of that day."""
        self.gaat_naar_overleg(op)
        return self._download("Agenda in Word")


class AanTafelGast(Bezoeker):
    """Someone who joins for one agendapunt."""

    def ziet_nog_niets(self, op: date, kenmerk: str) -> None:
        """Fail unless the meeting shows only the own time, as long as the item is not on."""
        self.gaat_naar_overleg(op)
        expect(self.deel("Uw tijd")).to_contain_text("U schuift aan")
        self.ziet_niet(kenmerk)

    def schuift_aan(self, op: date, kenmerk: str) -> list[str]:
        """Open the item that is on; return its addresses, to try again later."""
        self.gaat_naar_overleg(op)
        self.volgt("Naar de bespreking")
        self.leest_kop("U bent gast bij dit overleg")
        self.volgt("Naar de casus")
        self.leest_kop(kenmerk)
        return [self._pad()]

    def kan_niets_delen(self, *partners: str) -> list[str]:
        """Fail unless the page says of each partner that there is no ground; return its address."""
        self.volgt("Informatie toevoegen")
        for partner in partners:
            self.ziet(f"Er is geen grondslag om dit te delen met {partner}")
        return [self._pad()]

    def _pad(self) -> str:
        return urlsplit(self.page.url).path
