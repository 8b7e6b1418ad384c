"""Cleaning what people type or paste, before anything else looks at it.

Text reaches the application from Word, from e-mail, from other case systems and from whoever tries what
happens. Three places break on characters that nobody can see: the database (PostgreSQL refuses U+0000), the
Word documents (XML 1.0 has no C0 controls and no surrogates) and comparing names (two ways to write one é).
Every text field of every form runs `schoon` once; nothing behind the forms has to think of it again.
"""

import re
import unicodedata

_REGELEINDE = re.compile("\r\n?|\x0b")
"""A line end of Windows, of an old Mac, or the soft line break of Word (vertical tab)."""

_ONBRUIKBAAR = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Controls other than tab and newline, halves of a surrogate pair, and the two noncharacters XML forbids."""

_RICHTING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of the text around them, also past the field they came with.

Ordinary Arabic and Hebrew do without: the letters carry their own direction.
"""

_ZONDER_BEELD = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_LEGE_TEKENS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing; their kind does not say so."""


def schoon(tekst: str) -> str:
    """Return `tekst` as it is safe to store, to compare and to put in a Word document.

    In this order, so that cleaning twice changes nothing:

    1. line ends become a newline, the soft line break of Word too;
    2. characters that XML or the database refuse are dropped, and signs that turn the reading direction;
    3. the rest is composed (NFC), so that é is one character however it was typed;
    4. blank space at both ends goes, inside the text it stays as typed; what shows nothing at all is empty.

    Emoji, right-to-left text and every script are kept: they are names and words of people.
    """
    met_regels = _REGELEINDE.sub("\n", tekst)
    leesbaar = _RICHTING.sub("", _ONBRUIKBAAR.sub("", met_regels))
    schone = unicodedata.normalize("NFC", leesbaar).strip()
    return schone if any(map(_is_te_zien, schone)) else ""


def _is_te_zien(teken: str) -> bool:
    return unicodedata.category(teken) not in _ZONDER_BEELD and teken not in _LEGE_TEKENS
