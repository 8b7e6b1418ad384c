"""Word forms: to fill in without a connection, and to hand in later. What is the same in all of them."""

from collections.abc import Sequence
from itertools import groupby

from docx.oxml import OxmlElement
from docx.table import _Cell

from overleg.verslag.formulieren.vorm import BIJ_VINK, DATUM, KEUZE, VINK, Blok, Veld
from overleg.verslag.word.bouwer import NIETS, Bouwer
from overleg.verslag.word.huisstijl import BREEDTE_CM, Blad
from overleg.verslag.word.tekst import schrijf
from overleg.verslag.word.velden import Vakken

LINKS_CM = 6.0
GETYPT_IN = "Typ alleen in de vakken. Wat u ernaast typt, komt niet op zijn plek."
BEWAAR = "Bewaar het bestand als .docx, zonder wachtwoord, op een beveiligde plek van uw organisatie."


class Formulierbouwer(Bouwer):
    """Builds a form: words at the left, the box to fill in beside it."""

    def __init__(self, blad: Blad, merk: str, versie: str) -> None:
        """Begin an empty form, with its title; the file itself too says which one it is."""
        super().__init__(blad)
        self.vakken = Vakken(self.document)
        self.document.core_properties.identifier = merk
        self.document.core_properties.version = versie

    def stappen(self, regels: Sequence[str]) -> None:
        """Add what to do, numbered."""
        for regel in regels:
            schrijf(self.document.add_paragraph(style="List Number"), regel)

    def vaste_tekst(self, titel: str, tekst: str) -> None:
        """Add text of paragraphs that is read, not filled in."""
        al_er = len(self.document.paragraphs)
        self.tekst(tekst, NIETS)
        for alinea in self.document.paragraphs[al_er:]:
            self.vakken.maak_vast(alinea, titel)

    def vaste_paren(self, paren: Sequence[tuple[str, str, str]]) -> None:
        """Add a table of a word, its value, and by which tag that is known; empty: by what it says."""
        self.paren([(woord, waarde) for woord, waarde, _tag in paren], bijeen=True)
        for rij, (woord, _waarde, tag) in zip(self.document.tables[-1].rows, paren, strict=True):
            self._maak_vast(rij.cells[1], woord, tag)

    def vaste_tabel(self, kolommen: Sequence[tuple[str, float]], rijen: Sequence[Sequence[str]]) -> None:
        """Add a table that is read, not filled in."""
        self.tabel(kolommen, rijen)
        for rij in self.document.tables[-1].rows if rijen else ():
            for (kop, _breedte), cel in zip(kolommen, rij.cells, strict=True):
                self._maak_vast(cel, kop, "")

    def _maak_vast(self, cel: _Cell, titel: str, tag: str) -> None:
        for alinea in cel.paragraphs:
            self.vakken.maak_vast(alinea, titel, tag=tag)

    def blokken(self, blokken: Sequence[Blok]) -> None:
        """Add what there is to fill in."""
        for blok in blokken:
            self._blok(blok)

    def _blok(self, blok: Blok) -> None:
        self.kop(blok.titel, 2 if blok.rij else 1)
        if blok.uitleg:
            self.tekst(blok.uitleg)
        rijen = [list(velden) for _naam, velden in groupby(blok.velden, key=lambda veld: veld.naam)]
        if not rijen:
            return
        tabel = self._tabel(len(rijen), (LINKS_CM, BREEDTE_CM - LINKS_CM))
        for rij, velden in zip(tabel.rows, rijen, strict=True):
            rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            self._rij(rij.cells[0], rij.cells[1], velden)
        self._wit()

    def _rij(self, links: _Cell, rechts: _Cell, velden: list[Veld]) -> None:
        """Fill a row: one box, or a list of boxes to tick under each other."""
        eerste = velden[0]
        label, uitleg = eerste.boven if eerste.boven[0] else (eerste.label, eerste.uitleg)
        schrijf(links.paragraphs[0], label).style = "Tabelkop"
        if uitleg:
            schrijf(links.add_paragraph(style="Tabeltekst"), uitleg)
        for nummer, veld in enumerate(velden):
            alinea = rechts.add_paragraph() if nummer else rechts.paragraphs[0]
            alinea.style = "Tabeltekst"
            if veld.soort == VINK:
                self.vakken.vink(alinea, veld.tag, veld.bij)
                alinea.add_run(" ")
                schrijf(alinea, veld.label if eerste.boven[0] else BIJ_VINK)
            elif veld.soort == KEUZE:
                self.vakken.keuze(alinea, veld.tag, veld.bij, veld.keuzes)
            elif veld.soort == DATUM:
                self.vakken.dag(alinea, veld.tag, veld.bij)
            else:
                self.vakken.tekst(alinea, veld.tag, veld.bij)
