"""Fields of a header or footer: only the page number and the number of pages stay.

What another field shows is made anew by whoever opens the document (a date, the name of the maker, a text or
picture from elsewhere): no part of a record that was adopted.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.sjabloon.pakket import naam_van, weg

BLIJFT: Final = frozenset({"PAGE", "NUMPAGES"})
HAALT: Final = frozenset(
    {"INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "RD", "MACROBUTTON"}
)
"""Fields that fetch something from elsewhere, or start something."""
_STUKKEN: Final = frozenset({"fldChar", "instrText"})


def eis_geen_halers(deel: BaseOxmlElement) -> None:
    """Raise Onleesbaar when a field of this part fetches something from elsewhere."""
    for opdracht in _opdrachten(deel):
        woord = _woord(opdracht)
        if woord in HAALT:
            raise Onleesbaar(
                f"In het sjabloon staat een veld dat iets van elders haalt of start ({woord}). Haal dat veld "
                "weg in Word (Alt+F9 laat de velden zien) en kies het bestand opnieuw."
            )


def _opdrachten(deel: BaseOxmlElement) -> Iterator[str]:
    """Yield what each field asks; a field within another breaks off what it stands in."""
    tekst = ""
    for element in deel.iter():
        naam = naam_van(element)
        if naam == "fldSimple":
            yield element.get(qn("w:instr"), "")
        elif naam == "fldChar":
            yield tekst
            tekst = ""
        elif naam in {"instrText", "delInstrText"}:
            tekst += element.text or ""
    yield tekst


def _woord(opdracht: str) -> str:
    return next(iter(opdracht.upper().split()), "")


@dataclass
class _Veld:
    """A field that is spread over runs."""

    stukken: list[BaseOxmlElement] = field(default_factory=list)
    opdracht: str = ""
    diepte: int = 1
    genest: bool = False
    resultaat: bool = False

    def neem(self, stuk: BaseOxmlElement) -> bool:
        """Add a run; return whether it is the last one."""
        self.stukken.append(stuk)
        for kind in stuk:
            naam = naam_van(kind)
            soort = kind.get(qn("w:fldCharType")) if naam == "fldChar" else ""
            if soort == "begin" and len(self.stukken) > 1:
                self.diepte, self.genest = self.diepte + 1, True
            elif soort == "separate" and self.diepte == 1:
                self.resultaat = True
            elif soort == "end":
                self.diepte -= 1
            elif naam == "instrText" and not self.resultaat:
                self.opdracht += kind.text or ""
        return self.diepte == 0


def kuis_velden(deel: BaseOxmlElement) -> bool:
    """Leave only fields with a page number, each in its plainest form; return whether another was there."""
    iets_weg = False
    for enkel in list(deel.iter(qn("w:fldSimple"))):
        woord = _woord(enkel.get(qn("w:instr"), ""))
        if woord in BLIJFT:
            enkel.set(qn("w:instr"), f" {woord} ")
        else:
            weg(enkel)
            iets_weg = True
    _deel_op(deel)
    open_: _Veld | None = None
    for stuk in list(deel.iter(qn("w:r"))):
        if open_ is None:
            begin = stuk.find(qn("w:fldChar"))
            if begin is None:
                continue
            open_ = _Veld()
        if open_.neem(stuk):
            iets_weg |= not _sluit(open_)
            open_ = None
    for stuk in open_.stukken if open_ else ():
        weg(stuk)
    return iets_weg or open_ is not None


def _deel_op(deel: BaseOxmlElement) -> None:
    """Give each piece of a field a run of its own: Word may put several in one."""
    for stuk in list(deel.iter(qn("w:r"))):
        inhoud = [kind for kind in stuk if naam_van(kind) != "rPr"]
        if not inhoud[1:] or not any(naam_van(kind) in _STUKKEN for kind in inhoud):
            continue
        opmaak = stuk.find(qn("w:rPr"))
        for kind in inhoud:
            nieuw = OxmlElement("w:r")
            if opmaak is not None:
                nieuw.append(deepcopy(opmaak))
            nieuw.append(kind)
            stuk.addprevious(nieuw)
        weg(stuk)


def _sluit(veld: _Veld) -> bool:
    """Put a plain field in the place of its runs, or nothing; return whether it stays."""
    woord = _woord(veld.opdracht)
    blijft = woord in BLIJFT and not veld.genest
    if blijft:
        enkel, stuk, getal = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
        enkel.set(qn("w:instr"), f" {woord} ")
        opmaak = veld.stukken[0].find(qn("w:rPr"))
        if opmaak is not None:
            stuk.append(deepcopy(opmaak))
        getal.text = "1"
        stuk.append(getal)
        enkel.append(stuk)
        veld.stukken[0].addprevious(enkel)
    for oud in veld.stukken:
        weg(oud)
    return blijft
