"""Content controls: the boxes of a Word form, each with a tag by which it is read back.

Within a line, never around paragraphs: those are the controls that LibreOffice keeps too.
"""

from collections.abc import Iterable
from html import escape

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from overleg.verslag.word.tekst import word_tekst

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
TYP, KIES, DAG = "Klik hier en typ.", "Kies een antwoord.", "Kies of typ een dag (dd-mm-jjjj)."
LEEG, AAN = "☐", "☒"
LANGSTE_NAAM = 64
"""Word refuses a file with a longer tag or title."""
PLAATSHOUDER = "Placeholder Text"


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

    def tekst(self, alinea: Paragraph, tag: str, titel: str, *, meer_regels: bool = False) -> None:
        """Add a box for text."""
        self._voeg_toe(alinea, (tag, titel), f'<w:text w:multiLine="{int(meer_regels)}"/>', TYP)

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

    def vast(self, alinea: Paragraph, tag: str, titel: str, tekst: str) -> None:
        """Add a text that nobody can change or remove in Word."""
        inhoud = f'<w:r><w:t xml:space="preserve">{_veilig(tekst)}</w:t></w:r>'
        self._plaats(alinea, (tag, titel), '<w:lock w:val="sdtContentLocked"/>', "<w:text/>", inhoud)

    def _voeg_toe(self, alinea: Paragraph, namen: tuple[str, str], soort: str, leeg: str) -> None:
        inhoud = f'<w:r><w:rPr><w:rStyle w:val="{self._stijl}"/></w:rPr><w:t>{_veilig(leeg)}</w:t></w:r>'
        self._plaats(alinea, namen, '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/>', soort, inhoud)

    def _plaats(self, alinea: Paragraph, namen: tuple[str, str], slot: str, soort: str, inhoud: str) -> None:
        self._nummer += 1
        tag, titel = namen
        alinea._p.append(
            parse_xml(
                f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr>'
                f'<w:alias w:val="{_veilig(titel[:LANGSTE_NAAM])}"/><w:tag w:val="{_veilig(tag)}"/>'
                f'<w:id w:val="{self._nummer}"/>{slot}{soort}</w:sdtPr>'
                f"<w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"
            )
        )


def _veilig(tekst: str) -> str:
    return escape(word_tekst(tekst).replace("\n", " "))
