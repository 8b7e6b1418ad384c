"""The house style of every Word file: page, header, footer, language; the styles are in `stijlen.py`.

Built in code, or on the template of the tafel (`overleg/verslag/sjabloon/`). Whatever the template, every
page says that it is confidential, of which document it is, which page of how many, and whether it is a
concept.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph

from overleg.verslag.sjabloon.stijlen import zet_taal
from overleg.verslag.word.stijlen import BLADREGEL, MERK, maak_stijlen, vul_stijlen_aan
from overleg.verslag.word.tekst import schrijf, word_tekst

TAAL = "nl-NL"
VERTROUWELIJK = "Vertrouwelijk"
MARGE = Cm(2)
BREEDTE_CM = 17.0
"""What is left of an A4 between our margins; the widths of columns are said on it."""
LANGSTE_TITEL = 255
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Blad:
    """What every page of a document says about it."""

    titel: str
    tafel: str
    voettekst: str
    merk: str
    """Stands large at the top of every page: CONCEPT, or nothing."""
    gemaakt_op: datetime
    sjabloon: bytes = b""
    """The template of the tafel, as `open_sjabloon` made it; without, our own house style."""


def nieuw_document(blad: Blad) -> tuple[WordDocument, float]:
    """Return an empty document in house style, and the width of a line; without a usable template in our own.

    What a document says is worth more than what it looks like.
    """
    op_maat = _op_sjabloon_of_niet(blad)
    document = op_maat or _in_onze_huisstijl(blad)
    kern = document.core_properties
    kern.title = word_tekst(blad.titel)[:LANGSTE_TITEL]
    kern.author = kern.last_modified_by = word_tekst(blad.tafel)[:LANGSTE_TITEL]
    kern.language, kern.comments, kern.category = TAAL, "", VERTROUWELIJK
    kern.created = kern.modified = blad.gemaakt_op.replace(tzinfo=None)
    kern.revision = 1
    return document, tekstbreedte_cm(document) if op_maat else BREEDTE_CM


def op_sjabloon(blad: Blad) -> WordDocument:
    """Return an empty document on the template of a tafel; raises what the libraries raise on a bad one."""
    document = Document(BytesIO(blad.sjabloon))
    vul_stijlen_aan(document)
    _taal(document)
    _merk_bladen(document, blad)
    return document


def _op_sjabloon_of_niet(blad: Blad) -> WordDocument | None:
    if not blad.sjabloon:
        return None
    try:
        return op_sjabloon(blad)
    except Exception:
        log.exception("een bewaarde huisstijl is niet te gebruiken: dit document krijgt de onze")
        return None


def _in_onze_huisstijl(blad: Blad) -> WordDocument:
    document = Document()
    _zonder_tweede_stijlen(document)
    maak_stijlen(document)
    _taal(document)
    _pagina(document, blad)
    return document


def _zonder_tweede_stijlen(document: WordDocument) -> None:
    """Drop the copy of the styles that the library's own template holds for Word 2010: ours are not in it."""
    weg = [rid for rid, rel in document.part.rels.items() if rel.reltype.endswith("/stylesWithEffects")]
    for rid in weg:
        document.part.drop_rel(rid)


def _taal(document: WordDocument) -> None:
    """Say in the styles and in the settings that the text is Dutch."""
    for talen in document.styles.element.xpath("w:docDefaults//w:lang"):
        _zet_taal(talen)
    normaal = document.styles["Normal"].element.get_or_add_rPr()
    normaal.append(_zet_taal(OxmlElement("w:lang")))
    if not document.styles.element.xpath("w:docDefaults//w:lang"):
        zet_taal(document.styles.element, _zet_taal(OxmlElement("w:lang")))
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
        schrijf(deel.header.add_paragraph(style=MERK), blad.merk)
    onder = deel.footer.paragraphs[0]
    _twee_kanten(onder, blad.voettekst, "Pagina ")
    _nummers(onder)


def tekstbreedte_cm(document: WordDocument) -> float:
    """Return how wide a line of text is."""
    deel = document.sections[0]
    maten = (deel.page_width, deel.left_margin, deel.right_margin, deel.gutter)
    breedte, *marges = (maat or Length(0) for maat in maten)
    return float(Length(breedte - sum(marges)).cm)


def _merk_bladen(document: WordDocument, blad: Blad) -> None:
    """Put our lines under what the template has above and below each page: of every kind of page there is."""
    breedte = tekstbreedte_cm(document)
    for boven, onder in _banden(document):
        genummerd = {"PAGE", "NUMPAGES"} <= {*_velden_in(boven), *_velden_in(onder)}
        _twee_kanten(_regel(boven, BLADREGEL), blad.tafel, VERTROUWELIJK, vet=True, breedte=breedte)
        if blad.merk:
            schrijf(_regel(boven, MERK), blad.merk)
        alinea = _regel(onder, BLADREGEL)
        _twee_kanten(alinea, blad.voettekst, "" if genummerd else "Pagina ", breedte=breedte)
        if not genummerd:
            _nummers(alinea)


def _banden(document: WordDocument) -> Iterator[tuple[_Header, _Footer]]:
    """Yield the header and footer of each kind of page."""
    deel = document.sections[0]
    yield deel.header, deel.footer
    if deel.different_first_page_header_footer:
        yield deel.first_page_header, deel.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield deel.even_page_header, deel.even_page_footer


def _velden_in(band: _Header | _Footer) -> Iterator[str]:
    if not band.is_linked_to_previous:
        for veld in band._element.iter(qn("w:fldSimple")):
            yield str(veld.get(qn("w:instr"), "")).strip()


def _regel(band: _Header | _Footer, stijl: str) -> Paragraph:
    """Add a paragraph at the end of a header or footer; where the template has none, it is the first."""
    nieuw = band.is_linked_to_previous
    alinea = band.add_paragraph(style=stijl)
    if nieuw:
        band._element.remove(band.paragraphs[0]._p)
    return alinea


def _nummers(alinea: Paragraph) -> None:
    _veld(alinea, "PAGE")
    alinea.add_run(" van ")
    _veld(alinea, "NUMPAGES")


def _twee_kanten(
    alinea: Paragraph, links: str, rechts: str, *, vet: bool = False, breedte: float = BREEDTE_CM
) -> None:
    """Put one text at the left margin and one at the right, with a line of the page's width."""
    tabs = alinea.paragraph_format.tab_stops
    for positie in [tab.position for tab in alinea.style.paragraph_format.tab_stops] if alinea.style else []:
        tabs.add_tab_stop(positie, WD_TAB_ALIGNMENT.CLEAR)
    tabs.add_tab_stop(Cm(breedte), WD_TAB_ALIGNMENT.RIGHT)
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
