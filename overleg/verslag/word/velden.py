"""Content controls: the boxes of a Word form, each with a tag by which it is read back.

Within a line, never around paragraphs: those are the controls that LibreOffice keeps too. It drops their tags
and locks when it saves, so that each also has a bookmark, hidden and with a name made from the tag.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from typing import Final, cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from overleg.verslag.word.tekst import schrijf, word_tekst

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
TYP, KIES, DAG = "Klik hier en typ.", "Kies een antwoord.", "Kies of typ een dag (dd-mm-jjjj)."
LEEG, AAN = "☐", "☒"
LANGSTE_NAAM = 64
"""Word refuses a file with a longer tag or title."""
PLAATSHOUDER = "Placeholder Text"
VERSIETAG: Final = "versie:"
VASTTAG: Final = "vast:"


ZONDER_TAG: Final = "merk:"
"""Instead of a tag, before the mark of the one it had."""
_MERKNAAM = re.compile(r"_v[0-9]+_([0-9a-f]{24})")


def gelijk(tekst: str) -> str:
    """Return a text as it is compared: each program breaks lines and hyphens its own way."""
    return " ".join(tekst.replace("\u2011", "-").split())


def _vasttag(tekst: str) -> str:
    return VASTTAG + sha256(gelijk(word_tekst(tekst)).encode()).hexdigest()[:32]


def is_ongewijzigd(tag: str, tekst: str) -> bool:
    """Whether this is a fixed text as it was written: so also a question that was replaced since."""
    return tag in {_vasttag(tekst), merk_van(_vasttag(tekst))}


def merk_van(tag: str) -> str:
    """Return what a control is known by when its tag is gone."""
    return ZONDER_TAG + sha256(tag.encode()).hexdigest()[:24]


def merk_uit(naam: str) -> str:
    """Return the mark that a bookmark carries; empty when it is none of ours."""
    gevonden = _MERKNAAM.fullmatch(naam)
    return ZONDER_TAG + gevonden.group(1) if gevonden else ""


class Vakken:
    """Puts controls in one document; each gets a number of its own."""

    def __init__(self, document: WordDocument) -> None:
        """Add the style of what stands in an empty control."""
        self._nummer = 1000
        if PLAATSHOUDER not in document.styles:  # a template of a tafel may bring it
            document.styles.add_style(PLAATSHOUDER, WD_STYLE_TYPE.CHARACTER)
        stijl = document.styles[PLAATSHOUDER]
        stijl.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
        self._stijl = escape(stijl.style_id)

    def tekst(self, alinea: Paragraph, tag: str, titel: str) -> None:
        """Add a box for text; not the kind for bare text: there LibreOffice joins lines, repeats Arabic."""
        self._voeg_toe(alinea, (tag, titel), "", TYP)

    def dag(self, alinea: Paragraph, tag: str, titel: str) -> None:
        """Add a box for a day, with a calendar in Word."""
        soort = (
            '<w:date><w:dateFormat w:val="dd-MM-yyyy"/><w:lid w:val="nl-NL"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
        self._voeg_toe(alinea, (tag, titel), soort, DAG)

    def keuze(self, alinea: Paragraph, tag: str, titel: str, keuzes: Iterable[tuple[str, str]]) -> None:
        """Add a list to choose one from; the first line takes a choice back."""
        regels = "".join(
            f'<w:listItem w:displayText="{_veilig(woorden)}" w:value="{_veilig(waarde)}"/>'
            for waarde, woorden in [("", KIES), *keuzes]
        )
        self._voeg_toe(alinea, (tag, titel), f"<w:dropDownList>{regels}</w:dropDownList>", KIES)

    def vink(self, alinea: Paragraph, tag: str, titel: str) -> None:
        """Add a box to tick."""
        soort = (
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        )
        letter = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>'
        inhoud = f"<w:r>{letter}<w:t>{LEEG}</w:t></w:r>"
        self._plaats(alinea, (tag, titel), '<w:lock w:val="sdtLocked"/>', soort, inhoud)

    def vast(self, alinea: Paragraph, titel: str, tekst: str, *, tag: str = "") -> None:
        """Add a text that nobody can change or remove in Word; without `tag` it is known by what it says."""
        al_er = len(alinea.runs)
        schrijf(alinea, tekst)
        self._zet_vast(alinea, alinea.runs[al_er:], titel, tag or _vasttag(tekst))

    def maak_vast(self, alinea: Paragraph, titel: str, *, tag: str = "") -> None:
        """Make what a paragraph says a text that nobody can change or remove in Word."""
        if alinea.runs:
            self._zet_vast(alinea, alinea.runs, titel, tag or _vasttag(alinea.text))

    def _zet_vast(self, alinea: Paragraph, stukken: Sequence[Run], titel: str, tag: str) -> None:
        inhoud = self._plaats(alinea, (tag, titel), '<w:lock w:val="sdtContentLocked"/>', "", "")
        for stuk in stukken:
            inhoud.append(stuk._r)

    def _voeg_toe(self, alinea: Paragraph, namen: tuple[str, str], soort: str, leeg: str) -> None:
        inhoud = f'<w:r><w:rPr><w:rStyle w:val="{self._stijl}"/></w:rPr><w:t>{_veilig(leeg)}</w:t></w:r>'
        self._plaats(alinea, namen, '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/>', soort, inhoud)

    def _plaats(
        self, alinea: Paragraph, namen: tuple[str, str], slot: str, soort: str, inhoud: str
    ) -> BaseOxmlElement:
        """Add a control; return the element that holds what stands in it."""
        self._nummer += 1
        tag, titel = namen
        naam = f"_v{self._nummer}_{merk_van(tag).removeprefix(ZONDER_TAG)}"
        plek = f'<w:bookmarkStart {nsdecls("w")} w:id="{self._nummer}" w:name="{naam}"/>'
        alinea._p.append(parse_xml(plek))
        alinea._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{self._nummer}"/>'))
        vak = parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr>'
            f'<w:alias w:val="{_veilig(titel[:LANGSTE_NAAM])}"/><w:tag w:val="{_veilig(tag)}"/>'
            f'<w:id w:val="{self._nummer}"/>{slot}{soort}</w:sdtPr>'
            f"<w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"
        )
        alinea._p.append(vak)
        return cast("BaseOxmlElement", vak.find(qn("w:sdtContent")))


def _veilig(tekst: str) -> str:
    return escape(word_tekst(tekst).replace("\n", " "))
