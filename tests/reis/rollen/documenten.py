"""The Word files that someone downloads, by the links on the pages."""

import io
from datetime import date

from docx import Document
from docx.table import Table

from overleg.basis.weergave import datum_lang
from tests.reis.mens import Mens

Rijen = list[tuple[str, ...]]


class Wordtekst:
    """A Word file as a reader sees it: all its words, and the rows of its tables."""

    def __init__(self, inhoud: bytes) -> None:
        """Open the file; one that Word cannot read fails the test."""
        delen: list[str] = []
        self.rijen: Rijen = []
        for deel in Document(io.BytesIO(inhoud)).iter_inner_content():
            if isinstance(deel, Table):
                self.rijen += [tuple(cel.text for cel in rij.cells) for rij in deel.rows]
            else:
                delen.append(deel.text)
        self.tekst = "\n".join([*delen, *(" | ".join(rij) for rij in self.rijen)])

    def rij_met(self, tekst: str) -> tuple[str, ...]:
        """Return the only row with these words; more or none fails the test."""
        gevonden = [rij for rij in self.rijen if any(tekst in cel for cel in rij)]
        assert len(gevonden) == 1, f"{tekst!r} is in {len(gevonden)} rows"
        return gevonden[0]


class Lezer(Mens):
    """Someone who takes documents away."""

    def haalt_verslag(self, op: date) -> Wordtekst:
        """Download the verslag of that day."""
        self.kiest_in_menu("Overleggen")
        self.volgt(datum_lang(op))
        self.leest_kop(datum_lang(op))
        self.volgt("Verslag")
        self.leest_kop("Verslag")
        return self._download("Verslag in Word")

    def haalt_actielijst(self) -> Wordtekst:
        """Download the list of the own actions."""
        self.kiest_in_menu("Acties")
        self.leest_kop("Acties")
        return self._download("Actielijst in Word")

    def _download(self, link: str) -> Wordtekst:
        adres = self.page.get_by_role("link", name=link).first.get_attribute("href")
        assert adres, f"no link {link!r} on {self.page.url}"
        antwoord = self.page.request.get(adres)
        assert antwoord.ok, f"{adres}: {antwoord.status}"
        return Wordtekst(antwoord.body())
