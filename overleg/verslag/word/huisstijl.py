"""The house style of every Word file, built in code: styles, page, header, footer, language.

Readable in a black-and-white print: no colour carries meaning, headings differ in size and weight.
Names of styles are Word's own (Heading 1 reads "Kop 1" in a Dutch Word), so that navigation works.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from overleg.verslag.word.tekst import schrijf, word_tekst

TAAL = "nl-NL"
LETTER = "Arial"
VERTROUWELIJK = "Vertrouwelijk"
MARGE = Cm(2)
BREEDTE_CM = 17.0
"""What is left of an A4 between the margins."""
LANGSTE_TITEL = 255
KOPPEN = ((15, 18, 6), (12, 14, 4), (10.5, 10, 2), (10, 6, 1))
"""Per level of heading: size, room above, room below, in points."""
TABELSTIJL = "Overlegtabel"


@dataclass(frozen=True)
class Blad:
    """What every page of a document says about it."""

    titel: str
    tafel: str
    voettekst: str
    merk: str
    """Stands large at the top of every page: CONCEPT, or nothing."""
    gemaakt_op: datetime


def nieuw_document(blad: Blad) -> WordDocument:
    """Return an empty document in house style."""
    document = Document()
    _stijlen(document)
    _taal(document)
    _pagina(document, blad)
    kern = document.core_properties
    kern.title = word_tekst(blad.titel)[:LANGSTE_TITEL]
    kern.author = kern.last_modified_by = word_tekst(blad.tafel)[:LANGSTE_TITEL]
    kern.language, kern.comments, kern.category = TAAL, "", VERTROUWELIJK
    kern.created = kern.modified = blad.gemaakt_op.replace(tzinfo=None)
    kern.revision = 1
    return document


def _stijlen(document: WordDocument) -> None:
    _alineastijl(document, "Normal", punten=10, voor=0, na=4)
    _alineastijl(document, "Title", punten=20, voor=0, na=2, vet=True)
    _alineastijl(document, "Subtitle", punten=12, voor=0, na=8)
    for niveau, (punten, voor, na) in enumerate(KOPPEN, start=1):
        kop = _alineastijl(document, f"Heading {niveau}", punten=punten, voor=voor, na=na, vet=True)
        kop.paragraph_format.keep_with_next = True
        kop.paragraph_format.keep_together = True
    for naam, vet in (("Tabeltekst", False), ("Tabelkop", True)):
        document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        _alineastijl(document, naam, punten=9, voor=1, na=1, vet=vet)
    for naam in ("Header", "Footer"):
        _alineastijl(document, naam, punten=8.5, voor=0, na=0)
    for naam, punten, voor, na, vet in (("Inhoudskop", 12, 10, 4, True), ("toc 1", 10, 0, 2, False)):
        document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        _alineastijl(document, naam, punten=punten, voor=voor, na=na, vet=vet)
    document.styles.add_style("Merk", WD_STYLE_TYPE.PARAGRAPH)
    _alineastijl(document, "Merk", punten=16, voor=2, na=10, vet=True)
    _tabelstijl(document)


def _alineastijl(
    document: WordDocument, naam: str, *, punten: float, voor: float, na: float, vet: bool = False
) -> ParagraphStyle:
    stijl = cast("ParagraphStyle", document.styles[naam])
    eigenschappen = stijl.element.get_or_add_rPr()
    for oud in eigenschappen.xpath("w:rFonts | w:color | w:spacing | w:kern | w:i | w:iCs"):
        eigenschappen.remove(oud)
    stijl.font.name, stijl.font.size, stijl.font.bold = LETTER, Pt(punten), vet
    letters = eigenschappen.rFonts
    for soort in ("w:cs", "w:eastAsia"):
        letters.set(qn(soort), LETTER)
    for rand in stijl.element.xpath("w:pPr/w:pBdr"):
        rand.getparent().remove(rand)
    opmaak = stijl.paragraph_format
    opmaak.space_before, opmaak.space_after, opmaak.line_spacing = Pt(voor), Pt(na), 1.15
    opmaak.widow_control = True
    return stijl


def _tabelstijl(document: WordDocument) -> None:
    """Add the one table style: thin lines, a heading row that also stands out in black and white."""
    zijden = "".join(
        f'<w:{zijde} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for zijde in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABELSTIJL}">'
            f'<w:name w:val="{TABELSTIJL}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
            f'<w:tblPr><w:tblInd w:w="85" w:type="dxa"/><w:tblBorders>{zijden}</w:tblBorders><w:tblCellMar>'
            '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
            '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="000000"/></w:tcBorders>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E7E7E7"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )


def _taal(document: WordDocument) -> None:
    """Say in the styles and in the settings that the text is Dutch."""
    for talen in document.styles.element.xpath("w:docDefaults//w:lang"):
        _zet_taal(talen)
    normaal = document.styles["Normal"].element.get_or_add_rPr()
    normaal.append(_zet_taal(OxmlElement("w:lang")))
    instellingen = document.settings.element
    for oud in instellingen.xpath("w:themeFontLang"):
        _zet_taal(oud)


def _zet_taal(element: BaseOxmlElement) -> BaseOxmlElement:
    element.set(qn("w:val"), TAAL)
    element.set(qn("w:eastAsia"), TAAL)
    element.set(qn("w:bidi"), "ar-SA")
    return element


def _pagina(document: WordDocument, blad: Blad) -> None:
    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(21), Cm(29.7)
    deel.left_margin = deel.right_margin = MARGE
    deel.top_margin, deel.bottom_margin = Cm(2.4), Cm(2.2)
    deel.header_distance, deel.footer_distance = Cm(1), Cm(1)
    boven = deel.header.paragraphs[0]
    _twee_kanten(boven, blad.tafel, VERTROUWELIJK, vet=True)
    if blad.merk:
        schrijf(deel.header.add_paragraph(style="Merk"), blad.merk)
    onder = deel.footer.paragraphs[0]
    _twee_kanten(onder, blad.voettekst, "Pagina ")
    _veld(onder, "PAGE")
    onder.add_run(" van ")
    _veld(onder, "NUMPAGES")


def _twee_kanten(alinea: Paragraph, links: str, rechts: str, *, vet: bool = False) -> None:
    """Put one text at the left margin and one at the right, with a line of the page's width."""
    tabs = alinea.paragraph_format.tab_stops
    for positie in [tab.position for tab in alinea.style.paragraph_format.tab_stops] if alinea.style else []:
        tabs.add_tab_stop(positie, WD_TAB_ALIGNMENT.CLEAR)
    tabs.add_tab_stop(Cm(BREEDTE_CM), WD_TAB_ALIGNMENT.RIGHT)
    schrijf(alinea, links.replace("\n", " "))
    alinea.add_run("\t")
    alinea.add_run(rechts).bold = vet or None


def _veld(alinea: Paragraph, opdracht: str) -> None:
    """Add a field that Word works out itself, such as the page number."""
    veld = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), f" {opdracht} ")
    stuk = alinea.add_run("1")
    alinea._p.append(veld)
    veld.append(stuk._r)
