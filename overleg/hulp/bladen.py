"""The pages of the handleiding, read from docs/handleiding into a tree.

Markdown never becomes HTML here: the tree goes to a template, which escapes every word and knows only the
kinds of element in `SOORTEN`. Written as HTML, a tag stays visible as text.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from overleg.basis.config import WORTEL

MAP = Path(WORTEL, "docs", "handleiding")
BEELDEN = MAP / "beelden"
INDEX = "index"
NAMEN = (INDEX, "deelnemer", "voorzitter", "secretaris", "gast", "beheerder", "functionaris")
"""Every page, in the order in which they are listed."""
SOORTEN = frozenset(
    {
        "heading", "paragraph", "inline", "text", "softbreak", "strong", "em", "link", "image",
        "bullet_list", "ordered_list", "list_item",
    }
)  # fmt: skip
"""The kinds of element that the template draws."""
TITEL, KOP = "h1", "h2"
PNG_MATEN = slice(16, 24)
"""Where a PNG says how wide and how high it is."""


@dataclass(frozen=True)
class Kop:
    """A part of a page: where it starts, and its words."""

    anker: str
    tekst: str


@dataclass(frozen=True)
class Blad:
    """One page of the handleiding."""

    naam: str
    titel: str
    inhoud: tuple[SyntaxTreeNode, ...]
    koppen: tuple[Kop, ...]


def anker(woorden: str) -> str:
    """Return the name of the part under a heading, as code forges make it too: `uw-actie-afmelden`."""
    return re.sub(r"[^\w\s-]", "", woorden.lower()).strip().replace(" ", "-")


def woorden(knoop: SyntaxTreeNode) -> str:
    """Return the words in an element, without what is around them."""
    return "".join(k.content if k.type == "text" else " " for k in knoop.walk() if _is_woord(k))


def _is_woord(knoop: SyntaxTreeNode) -> bool:
    return knoop.type in {"text", "softbreak"}


def lees(naam: str, tekst: str) -> Blad:
    """Return the page that a text in markdown makes; its first heading is the title.

    Raises ValueError when it starts with something else, or holds headings or elements that are not drawn.
    """
    knopen = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).parse(tekst)).children
    if not knopen or knopen[0].tag != TITEL:
        raise ValueError(f"{naam}: a page of the handleiding begins with its title")
    if any(k.type == "heading" and k.tag != KOP for k in knopen[1:]):
        raise ValueError(f"{naam}: a page has one title, and parts with a heading of the second level")
    vreemd = {k.type for knoop in knopen for k in knoop.walk()} - SOORTEN
    if vreemd:
        raise ValueError(f"{naam}: templates/hulp/_inhoud.html cannot draw {', '.join(sorted(vreemd))}")
    return Blad(naam, woorden(knopen[0]), tuple(knopen[1:]), tuple(_koppen(knopen)))


def _koppen(knopen: list[SyntaxTreeNode]) -> Iterator[Kop]:
    for knoop in knopen:
        if knoop.tag == KOP:
            yield Kop(anker(woorden(knoop)), woorden(knoop))


@cache
def blad(naam: str) -> Blad:
    """Return a page by its name; raises KeyError when there is none with that name."""
    if naam not in NAMEN:
        raise KeyError(naam)
    return lees(naam, (MAP / f"{naam}.md").read_text(encoding="utf-8"))


@cache
def beeld(naam: str) -> bytes:
    """Return a picture by its name; raises KeyError when there is none in the folder with that name."""
    if naam not in {bestand.name for bestand in BEELDEN.glob("*.png")}:
        raise KeyError(naam)
    return (BEELDEN / naam).read_bytes()


def maten(naam: str) -> tuple[int, int]:
    """Return how wide and how high a picture is, so that a page does not move while it loads."""
    breed, hoog = struct.unpack(">II", beeld(naam)[PNG_MATEN])
    return int(breed), int(hoog)
