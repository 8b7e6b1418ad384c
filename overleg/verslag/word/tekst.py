"""One way for text to get into a Word document: cleaned, with line breaks, right-to-left marked."""

import re
import unicodedata
from collections import Counter

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from overleg.basis.tekst import schoon

_RECHTS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_STUK_RECHTS = re.compile(f"[{_RECHTS}](?:[^A-Za-z0-9\n\t\u00c0-\u024f]*[{_RECHTS}])*")
"""A stretch of right-to-left letters with the spaces and signs between them."""
_HEEL = re.compile(r"\b(?:[A-Z][A-Z0-9]{0,9}-\d{4}-\d{2,4}(?:-\d{2})?|\d{2}-\d{2}-\d{4})\b")
"""What must stay on one line: a kenmerk of a casus or an overleg, and a date."""

_NA_RECHTS = (
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
"""The properties of a paragraph that come after its direction."""


def word_tekst(tekst: str) -> str:
    """Return `tekst` as Word can hold it: nothing XML refuses, nothing that reaches outside its place.

    Forms clean too; here also what came in another way, or before they did.
    """
    return schoon(tekst)


def is_rechts(tekst: str) -> bool:
    """Whether a text runs from right to left: most of its letters do.

    Not the first one: a Dutch sentence that begins with an Arabic name stays a Dutch sentence.
    """
    if not _STUK_RECHTS.search(tekst):
        return False
    richtingen = Counter(unicodedata.bidirectional(teken) for teken in tekst)
    return richtingen["R"] + richtingen["AL"] > richtingen["L"]


def schrijf(alinea: Paragraph, tekst: str, *, vet: bool = False) -> Paragraph:
    """Add `tekst` to a paragraph: newlines become line breaks, right-to-left stretches are marked."""
    leesbaar = word_tekst(tekst)
    if is_rechts(leesbaar):
        _zet_rechts(alinea)
    einde = 0
    for stuk in _STUK_RECHTS.finditer(leesbaar):
        _voeg_toe(alinea, leesbaar[einde : stuk.start()], vet)
        _voeg_toe(alinea, stuk.group(), vet, rechts=True)
        einde = stuk.end()
    _voeg_toe(alinea, leesbaar[einde:], vet)
    return alinea


def _zet_rechts(alinea: Paragraph) -> None:
    """Let a paragraph run from right to left; Word refuses a file with its properties in another order."""
    eigenschappen = alinea._p.get_or_add_pPr()
    if eigenschappen.find(qn("w:bidi")) is None:
        erna = (f"w:{naam}" for naam in _NA_RECHTS.split())
        eigenschappen.insert_element_before(OxmlElement("w:bidi"), *erna)


def _voeg_toe(alinea: Paragraph, tekst: str, vet: bool, *, rechts: bool = False) -> None:
    einde, stukken = 0, []
    for heel in _HEEL.finditer(tekst):
        stukken += [(tekst[einde : heel.start()], False), (heel.group(), True)]
        einde = heel.end()
    for deel, is_heel in [*stukken, (tekst[einde:], False)]:
        if deel:
            stuk = _zonder_afbreken(alinea, deel) if is_heel else alinea.add_run(deel)
            if vet:
                stuk.bold = True
            if rechts:
                stuk.font.rtl = True


def _zonder_afbreken(alinea: Paragraph, tekst: str) -> Run:
    """Add a text whose hyphens end no line: Word's own sign, which reads back and is found as a hyphen."""
    stuk = alinea.add_run()
    for plek, deel in enumerate(tekst.split("-")):
        if plek:
            stuk._r.append(OxmlElement("w:noBreakHyphen"))
        stuk.add_text(deel)
    return stuk
