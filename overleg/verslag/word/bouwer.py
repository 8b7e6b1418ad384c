"""The building blocks of a document: headings, text, pairs, tables."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from overleg.verslag.word.huisstijl import BREEDTE_CM, Blad, nieuw_document
from overleg.verslag.word.inhoudsopgave import merk_plek, schrijf_inhoudsopgave
from overleg.verslag.word.stijlen import TABELSTIJL
from overleg.verslag.word.tekst import schrijf

GEEN = "Geen."
NIETS = "Niets vastgelegd."
"""Where nothing was written down: that is not the same as that there is none."""
RAND_CM = 0.15
"""The room inside a cell: a table begins and ends where the text does."""
SMAL_CM = 2.9
"""Up to this width a column holds a date, a number or a kenmerk."""
LANGSTE_HELE_RIJ = 1200
"""A row with more text than this may break over pages; otherwise it could not be shown whole."""


class Bouwer:
    """Builds one document from top to bottom."""

    def __init__(self, blad: Blad, hoger: int = 0) -> None:
        """Begin an empty document in house style, with its title.

        Headings go `hoger` levels up: what is a part of one document is the whole of another.
        """
        self.document: WordDocument
        self.document, self._breedte = nieuw_document(blad)
        self._hoger = hoger
        self._koppen: list[tuple[str, str]] = []
        self._inhoud: Paragraph | None = None
        self._stijlen = {str(stijl.name): stijl.style_id for stijl in self.document.styles}
        schrijf(self._alinea("Title"), blad.titel)

    def _alinea(self, stijl: str) -> Paragraph:
        """Add a paragraph. The library looks through all styles for each name; so that is done once."""
        alinea = self.document.add_paragraph()
        alinea._p.style = self._stijlen[stijl]
        return alinea

    def bestand(self) -> bytes:
        """Return the document as a file."""
        if self._inhoud is not None:
            schrijf_inhoudsopgave(self.document, self._inhoud, self._koppen, self._breedte)
        uit = BytesIO()
        self.document.save(uit)
        return uit.getvalue()

    def ondertitel(self, tekst: str) -> None:
        """Add the line under the title."""
        schrijf(self._alinea("Subtitle"), tekst)

    def inhoudsopgave(self) -> None:
        """Let a table of contents come here, of the headings of the first level that follow."""
        self._inhoud = schrijf(self._alinea("Inhoudskop"), "Inhoud")

    def kop(self, tekst: str, niveau: int = 1, *, nieuwe_pagina: bool = False) -> None:
        """Add a heading."""
        niveau = max(1, niveau - self._hoger)
        alinea = schrijf(self._alinea(f"Heading {niveau}"), tekst)
        if niveau == 1:
            self._koppen.append((tekst, merk_plek(alinea, len(self._koppen) + 1)))
        if nieuwe_pagina:
            alinea.paragraph_format.page_break_before = True

    def tekst(self, tekst: str, leeg: str = GEEN) -> None:
        """Add text as typed: an empty line begins a paragraph. Says `leeg` when there is none."""
        for deel in (tekst or leeg).replace("\r\n", "\n").split("\n\n"):
            schrijf(self.document.add_paragraph(), deel)

    def onderdeel(self, titel: str, tekst: str, niveau: int = 3, leeg: str = NIETS) -> None:
        """Add a heading with its text."""
        self.kop(titel, niveau)
        self.tekst(tekst, leeg)

    def regel(self, woord: str, tekst: str, *, bij_volgende: bool = False) -> None:
        """Add one line with a word in bold before it; with `bij_volgende` on the page of what follows."""
        alinea = schrijf(self.document.add_paragraph(), f"{woord}: ".strip(), vet=True)
        alinea.add_run(" ")
        schrijf(alinea, tekst or "–")
        alinea.paragraph_format.keep_with_next = bij_volgende or None

    def lijst(self, regels: Sequence[str], leeg: str = GEEN) -> None:
        """Add a list with bullets."""
        if not regels:
            self.tekst(leeg)
        for regel in regels:
            schrijf(self._alinea("List Bullet"), regel)

    def paren(self, paren: Sequence[tuple[str, str]], breedte: float = 4.5, *, bijeen: bool = False) -> None:
        """Add a table of two columns: a word in bold, and its value; with `bijeen` all on one page."""
        tabel = self._tabel(len(paren), (breedte, BREEDTE_CM - breedte))
        for rij, (woord, waarde) in zip(tabel.rows, paren, strict=True):
            self._vul(rij, (woord, waarde), "Tabelkop")
            if bijeen:
                _blijf_bij_volgende(rij)
        self._wit()

    def tabel(
        self,
        kolommen: Sequence[tuple[str, float]],
        rijen: Sequence[Sequence[str]],
        leeg: str = GEEN,
        *,
        eerste_vet: bool = False,
    ) -> None:
        """Add a table; `kolommen` are pairs of heading and width in cm. Says `leeg` without rows.

        The heading row is repeated on every page, and a row of usual length stays on one page.
        """
        if not rijen:
            self.tekst(leeg)
            return
        tabel = self._tabel(len(rijen) + 1, [breedte for _kop, breedte in kolommen])
        kop, *rest = tabel.rows
        kop._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self._vul(kop, [woord for woord, _breedte in kolommen], "Tabelkop", "Tabelkop")
        _blijf_bij_volgende(kop)
        for rij, waarden in zip(rest, rijen, strict=True):
            self._vul(rij, waarden, "Tabelkop" if eerste_vet else "Tabeltekst")
        self._eerste_rij_is_kop(tabel)
        self._wit()

    def _tabel(self, rijen: int, breedtes: Sequence[float]) -> Table:
        tabel: Table = self.document.add_table(rows=rijen, cols=len(breedtes))
        tabel.autofit = False
        tabel.style = self.document.styles[TABELSTIJL]
        maten = [Cm(breedte) for breedte in verdeel(breedtes, self._breedte - RAND_CM)]
        for kolom, maat in zip(tabel.columns, maten, strict=True):
            kolom.width = maat
        for rij in tabel._tbl.tr_lst:
            for cel, maat in zip(rij.tc_lst, maten, strict=True):
                cel.width = maat
        _uiterlijk(tabel, eerste_rij=False)
        return tabel

    def _vul(self, rij: _Row, waarden: Sequence[str], eerste: str, stijl: str = "Tabeltekst") -> None:
        """Fill a row: the first cell in the style `eerste`. One of a usual length stays on one page."""
        for nummer, (cel, waarde) in enumerate(zip(rij.cells, waarden, strict=True)):
            naam = self._stijlen[stijl if nummer else eerste]
            for plek, deel in enumerate((waarde or "–").split("\n\n")):
                alinea = cel.add_paragraph() if plek else cel.paragraphs[0]
                alinea._p.style = naam
                schrijf(alinea, deel)
        if sum(len(waarde) for waarde in waarden) <= LANGSTE_HELE_RIJ:
            rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))

    def _eerste_rij_is_kop(self, tabel: Table) -> None:
        _uiterlijk(tabel, eerste_rij=True)

    def _wit(self) -> None:
        """Leave a little room under a table."""
        self.document.add_paragraph().paragraph_format.space_after = Cm(0)


def verdeel(breedtes: Sequence[float], ruimte: float) -> list[float]:
    """Return the widths of columns, said on `BREEDTE_CM`, for the room that there is.

    A narrow column keeps its width, so that a date in it stays whole: the wide ones give or take.
    """
    past = (BREEDTE_CM - RAND_CM) / BREEDTE_CM
    smal = [breedte <= SMAL_CM for breedte in breedtes]
    vast = sum(breedte * past for breedte, is_smal in zip(breedtes, smal, strict=True) if is_smal)
    rest = sum(breedte for breedte, is_smal in zip(breedtes, smal, strict=True) if not is_smal)
    if not rest or ruimte - vast < rest / 2:
        return [breedte * ruimte / sum(breedtes) for breedte in breedtes]
    deel = (ruimte - vast) / rest
    return [breedte * (past if is_smal else deel) for breedte, is_smal in zip(breedtes, smal, strict=True)]


def _uiterlijk(tabel: Table, *, eerste_rij: bool) -> None:
    for uiterlijk in tabel._tbl.tblPr.xpath("w:tblLook"):
        tabel._tbl.tblPr.remove(uiterlijk)
    nieuw = OxmlElement("w:tblLook")
    for naam, waarde in (("firstRow", eerste_rij), ("noHBand", True), ("noVBand", True)):
        nieuw.set(qn(f"w:{naam}"), str(int(waarde)))
    nieuw.set(qn("w:val"), "0620" if eerste_rij else "0600")
    tabel._tbl.tblPr.append(nieuw)


def _blijf_bij_volgende(rij: _Row) -> None:
    """Keep a row on the page of the next: a heading row alone makes LibreOffice lose rows after it."""
    for cel in rij.cells:
        for alinea in cel.paragraphs:
            alinea.paragraph_format.keep_with_next = True
