"""One way for text to get into a cell, and out of one: cleaned, never a formula, never too long."""

import re

from overleg.basis.tekst import schoon

LANGSTE_CEL = 32_767
"""What a cell of a sheet holds; Excel calls a file with more damaged."""
INGEKORT = "… (ingekort: de hele tekst staat in het Actie-overleg)"
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_GECODEERD = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULE = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the start of a formula; the full-width ones too, on some keyboards."""


def cel_tekst(tekst: str) -> str:
    """Return `tekst` as a cell can hold it: nothing XML refuses, and no longer than a cell may be.

    Blank space at the start goes, so a tab or a line end never hides the sign of a formula.
    """
    leesbaar = schoon(tekst)
    if len(leesbaar) <= LANGSTE_CEL:
        return leesbaar
    return leesbaar[: LANGSTE_CEL - len(INGEKORT)] + INGEKORT


def lijkt_formule(tekst: str) -> bool:
    """Whether a spreadsheet would take this text for a formula when somebody types it, or opens it as csv."""
    return tekst[:1] in _FORMULE


def csv_tekst(tekst: str) -> str:
    """Return the text of one field of a csv: csv has no types, so a quote keeps a formula a text (OWASP)."""
    leesbaar = cel_tekst(tekst)
    return f"'{leesbaar}" if lijkt_formule(leesbaar) else leesbaar


def codeer(tekst: str) -> str:
    """Return the text as the file holds it: `_x0041_` there stands for a character, here for itself."""
    return _CODE.sub("_x005F_", tekst)


def decodeer(tekst: str) -> str:
    """Return the text of a cell as people typed it, the other way round than `codeer`."""
    return schoon(_GECODEERD.sub(lambda code: chr(int(code[1], 16)), tekst))
