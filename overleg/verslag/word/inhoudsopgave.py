"""A table of contents whose lines are links with a page number.

Written out line by line, not as a TOC field: Word fills such a field only after asking the reader, on
opening, whether to update the document, and LibreOffice not at all. Each line leads to its heading by a
click; the number is a field (PAGEREF) that LibreOffice works out by itself and Word when fields are updated
(F9). Until then there is no number: a wrong one would be worse.
"""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from overleg.verslag.word.tekst import schrijf


def merk_plek(alinea: Paragraph, nummer: int) -> str:
    """Put a bookmark around what a heading says, and return its name."""
    naam = f"_Toc{nummer:08}"
    begin, einde = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for punt in (begin, einde):
        punt.set(qn("w:id"), str(nummer))
    begin.set(qn("w:name"), naam)
    stukken = alinea._p.xpath("w:r")
    if stukken:
        stukken[0].addprevious(begin)
    else:
        alinea._p.append(begin)
    alinea._p.append(einde)
    return naam


def schrijf_inhoudsopgave(
    document: WordDocument, na: Paragraph, koppen: Sequence[tuple[str, str]], breedte: float
) -> None:
    """Add a line for each heading (what it says, and its bookmark) after `na`; `breedte` of a line in cm."""
    vorige = na
    for tekst, naam in koppen:
        regel = document.add_paragraph(style="toc 1")
        regel.paragraph_format.tab_stops.add_tab_stop(Cm(breedte), WD_TAB_ALIGNMENT.RIGHT)
        vorige._p.addnext(regel._p)
        _vul(regel, tekst, naam)
        vorige = regel


def _vul(regel: Paragraph, tekst: str, naam: str) -> None:
    schrijf(regel, tekst)
    regel.add_run("\t")
    for soort in ("begin", "separate", "end"):
        if soort == "separate":
            opdracht = OxmlElement("w:instrText")
            opdracht.set(qn("xml:space"), "preserve")
            opdracht.text = f" PAGEREF {naam} \\h "
            regel.add_run()._r.append(opdracht)
        _teken(regel.add_run(), soort)
    verwijzing = OxmlElement("w:hyperlink")
    verwijzing.set(qn("w:anchor"), naam)
    verwijzing.set(qn("w:history"), "1")
    for stuk in regel._p.xpath("w:r"):
        verwijzing.append(stuk)
    regel._p.append(verwijzing)


def _teken(stuk: Run, soort: str) -> None:
    teken = OxmlElement("w:fldChar")
    teken.set(qn("w:fldCharType"), soort)
    stuk._r.append(teken)
