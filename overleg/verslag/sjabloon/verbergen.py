"""What of a header or footer is hidden, by itself or by its style: cleaning must not bring it to light."""

from collections.abc import Mapping
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.verslag.sjabloon.pakket import W

_UIT: Final = frozenset({"0", "false", "off"})
_VAN_TABEL: Final = f"{W}tblStylePr/{W}rPr"


class Verbergend:
    """Which styles of a template hide. Made of the styles as they came, before they are cleaned."""

    def __init__(self, stijlen: BaseOxmlElement) -> None:
        """Read `stijlen`; nothing of it is changed."""
        alle = stijlen.findall(f"{W}style")
        self._per_id: Mapping[str, BaseOxmlElement] = {_id(stijl): stijl for stijl in reversed(alle)}
        self._gewoon = bool(_zegt(stijlen.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
        self._geweten: dict[str, bool] = {}
        gewone = (s for s in alle if s.get(qn("w:type")) == "paragraph" and _aan(s.get(qn("w:default"), "0")))
        self._gewone_alinea = next((_id(stijl) for stijl in gewone), "")

    def verbergt(self, stuk: BaseOxmlElement) -> bool:
        """Whether a run is hidden. By more than one style: when any hides, as showing is what does harm."""
        eigen = _zegt(stuk.find(f"{W}rPr"))
        if eigen is not None:
            return eigen
        alinea = next(stuk.iterancestors(f"{W}p"), None)
        id_ = _stijl_van(alinea, f"{W}pPr/{W}pStyle")
        ids = [id_ if id_ in self._per_id else self._gewone_alinea, _stijl_van(stuk, f"{W}rPr/{W}rStyle")]
        ids += [_stijl_van(tabel, f"{W}tblPr/{W}tblStyle") for tabel in stuk.iterancestors(f"{W}tbl")]
        return any(self._stijl_verbergt(id_) for id_ in ids if id_) or (not ids[0] and self._gewoon)

    def _stijl_verbergt(self, id_: str) -> bool:
        """Whether a style hides, or what it builds on; each style is looked at once."""
        pad: list[str] = []
        deze = id_
        while deze in self._per_id and deze not in self._geweten:
            self._geweten[deze] = self._gewoon  # until it is known: a circle ends here
            pad.append(deze)
            stijl = self._per_id[deze]
            eigen = _zegt_stijl(stijl)
            if eigen is not None:
                self._geweten[deze] = eigen
                break
            deze = _stijl_van(stijl, f"{W}basedOn")
        uitkomst = self._geweten.get(deze, self._gewoon)
        for stap in pad:
            self._geweten[stap] = uitkomst
        return uitkomst


def _id(stijl: BaseOxmlElement) -> str:
    return str(stijl.get(qn("w:styleId"), ""))


def _stijl_van(element: BaseOxmlElement | None, weg: str) -> str:
    verwijzing = None if element is None else element.find(weg)
    return "" if verwijzing is None else str(verwijzing.get(qn("w:val"), ""))


def _aan(waarde: str) -> bool:
    return waarde not in _UIT


def _zegt(opmaak: BaseOxmlElement | None) -> bool | None:
    """Return whether these looks hide, or that they do not say."""
    teken = None if opmaak is None else opmaak.find(f"{W}vanish")
    return None if teken is None else _aan(teken.get(qn("w:val"), "1"))


def _zegt_stijl(stijl: BaseOxmlElement) -> bool | None:
    """Return the same of a style; one of a table hides as soon as it does for a row or column."""
    if any(_zegt(opmaak) for opmaak in stijl.findall(_VAN_TABEL)):
        return True
    return _zegt(stijl.find(f"{W}rPr"))
