"""What a Word file says of its styles, in facts that the rules can judge."""

import logging
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.verslag.regels_huisstijl import (
    ONZE_STIJLEN,
    STANDAARD_PUNTEN,
    Bevinding,
    Stijlfeit,
    Stijlsoort,
    beoordeel,
)

LANGSTE_KETEN: Final = 20
"""So many styles on top of each other are followed; Word itself makes no more than a handful."""
_KLEUR = re.compile(r"[0-9A-Fa-f]{6}")
_HALVE_PUNTEN = re.compile(r"[0-9]{1,4}")
log = logging.getLogger(__name__)
_ONZE: Final = frozenset(stijl.naam.lower() for stijl in ONZE_STIJLEN)


def bevindingen(sjabloon: bytes) -> tuple[Bevinding, ...]:
    """Return per style of ours what a template, as `open_sjabloon` made it, has for it."""
    return beoordeel(stijlfeiten(Document(BytesIO(sjabloon))))


def bevindingen_van_bewaard(sjabloon: bytes) -> tuple[Bevinding, ...]:
    """Return the same of one that was stored; when it cannot be read, what its documents get: all ours."""
    try:
        return bevindingen(sjabloon)
    except Exception:
        log.exception("een bewaarde huisstijl is niet te lezen")
        return beoordeel({})


def stijlfeiten(document: WordDocument) -> Mapping[str, Stijlfeit]:
    """Return the facts of each style that is named as one of ours, by that name in small letters.

    Of those alone: a template may hold a thousand styles, and this is asked for every Word file.
    """
    stijlen = document.styles.element
    alle = stijlen.style_lst
    per_id = {stijl.styleId: stijl for stijl in alle}
    per_naam = {(stijl.name_val or "").lower(): stijl for stijl in reversed(alle)}
    gewoon = stijlen.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    return {naam: _feit(_keten(stijl, per_id), gewoon) for naam, stijl in per_naam.items() if naam in _ONZE}


def _keten(stijl: BaseOxmlElement, per_id: Mapping[str, BaseOxmlElement]) -> "list[BaseOxmlElement]":
    """Return a style and those it builds on, the nearest first."""
    keten: list[BaseOxmlElement] = []
    gezien: set[str] = set()
    deze: BaseOxmlElement | None = stijl
    while deze is not None and deze.styleId not in gezien and len(keten) < LANGSTE_KETEN:
        keten.append(deze)
        gezien.add(deze.styleId)
        grond = deze.find(qn("w:basedOn"))
        deze = None if grond is None else per_id.get(grond.get(qn("w:val")))
    return keten


def _feit(keten: "list[BaseOxmlElement]", gewoon: BaseOxmlElement | None) -> Stijlfeit:
    opmaak = [deel for deel in (*(stijl.find(qn("w:rPr")) for stijl in keten), gewoon) if deel is not None]

    def waarde(naam: str, kenmerk: str = "w:val") -> str:
        elementen = (deel.find(qn(naam)) for deel in opmaak)
        gevonden = (element.get(qn(kenmerk), "") for element in elementen if element is not None)
        return next((tekst for tekst in gevonden if tekst), "")

    letters = [element for deel in opmaak if (element := deel.find(qn("w:rFonts"))) is not None]
    van_thema = bool(letters) and letters[0].get(qn("w:asciiTheme")) is not None
    halve, kleur = waarde("w:sz"), waarde("w:color")
    return Stijlfeit(
        soort=Stijlsoort(keten[0].get(qn("w:type"))),
        punten=int(halve) / 2 if _HALVE_PUNTEN.fullmatch(halve) else STANDAARD_PUNTEN,
        kleur=kleur.upper() if _KLEUR.fullmatch(kleur) else "",
        letter="" if van_thema else waarde("w:rFonts", "w:ascii"),
        genummerd=any(stijl.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None for stijl in keten),
    )
