"""Cleaning what stands in a header or footer: named elements stay, all others go.

A list of what may stay, not of what is dangerous: what Word learns next year does not get through by itself.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.verslag.sjabloon.pakket import R, W, naam_van, weg
from overleg.verslag.sjabloon.velden import kuis_velden
from overleg.verslag.sjabloon.verbergen import Verbergend

BLIJFT: Final = frozenset(
    {"p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "tbl", "tr", "tc"}
    | {"fldSimple", "fldChar", "instrText"}
)
EIGENSCHAPPEN: Final = frozenset({"pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr"})
UITPAKKEN: Final = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "hyperlink", "smartTag", "customXml", "bdo", "dir"}
)
"""A frame around text: the text stays."""
EIGENSCHAP_WEG: Final = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "vanish", "specVanish", "webHidden", "rsid", "sectPr", "lang"}
    | {"eastAsianLayout", "oMath", "lvlPicBulletId", "framePr", "cnfStyle", "divId"}
)
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_KEUZE: Final = (
    f'<mc:AlternateContent xmlns:mc="{_MC[1:-1]}" xmlns:wps="{_WPS[1:-1]}"><mc:Choice Requires="wps"/>'
    "</mc:AlternateContent>"
)
_TEKENING: Final = (_A, _WP, _PIC, _WPS, _WPG)
_SOORTEN: Final = frozenset(ruimte.strip("{}") for ruimte in (_PIC, _WPS, _WPG))
_NAMEN: Final = frozenset({f"{_WP}docPr", f"{_PIC}cNvPr", f"{_WPS}cNvPr", f"{_WPG}cNvPr"})
_TEKENING_WEG: Final = frozenset(
    {"extLst", "hlinkClick", "hlinkHover", "hlinkMouseOver", "linkedTxbx", "snd", "wavAudioFile", "videoFile"}
    | {"audioFile", "audioCd", "quickTimeFile", "contentPart"}
)
BEELD: Final = "Beeldmerk"
"""What a picture is called: the template may hold the path of a file of its maker there."""


class Weggelaten(StrEnum):
    """What was in a template and is not carried over, in words for who handed it in."""

    WIJZIGINGEN = "De kop- of voettekst had bijgehouden wijzigingen: overgenomen is hoe de tekst nu luidt."
    TEKENING = (
        "Niet overgenomen: een tekening, grafiek of ingevoegd object in de kop- of voettekst. Alleen "
        "afbeeldingen en tekstvakken van Word blijven. Zet een logo erin met Invoegen, Afbeeldingen."
    )
    VELD = (
        "Niet overgenomen: een veld in de kop- of voettekst. Alleen paginanummer en aantal pagina’s blijven."
    )
    VERBORGEN = "Niet overgenomen: verborgen tekst in de kop- of voettekst."


class Kuiser:
    """Cleans one part in place; what went is in `weggelaten`."""

    def __init__(self, beeld: Callable[[str], str | None], verbergt: Verbergend) -> None:
        """`beeld` says under which id a picture of the template is known from now on; None: not at all."""
        self._beeld, self._verbergt = beeld, verbergt
        self._tekeningen = 0
        self.weggelaten: set[Weggelaten] = set()

    def kuis(self, deel: BaseOxmlElement) -> None:
        """Clean a header or footer: afterwards it can stand in a document of ours."""
        houd_kenmerken(deel)
        self._loop(deel)
        if kuis_velden(deel):
            self.weggelaten.add(Weggelaten.VELD)
        for blok in [deel, *deel.iter(qn("w:tc"), qn("w:txbxContent"))]:
            if not len(blok) or naam_van(blok[-1]) != "p":
                blok.append(OxmlElement("w:p"))

    def _loop(self, ouder: BaseOxmlElement) -> None:
        for kind in list(ouder):
            naam = naam_van(kind)
            if naam == "r" and self._verbergt.verbergt(kind):
                self.weggelaten.add(Weggelaten.VERBORGEN)
                weg(kind)
            elif naam in UITPAKKEN:
                self._pak_uit(kind)
            elif naam in EIGENSCHAPPEN:
                kuis_eigenschappen(kind)
            elif naam in BLIJFT:
                houd_kenmerken(kind)
                self._loop(kind)
            elif naam == "drawing":
                self._drawing(kind)
            elif kind.tag == f"{_MC}AlternateContent":
                self._keuze(kind)
            else:
                self._noem(naam)
                weg(kind)

    def _noem(self, naam: str) -> None:
        if naam in {"del", "moveFrom"}:
            self.weggelaten.add(Weggelaten.WIJZIGINGEN)
        elif naam in {"object", "pict", "control", "altChunk"}:
            self.weggelaten.add(Weggelaten.TEKENING)

    def _pak_uit(self, lijst: BaseOxmlElement) -> None:
        if naam_van(lijst) in {"ins", "moveTo"}:
            self.weggelaten.add(Weggelaten.WIJZIGINGEN)
        self._loop(lijst)
        for kind in list(lijst):
            if naam_van(kind) not in EIGENSCHAPPEN:
                lijst.addprevious(kind)
        weg(lijst)

    def _keuze(self, keuze: BaseOxmlElement) -> None:
        """Take the newest form of a drawing that Word wrote in two: the older one is not carried over."""
        eerste = keuze.find(f"{_MC}Choice")
        tekening = None if eerste is None else eerste.find(qn("w:drawing"))
        if tekening is None:
            self.weggelaten.add(Weggelaten.TEKENING)
            weg(keuze)
            return
        nieuw = parse_xml(_KEUZE)
        keuze.addprevious(nieuw)
        weg(keuze)
        nieuw[0].append(tekening)
        self._drawing(tekening)
        if not len(nieuw[0]):
            weg(nieuw)

    def _drawing(self, tekening: BaseOxmlElement) -> None:
        """Keep a picture, a text box, or a group of them."""
        soorten = {element.get("uri") for element in tekening.iter(f"{_A}graphicData")}
        if len(tekening) != 1 or not soorten or not soorten <= _SOORTEN or not self._teken(tekening[0]):
            self.weggelaten.add(Weggelaten.TEKENING)
            weg(tekening)

    def _teken(self, element: BaseOxmlElement) -> bool:
        """Clean a drawing and what is in it; return False when it shows a picture that is not there."""
        beeld = element.attrib.pop(f"{R}embed", "")
        _kuis_kenmerken(element)
        if element.tag == f"{_A}blip" and not self._zet_beeld(element, beeld):
            return False
        if element.tag in _NAMEN:
            self._hernoem(element)
        for kind in list(element):
            tag = str(kind.tag)
            if tag == f"{W}txbxContent":
                houd_kenmerken(kind)
                self._loop(kind)
            elif not _hoort_in_tekening(tag):
                weg(kind)
            elif not self._teken(kind):
                return False
        return True

    def _zet_beeld(self, blip: BaseOxmlElement, oud: str) -> bool:
        nieuw = self._beeld(oud)
        if nieuw is None:
            return False
        blip.set(f"{R}embed", nieuw)
        return True

    def _hernoem(self, element: BaseOxmlElement) -> None:
        self._tekeningen += 1
        for naam in ("title", "descr", "name"):
            element.attrib.pop(naam, None)
        element.set("id", str(self._tekeningen))
        element.set("name", f"{BEELD} {self._tekeningen}")
        element.set("descr", BEELD)


def _kuis_kenmerken(element: BaseOxmlElement) -> None:
    """Leave what says how a drawing looks; it lies behind the text, never over our line on every page."""
    for naam in [naam for naam in element.attrib if str(naam).startswith("{")]:
        del element.attrib[naam]
    if element.tag == f"{_WP}anchor":
        element.set("behindDoc", "1")


def _hoort_in_tekening(tag: str) -> bool:
    return tag.startswith(_TEKENING) and tag.rpartition("}")[2] not in _TEKENING_WEG


def houd_kenmerken(element: BaseOxmlElement) -> None:
    """Leave only attributes of Word itself: no ids of relations, no numbers of editing sessions."""
    for naam in list(element.attrib):
        eigen = str(naam).startswith(W) and not str(naam)[len(W) :].startswith("rsid")
        if not eigen and not str(naam).startswith("{http://www.w3.org/XML/1998/namespace}"):
            del element.attrib[naam]


def kuis_eigenschappen(element: BaseOxmlElement) -> None:
    """Leave looks only: no record of who changed them, no hidden text, no language, nothing that leads on."""
    houd_kenmerken(element)
    for kind in list(element):
        naam = naam_van(kind)
        if not naam or naam in EIGENSCHAP_WEG or naam.endswith("Change"):
            weg(kind)
        else:
            kuis_eigenschappen(kind)
