"""The styles, lists and theme of a template: looks only, and whole in themselves."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.sjabloon.kuisen import kuis_eigenschappen
from overleg.verslag.sjabloon.pakket import R, naam_van, weg

LANGSTE_NAAM: Final = 100
MEESTE_STIJLEN: Final = 1000
_GETAL: Final = re.compile(r"[0-9]{1,9}")
"""A number as the libraries read one, and one more still fits where Word keeps it."""
_SOORTEN: Final = frozenset({"paragraph", "character", "table", "numbering"})
_MET_NAAM: Final = frozenset({"theme", "clrScheme", "fontScheme", "fmtScheme"})
_GEWONE_VULLING: Final = f'<a:solidFill {nsdecls("a")}><a:schemeClr val="phClr"/></a:solidFill>'
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def kuis_stijlen(stijlen: BaseOxmlElement, nummers: frozenset[str]) -> None:
    """Clean the styles in place; `nummers` are the lists there are. Raises Onleesbaar for names no one reads.

    What points to nothing, or in a circle, points nowhere any more: programs follow it until they fall over.
    """
    kuis_eigenschappen(stijlen)
    _houd_maten(stijlen)
    _ruim_op(stijlen)
    if len(stijlen) > MEESTE_STIJLEN:
        raise Onleesbaar(
            f"Het sjabloon heeft meer dan {MEESTE_STIJLEN} stijlen. Verwijder in Word de stijlen die u niet "
            "gebruikt en kies het bestand opnieuw."
        )
    per_id = {stijl.get(qn("w:styleId"), ""): stijl for stijl in _stijlen_in(stijlen)}
    for stijl in per_id.values():
        for verwijzing in list(stijl.iterchildren(qn("w:basedOn"), qn("w:next"), qn("w:link"))):
            if verwijzing.get(qn("w:val")) not in per_id:
                weg(verwijzing)
        for lijst in list(stijl.iter(qn("w:numPr"))):
            nummer = lijst.find(qn("w:numId"))
            if nummer is not None and nummer.get(qn("w:val")) not in nummers:
                weg(lijst)
        _breek_kring(stijl, per_id)


def _houd_maten(stijlen: BaseOxmlElement) -> None:
    """Drop a size that is no number."""
    for maat in list(stijlen.iter(qn("w:sz"), qn("w:szCs"))):
        if not _is_getal(maat.get(qn("w:val"))):
            weg(maat)


def _stijlen_in(stijlen: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield from stijlen.iterchildren(qn("w:style"))


def _ruim_op(stijlen: BaseOxmlElement) -> None:
    """Leave the defaults and the styles, each name and each id once."""
    gezien: set[tuple[str, str]] = set()
    for kind in list(stijlen):
        if naam_van(kind) == "docDefaults":
            continue
        naam, id_ = naam_van_stijl(kind), kind.get(qn("w:styleId"), "")
        if len(naam) > LANGSTE_NAAM or len(id_) > LANGSTE_NAAM:
            raise Onleesbaar(
                f"Het sjabloon heeft een stijl met een naam van meer dan {LANGSTE_NAAM} tekens. Geef die "
                "stijl in Word een kortere naam en kies het bestand opnieuw."
            )
        sleutels = {("naam", naam.lower()), ("id", id_)}
        goed = naam_van(kind) == "style" and kind.get(qn("w:type")) in _SOORTEN and naam and id_
        if not goed or sleutels & gezien:
            weg(kind)
        gezien |= sleutels


def naam_van_stijl(stijl: BaseOxmlElement) -> str:
    """Return the name of a style as it stands in the file."""
    naam = stijl.find(qn("w:name"))
    return "" if naam is None else naam.get(qn("w:val"), "")


def _breek_kring(stijl: BaseOxmlElement, per_id: Mapping[str, BaseOxmlElement]) -> None:
    """Cut the style loose from what it builds on when that leads back to itself."""
    gezien, deze = {stijl.get(qn("w:styleId"))}, stijl
    while (grond := deze.find(qn("w:basedOn"))) is not None:
        volgende = grond.get(qn("w:val"), "")
        if volgende in gezien or volgende not in per_id:
            weg(grond)
            return
        gezien.add(volgende)
        deze = per_id[volgende]


def kuis_nummering(nummering: BaseOxmlElement) -> frozenset[str]:
    """Clean the lists in place, without pictures as bullets; return the numbers of those there are.

    A list whose number is none goes: the number of the next is reckoned from all of them.
    """
    kuis_eigenschappen(nummering)
    soorten: set[str] = set()
    nummers: set[str] = set()
    for kind in list(nummering):
        if naam_van(kind) == "abstractNum" and _is_getal(kind.get(qn("w:abstractNumId"))):
            soorten.add(kind.get(qn("w:abstractNumId")))
        elif naam_van(kind) != "num":
            weg(kind)
    for lijst in list(nummering.iterchildren(qn("w:num"))):
        soort, nummer = lijst.find(qn("w:abstractNumId")), lijst.get(qn("w:numId"))
        if soort is not None and soort.get(qn("w:val")) in soorten and _is_getal(nummer):
            nummers.add(nummer)
        else:
            weg(lijst)
    return frozenset(nummers)


def _is_getal(tekst: str | None) -> bool:
    return tekst is not None and _GETAL.fullmatch(tekst) is not None


def kuis_thema(thema: BaseOxmlElement) -> bool:
    """Clean the colours and letters in place; return whether it is a theme at all."""
    if thema.tag != f"{_A}theme":
        return False
    for kind in list(thema):
        if kind.tag != f"{_A}themeElements":
            weg(kind)
    for element in list(thema.iter()):
        _kuis_deel_van_thema(element)
    return True


def _kuis_deel_van_thema(element: BaseOxmlElement) -> None:
    tag = str(element.tag)
    for naam in [naam for naam in element.attrib if str(naam).startswith(R)]:
        del element.attrib[naam]
    if tag.removeprefix(_A) in _MET_NAAM:
        element.set("name", "Huisstijl")
    if tag == f"{_A}blipFill":
        element.addprevious(parse_xml(_GEWONE_VULLING))
    if not tag.startswith(_A) or tag in {f"{_A}extLst", f"{_A}blipFill"}:
        weg(element)


def zet_taal(stijlen: BaseOxmlElement, taal: BaseOxmlElement) -> None:
    """Say in the defaults which language the text is in; `taal` is the element that says so."""
    ouder = stijlen
    for naam in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        kind = ouder.find(qn(naam))
        if kind is None:
            kind = OxmlElement(naam)
            ouder.insert(0, kind)
        ouder = kind
    ouder.append(taal)
