"""The styles of our documents: all of them in an empty document, or what a template of a tafel lacks.

Readable in a black-and-white print: no colour carries meaning, headings differ in size and weight.
Names of styles are Word's own (Heading 1 reads "Kop 1" in a Dutch Word), so that navigation works.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Final, cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles import BabelFish
from docx.styles.style import ParagraphStyle

from overleg.verslag.regels_huisstijl import OnzeStijl, Stijlsoort, beoordeel
from overleg.verslag.word.stijlfeiten import stijlfeiten

LETTER: Final = "Arial"
TABELSTIJL: Final = "Overlegtabel"
MERK: Final = "Merk"
BLADREGEL: Final = "Bladregel"
STANDAARDTABEL: Final = "normal table"


@dataclass(frozen=True, slots=True)
class Opmaak:
    """Size, room above and below in points, weight; `kop` is the level of a heading."""

    punten: float
    voor: float = 0
    na: float = 0
    vet: bool = False
    kop: int = 0


OPMAAK: Final[Mapping[str, Opmaak]] = {
    "Normal": Opmaak(10, 0, 4),
    "Title": Opmaak(20, 0, 2, vet=True),
    "Subtitle": Opmaak(12, 0, 8),
    "Heading 1": Opmaak(15, 18, 6, vet=True, kop=1),
    "Heading 2": Opmaak(12, 14, 4, vet=True, kop=2),
    "Heading 3": Opmaak(10.5, 10, 2, vet=True, kop=3),
    "Heading 4": Opmaak(10, 6, 1, vet=True, kop=4),
    "Tabeltekst": Opmaak(9, 1, 1),
    "Tabelkop": Opmaak(9, 1, 1, vet=True),
    "Header": Opmaak(8.5),
    "Footer": Opmaak(8.5),
    "Inhoudskop": Opmaak(12, 10, 4, vet=True),
    "toc 1": Opmaak(10, 0, 2),
    MERK: Opmaak(16, 2, 10, vet=True),
}
IN_SJABLOON: Final[Mapping[str, Opmaak]] = {
    **OPMAAK,
    "Tabeltekst": Opmaak(8.5, 1, 1),
    "Tabelkop": Opmaak(8.5, 1, 1, vet=True),
    BLADREGEL: Opmaak(8.5, 2),
}
"""The same with the letter of a template, which may be wider: a date must stay whole in a narrow column."""
_VAN_WORD: Final = frozenset({"Normal", "Title", "Subtitle", "List Bullet", "List Number", "toc 1"})
_ALTIJD_ONZE: Final = (MERK, BLADREGEL)
"""What must be seen on every page looks as we say, whatever a template calls by the same name."""


def maak_stijlen(document: WordDocument) -> None:
    """Give an empty document all our styles."""
    for naam, opmaak in OPMAAK.items():
        if naam not in document.styles:
            document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        _alineastijl(document, naam, opmaak, LETTER)
    document.styles.element.append(_tabelstijl(TABELSTIJL, "TableNormal"))


def _alineastijl(document: WordDocument, naam: str, opmaak: Opmaak, letter: str) -> ParagraphStyle:
    stijl = cast("ParagraphStyle", document.styles[naam])
    eigenschappen = stijl.element.get_or_add_rPr()
    for oud in eigenschappen.xpath("w:rFonts | w:color | w:spacing | w:kern | w:i | w:iCs"):
        eigenschappen.remove(oud)
    if letter:
        stijl.font.name = letter
        for soort in ("w:cs", "w:eastAsia"):
            eigenschappen.rFonts.set(qn(soort), letter)
    stijl.font.size, stijl.font.bold = Pt(opmaak.punten), opmaak.vet
    for rand in stijl.element.xpath("w:pPr/w:pBdr"):
        rand.getparent().remove(rand)
    alinea = stijl.paragraph_format
    alinea.space_before, alinea.space_after, alinea.line_spacing = Pt(opmaak.voor), Pt(opmaak.na), 1.15
    alinea.widow_control = True
    if opmaak.kop:
        alinea.keep_with_next = alinea.keep_together = True
    return stijl


def _tabelstijl(id_: str, grond: str) -> BaseOxmlElement:
    """Return the one table style: thin lines, a heading row that also stands out in black and white."""
    zijden = "".join(
        f'<w:{zijde} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for zijde in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    gegrond = f'<w:basedOn w:val="{grond}"/>' if grond else ""
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{id_}">'
        f'<w:name w:val="{TABELSTIJL}"/>{gegrond}<w:uiPriority w:val="59"/>'
        f'<w:tblPr><w:tblInd w:w="85" w:type="dxa"/><w:tblBorders>{zijden}</w:tblBorders><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="000000"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7E7E7"/></w:tcPr></w:tblStylePr></w:style>'
    )


def vul_stijlen_aan(document: WordDocument) -> None:
    """Give a document made of a template the styles it lacks; those it has stay as they are.

    What is added takes the letter of the template. Which are added: `regels_huisstijl.beoordeel`.
    """
    for bevinding in beoordeel(stijlfeiten(document)):
        if bevinding.uit_sjabloon:
            _stel_bij(document, bevinding.stijl)
        else:
            _voeg_toe(document, bevinding.stijl)
    for naam in _ALTIJD_ONZE:
        _bladstijl(document, naam)


def _stel_bij(document: WordDocument, onze: OnzeStijl) -> None:
    """Let a style of the template be found by its name, and a heading be one: with its level."""
    stijl = _zoek(document, onze.naam)
    if stijl is None:
        raise KeyError(onze.naam)
    stijl.name_val = BabelFish.ui2internal(onze.naam)
    if onze.naam == "Normal":
        _maak_standaard(document, stijl)
    if onze.naam in OPMAAK and OPMAAK[onze.naam].kop:
        _maak_kop(document, onze.naam)


def _voeg_toe(document: WordDocument, onze: OnzeStijl) -> None:
    """Add our own style; one of the template with the same name steps aside."""
    _stap_opzij(document, onze.naam)
    if onze.soort is Stijlsoort.TABEL:
        grond = _zoek(document, STANDAARDTABEL)
        stijl = _tabelstijl(_vrij_id(document, TABELSTIJL), grond.styleId if grond is not None else "")
        document.styles.element.append(stijl)
        return
    stijl = _nieuw(document, onze.naam)
    if onze.naam == "Normal":
        _alineastijl(document, "Normal", OPMAAK["Normal"], LETTER)
        _maak_standaard(document, stijl)
        return
    stijl.basedOn_val = document.styles["Normal"].element.styleId
    if onze.is_lijst:
        _maak_lijst(document, stijl, genummerd=onze.naam == "List Number")
    else:
        _alineastijl(document, onze.naam, IN_SJABLOON[onze.naam], "")
    if onze.naam in OPMAAK and OPMAAK[onze.naam].kop:
        _maak_kop(document, onze.naam)


def _bladstijl(document: WordDocument, naam: str) -> None:
    """Add a style that builds on nothing: black on white, and seen."""
    _stap_opzij(document, naam)
    stijl = _nieuw(document, naam)
    stijl.get_or_add_pPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFFFFF"/>')
    )
    _alineastijl(document, naam, IN_SJABLOON[naam], "")
    letters = document.styles[naam].font
    letters.hidden, letters.italic, letters.strike = False, False, False
    letter = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    if letter is not None:
        stijl.rPr.insert(0, deepcopy(letter))
    letters.color.rgb = RGBColor(0, 0, 0)


def _zoek(document: WordDocument, naam: str) -> BaseOxmlElement | None:
    """Return the style with this name, in small letters or capitals."""
    kandidaten = document.styles.element.style_lst
    return next((stijl for stijl in kandidaten if (stijl.name_val or "").lower() == naam.lower()), None)


def _stap_opzij(document: WordDocument, naam: str) -> None:
    oud = _zoek(document, naam)
    if oud is not None:
        oud.name_val = f"{naam} (sjabloon)"


def _nieuw(document: WordDocument, naam: str) -> BaseOxmlElement:
    ingebouwd = naam in _VAN_WORD or naam.startswith("Heading")
    stijl = document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH, builtin=ingebouwd).element
    stijl.styleId = ""
    stijl.styleId = _vrij_id(document, naam.replace(" ", ""))
    return cast("BaseOxmlElement", stijl)


def _vrij_id(document: WordDocument, id_: str) -> str:
    bezet = {stijl.styleId for stijl in document.styles.element.style_lst}
    while id_ in bezet:
        id_ += "1"
    return id_


def _maak_standaard(document: WordDocument, stijl: BaseOxmlElement) -> None:
    """Let paragraphs without a style be of this one, and of no other."""
    for ander in document.styles.element.style_lst:
        if ander.get(qn("w:type")) == "paragraph":
            ander.attrib.pop(qn("w:default"), None)
    stijl.set(qn("w:default"), "1")


def _maak_kop(document: WordDocument, naam: str) -> None:
    """Give a heading its level, by which one goes through a document, and keep it with what follows."""
    stijl = cast("ParagraphStyle", document.styles[naam])
    stijl.paragraph_format.keep_with_next = True
    eigenschappen = stijl.element.get_or_add_pPr()
    for oud in eigenschappen.findall(qn("w:outlineLvl")):
        eigenschappen.remove(oud)
    niveau = OxmlElement("w:outlineLvl")
    niveau.set(qn("w:val"), str(OPMAAK[naam].kop - 1))
    eigenschappen.append(niveau)


def _maak_lijst(document: WordDocument, stijl: BaseOxmlElement, *, genummerd: bool) -> None:
    """Give a style bullets or numbers, by a list of its own."""
    nummering = document.part.numbering_part.element
    soorten = nummering.findall(qn("w:abstractNum"))
    soort = 1 + max((int(s.get(qn("w:abstractNumId"))) for s in soorten), default=0)
    vorm, tekst = ("decimal", "%1.") if genummerd else ("bullet", "•")
    lijst = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{soort}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/><w:lvlText w:val="{tekst}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )
    eerste = nummering.find(qn("w:num"))
    if eerste is None:
        nummering.append(lijst)
    else:
        eerste.addprevious(lijst)
    nummer = nummering.add_num(soort).numId
    stijl.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = nummer
