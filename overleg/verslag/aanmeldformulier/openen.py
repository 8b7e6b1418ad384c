"""Opening a form that was handed in: its controls and what stands beside them, in order, as text.

Programs write the same text in many ways: in pieces, with line breaks, in paragraphs, with tracked changes.
What it means is for `plaatsen.py` to say.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.basis.tekst import schoon
from overleg.verslag.bestanden import Bestandssoort, Onleesbaar, gekeurd
from overleg.verslag.word.aanmeldformulier import TAFELTAG, VERSIETAG

OPNIEUW: Final = "Haal het formulier opnieuw op bij Casus aanmelden, vul het in en bewaar het als .docx."
WORD: Final = Bestandssoort(
    naam="Word-bestand",
    hoofdsoorten=(b"wordprocessingml.document.main+xml",),
    nieuw=".docx",
    oud=".doc",
    programma="tekstverwerker",
    vol="onderdelen",
    opnieuw=OPNIEUW,
)
GEEN_FORMULIER = f"Dit is niet het aanmeldformulier. {OPNIEUW}"
BEELD: Final = "(een afbeelding of een ingevoegd bestand)"
BEELDTEKEN: Final = "□"
_WEG = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "Fallback"}
)
"""What is no text of now: taken out, moved away, looks, the instruction of a field, the same once more."""
_TEKENS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BEELDEN = frozenset({"blip", "imagedata", "object", "altChunk"})
_BIJLAGEN: Final = {
    "comments": "Opmerking",
    "footnotes": "Voetnoot",
    "endnotes": "Eindnoot",
    "header": "Koptekst",
    "footer": "Voettekst",
}
"""Other parts in which people write, and what to call what stands there."""


@dataclass(frozen=True, slots=True)
class Vak:
    """A control: what stands in it, and whether it is ticked (None: it is no box to tick)."""

    tag: str
    titel: str
    tekst: str
    aan: bool | None
    plaatshouder: bool


@dataclass(frozen=True, slots=True)
class Los:
    """A paragraph outside the controls; `waar` when it stands in another part than the form itself."""

    tekst: str
    waar: str = ""


@dataclass(frozen=True, slots=True)
class Geopend:
    """What a file holds; `versie` is empty when it does not say."""

    tafel_id: uuid.UUID
    tafel: str
    versie: str
    stukken: tuple[Vak | Los, ...]


def open_formulier(inhoud: bytes) -> Geopend:
    """Return what stands in a form. Raises Onleesbaar for what is no form of ours, or unsafe to open."""
    with gekeurd(inhoud, WORD):
        stukken = tuple(_stukken(inhoud))
    vakken = [stuk for stuk in stukken if isinstance(stuk, Vak)]
    tafel = next((vak for vak in vakken if vak.tag.startswith(TAFELTAG)), None)
    versie = next((vak.tag for vak in vakken if vak.tag.startswith(VERSIETAG)), "").removeprefix(VERSIETAG)
    if tafel is None:
        raise Onleesbaar(GEEN_FORMULIER)
    try:
        tafel_id = uuid.UUID(tafel.tag.removeprefix(TAFELTAG))
    except ValueError:
        raise Onleesbaar(GEEN_FORMULIER) from None
    rest = (s for s in stukken if not (isinstance(s, Vak) and s.tag.startswith((TAFELTAG, VERSIETAG))))
    return Geopend(tafel_id, tafel.tekst, schoon(versie), tuple(rest))


def _stukken(inhoud: bytes) -> Iterator[Vak | Los]:
    document = Document(BytesIO(inhoud))
    yield from _Lezer().lees(document.element.body)
    for relatie in document.part.rels.values():
        waar = _BIJLAGEN.get(relatie.reltype.rsplit("/", 1)[-1])
        if waar and not relatie.is_external:
            deel = parse_xml(relatie.target_part.blob)
            yield from (
                stuk if isinstance(stuk, Vak) else Los(stuk.tekst, waar) for stuk in _Lezer().lees(deel)
            )


class _Lezer:
    """Walks through a part; a paragraph is told after the controls in it."""

    def __init__(self) -> None:
        self.stukken: list[Vak | Los] = []

    def lees(self, element: BaseOxmlElement) -> list[Vak | Los]:
        """Return what stands in a part; text outside any paragraph counts too."""
        self._los(self._loop(element))
        return self.stukken

    def _loop(self, element: BaseOxmlElement) -> str:
        """Return the text in an element that is in no control and in no paragraph within it."""
        tekst = []
        for kind in element.iterchildren("{*}*"):
            naam = _naam(kind)
            if naam in _WEG:
                continue
            if naam in _BEELDEN:
                self.stukken.append(Los(BEELD))
            if naam == "p":
                self._los(self._loop(kind))
            elif naam == "sdt" and _is_vak(kind):
                self._vak(kind)
            elif naam != "sdtPr":
                tekst.append(_teken(kind) if len(kind) == 0 else self._loop(kind))
        return "".join(tekst)

    def _los(self, tekst: str) -> None:
        if schoon(tekst):
            self.stukken.append(Los(schoon(tekst)))

    def _vak(self, sdt: BaseOxmlElement) -> None:
        vink = sdt.find("{*}sdtPr/{*}checkbox")
        inhoud = sdt.find("{*}sdtContent")
        tekst = "" if inhoud is None else schoon(_tekst(inhoud))
        aan = None if vink is None else _is_aan(vink, tekst)
        plaatshouder = sdt.find("{*}sdtPr/{*}showingPlcHdr") is not None
        self.stukken.append(Vak(_eigenschap(sdt, "tag"), _eigenschap(sdt, "alias"), tekst, aan, plaatshouder))
        if any(_naam(kind) in _BEELDEN for kind in sdt.iter("{*}*")):
            self.stukken.append(Los(BEELD))


def _naam(element: BaseOxmlElement) -> str:
    return str(element.tag).rpartition("}")[2]


def _teken(element: BaseOxmlElement) -> str:
    naam = _naam(element)
    if naam == "sym":  # a sign by its number in a font
        return BEELDTEKEN
    return element.text or "" if naam == "t" else _TEKENS.get(naam, "")


def _is_vak(sdt: BaseOxmlElement) -> bool:
    """Whether a control has a tag, and none of its own inside: then it is only a frame around those."""
    tags = sdt.findall(".//{*}sdtPr/{*}tag")
    return len(tags) == 1 and sdt.find("{*}sdtPr/{*}tag") is not None


def _tekst(element: BaseOxmlElement) -> str:
    """Return all text in a control; each paragraph is a line."""
    delen = []
    for kind in element.iterchildren("{*}*"):
        naam = _naam(kind)
        if naam not in _WEG and naam != "sdtPr":
            delen.append(_teken(kind) if len(kind) == 0 else _tekst(kind))
            delen.append("\n" if naam == "p" else "")
    return "".join(delen)


def _eigenschap(sdt: BaseOxmlElement, naam: str) -> str:
    element = sdt.find(f"{{*}}sdtPr/{{*}}{naam}")
    waarden = [] if element is None else element.values()
    return schoon(str(waarden[0])) if waarden else ""


def _is_aan(vink: BaseOxmlElement, tekst: str) -> bool:
    """Whether a box is ticked: by what it says of itself, or by the sign in it."""
    stand = vink.find("{*}checked")
    waarden = [] if stand is None else stand.values()
    return (bool(waarden) and waarden[0] in {"1", "true", "on"}) or any(teken in tekst for teken in "☒☑✓✔")
