"""Opening a form that was handed in: its controls and what stands beside them, in order, as text.

Programs write the same text in many ways: in pieces, with line breaks, in paragraphs, with tracked changes.
What it means is for `plaatsen.py` to say. LibreOffice drops the tags: then a control is known by its
bookmark, and the form by the properties of the file.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.basis.tekst import schoon
from overleg.verslag.bestanden import Onleesbaar, gekeurd
from overleg.verslag.formulieren.vorm import Formuliersoort
from overleg.verslag.word.velden import VERSIETAG, merk_uit, merk_van

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
_VERWIJST: Final = {
    "comments": "commentReference",
    "footnotes": "footnoteReference",
    "endnotes": "endnoteReference",
}
"""Parts of which each piece is said of a place in the text, and how the text refers to it."""
NOTEN: Final = frozenset(_BIJLAGEN[soort] for soort in _VERWIJST)


@dataclass(frozen=True, slots=True)
class Vak:
    """A control: what stands in it, and whether it is ticked (None: it is no box to tick).

    Instead of the tag its mark, when that is gone.
    """

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
    hier: bool = False
    """It stands in another part, and is said of this place: a comment, a note."""


Noten = dict[tuple[str, str], list[Vak | Los]]
"""What refers to it, by its number, and what it says."""


@dataclass(frozen=True, slots=True)
class Geopend:
    """What a file holds; `van` is the id of what it belongs to, `versie` is empty when it does not say."""

    van: uuid.UUID
    naam: str
    """What it belongs to, in the words of the form."""
    versie: str
    stukken: tuple[Vak | Los, ...]


def open_formulier(inhoud: bytes, soort: Formuliersoort) -> Geopend:
    """Return what stands in a form. Raises Onleesbaar for what is another kind, or unsafe to open."""
    with gekeurd(inhoud, soort.bestand):
        document = Document(BytesIO(inhoud))
        stukken = tuple(_stukken(document))
        tags = [*(stuk.tag for stuk in stukken if isinstance(stuk, Vak)), *_in_kenmerken(document)]
    merk = next((tag for tag in tags if tag.startswith(soort.tag)), None)
    versie = next((tag for tag in tags if tag.startswith(VERSIETAG)), VERSIETAG)
    if merk is None:
        raise Onleesbaar(soort.ander)
    try:
        van = uuid.UUID(merk.removeprefix(soort.tag))
    except ValueError:
        raise Onleesbaar(soort.ander) from None
    naam = next((stuk.tekst for stuk in stukken if _is(stuk, merk)), "")
    rest = tuple(stuk for stuk in stukken if not _is(stuk, merk) and not _is(stuk, versie))
    return Geopend(van, naam, schoon(versie.removeprefix(VERSIETAG)), rest)


def _in_kenmerken(document: WordDocument) -> Iterator[str]:
    """Yield what the properties of the file say of the form; LibreOffice relates them in a way of its own."""
    for deel in document.part.package.iter_parts():
        if isinstance(deel, CorePropertiesPart):
            yield schoon(str(deel.core_properties.identifier or ""))
            yield VERSIETAG + schoon(str(deel.core_properties.version or ""))


def _is(stuk: Vak | Los, tag: str) -> bool:
    return isinstance(stuk, Vak) and stuk.tag in {tag, merk_van(tag)}


def _stukken(document: WordDocument) -> Iterator[Vak | Los]:
    noten = _noten(document)
    yield from _Lezer(noten).lees(document.element.body)
    for over in noten.values():  # of which the text says no place
        yield from (replace(stuk, hier=False) if isinstance(stuk, Los) else stuk for stuk in over)
    for soort, deel in _delen(document):
        if soort not in _VERWIJST:
            yield from _elders(deel, _BIJLAGEN[soort])


def _delen(document: WordDocument) -> Iterator[tuple[str, BaseOxmlElement]]:
    """Yield the other parts in which people write, each once: a file can name one part ten thousand times."""
    gezien = set()
    for relatie in document.part.rels.values():
        soort = relatie.reltype.rsplit("/", 1)[-1]
        if soort in _BIJLAGEN and not relatie.is_external and relatie.target_part.partname not in gezien:
            gezien.add(relatie.target_part.partname)
            yield soort, parse_xml(relatie.target_part.blob)


def _noten(document: WordDocument) -> Noten:
    """Return the comments and notes of a file, by what refers to them."""
    return {
        (_VERWIJST[soort], str(noot.get(qn("w:id")))): list(_elders(noot, _BIJLAGEN[soort], hier=True))
        for soort, deel in _delen(document)
        if soort in _VERWIJST
        for noot in deel.iterchildren("{*}*")
    }


def _elders(deel: BaseOxmlElement, waar: str, *, hier: bool = False) -> Iterator[Vak | Los]:
    for stuk in _Lezer({}).lees(deel):
        yield stuk if isinstance(stuk, Vak) else Los(stuk.tekst, waar, hier)


def _tags_per_vak(element: BaseOxmlElement) -> dict[BaseOxmlElement, int]:
    """Return of each control how many tags are in it, its own too; from two on it is not counted further."""
    aantallen: dict[BaseOxmlElement, int] = {}
    for tag in element.iterfind(".//{*}sdt/{*}sdtPr/{*}tag"):
        for sdt in tag.iterancestors("{*}sdt"):
            if aantallen.get(sdt, 0) > 1:
                break  # then what is around it holds two or more already
            aantallen[sdt] = aantallen.get(sdt, 0) + 1
    return aantallen


class _Lezer:
    """Walks through a part; a paragraph is told after the controls in it, and then what was noted at it."""

    def __init__(self, noten: Noten) -> None:
        self.stukken: list[Vak | Los] = []
        self.noten = noten
        """What was not told yet."""
        self.genoemd: list[Vak | Los] = []
        """What was noted at the paragraph one is in."""
        self.tags: dict[BaseOxmlElement, int] = {}
        self.merk = ""
        """Of the last bookmark of ours: it stands before its control, or LibreOffice put it in there."""

    def lees(self, element: BaseOxmlElement) -> list[Vak | Los]:
        """Return what stands in a part; text outside any paragraph counts too."""
        self.tags = _tags_per_vak(element)
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
            self._noem(kind)
            if naam == "bookmarkStart":
                self.merk = _merk(kind) or self.merk
            elif naam == "p":
                self._los(self._loop(kind))
            elif naam == "sdt" and self._is_vak(kind):
                self._vak(kind)
            elif naam != "sdtPr":
                tekst.append(_teken(kind) if len(kind) == 0 else self._loop(kind))
        return "".join(tekst)

    def _los(self, tekst: str) -> None:
        if schoon(tekst):
            self.stukken.append(Los(schoon(tekst)))
        self._vertel()

    def _noem(self, kind: BaseOxmlElement) -> None:
        self.genoemd += self.noten.pop((_naam(kind), str(kind.get(qn("w:id")))), [])

    def _vertel(self) -> None:
        self.stukken += self.genoemd
        self.genoemd = []

    def _is_vak(self, sdt: BaseOxmlElement) -> bool:
        """Whether a control has a tag or a mark, and holds no other: then it is only a frame around those."""
        if tags := self.tags.get(sdt):
            return tags == 1 and sdt.find("{*}sdtPr/{*}tag") is not None
        return sdt.find("{*}sdtContent//{*}sdt") is None and bool(self._merk_van(sdt))

    def _merk_van(self, sdt: BaseOxmlElement) -> str:
        return next((merk for e in sdt.iter("{*}bookmarkStart") if (merk := _merk(e))), self.merk)

    def _vak(self, sdt: BaseOxmlElement) -> None:
        vink = sdt.find("{*}sdtPr/{*}checkbox")
        inhoud = sdt.find("{*}sdtContent")
        tekst = "" if inhoud is None else schoon(_tekst(inhoud))
        aan = None if vink is None else _is_aan(vink, tekst)
        plaatshouder = sdt.find("{*}sdtPr/{*}showingPlcHdr") is not None
        tag = _eigenschap(sdt, "tag") or self._merk_van(sdt)
        self.merk = ""
        self.stukken.append(Vak(tag, _eigenschap(sdt, "alias"), tekst, aan, plaatshouder))
        binnen = list(sdt.iter("{*}*"))
        if any(_naam(kind) in _BEELDEN for kind in binnen):
            self.stukken.append(Los(BEELD))
        for kind in binnen:
            self._noem(kind)
        self._vertel()


def _naam(element: BaseOxmlElement) -> str:
    return str(element.tag).rpartition("}")[2]


def _teken(element: BaseOxmlElement) -> str:
    naam = _naam(element)
    if naam == "sym":  # a sign by its number in a font
        return BEELDTEKEN
    return element.text or "" if naam == "t" else _TEKENS.get(naam, "")


def _merk(element: BaseOxmlElement) -> str:
    return next((merk for waarde in element.values() if (merk := merk_uit(str(waarde)))), "")


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
