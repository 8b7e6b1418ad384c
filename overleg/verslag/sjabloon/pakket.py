"""The parts of a Word file and how they lead to each other; nothing outside the file is ever asked for."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from zipfile import ZipFile

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Relatie:
    """From one part to another: of what kind, and its name in the file."""

    soort: str
    deel: str


class Pakket:
    """A file that `bestanden.keur` let through. A part that is not there raises KeyError."""

    def __init__(self, pak: ZipFile) -> None:
        """Read `pak`, which stays open."""
        self._pak = pak

    def bytes(self, deel: str) -> bytes:
        """Return a part as it is."""
        return self._pak.read(deel)

    def xml(self, deel: str) -> BaseOxmlElement:
        """Return a part as elements. Only what was read beforehand as XML, without a DOCTYPE."""
        if not deel.lower().endswith(".xml"):
            raise ValueError("een deel met een andere naam")
        return parse_xml(self.bytes(deel))

    def relaties(self, deel: str = "") -> Mapping[str, Relatie]:
        """Return where a part leads to, by id; what is outside the file is left out."""
        map_, uit = posixpath.dirname(deel), {}
        for relatie in self._alle(deel):
            if not _is_buiten(relatie):
                doel = posixpath.normpath(posixpath.join("/", map_, relatie.get("Target", ""))).lstrip("/")
                uit[relatie.get("Id", "")] = Relatie(relatie.get("Type", "").rpartition("/")[2], doel)
        return uit

    def leidt_naar_buiten(self, deel: str) -> bool:
        """Whether a part names something outside the file."""
        return any(_is_buiten(relatie) for relatie in self._alle(deel))

    def _alle(self, deel: str) -> list[BaseOxmlElement]:
        map_, naam = posixpath.split(deel)
        plek = posixpath.join(map_, "_rels", f"{naam}.rels")
        if plek not in self._pak.namelist():
            return []
        return list(parse_xml(self.bytes(plek)).iterchildren("{*}Relationship"))

    def hoofddeel(self) -> str:
        """Return the name of the part that holds the text."""
        return next(r.deel for r in self.relaties().values() if r.soort == "officeDocument")


def _is_buiten(relatie: BaseOxmlElement) -> bool:
    return str(relatie.get("TargetMode", "")).strip().lower() == "external"


def naam_van(element: BaseOxmlElement) -> str:
    """Return the name of an element of Word itself; of any other, and of a comment, nothing."""
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def weg(element: BaseOxmlElement) -> None:
    """Take an element out of its parent, when it still has one."""
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(element)
