"""A first proposal of what one person may read in a text about several: the names of others taken out.

A proposal only: two people look at it before it leaves. Rather too much is taken out than too little.
"""

import re
import unicodedata
from collections.abc import Iterable

from overleg.basis.namen import TUSSENVOEGSELS

AFGESCHERMD = "[afgeschermd]"
KORTSTE_NAAM = 2
_GETAL = re.compile(r"\+?\d[\d\s().-]{6,}\d")
"""A telephone number, a date of birth, the number of an account: seven digits or more."""
_MAIL = re.compile(r"\S+@\S+\.\S+")
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Za-z]{2}\b")
_WOORD = re.compile(r"[^\W_]+")
_REEKS = re.compile(rf"{re.escape(AFGESCHERMD)}(?:[\s,]*{re.escape(AFGESCHERMD)})+")


def scherm_af(tekst: str, anderen: Iterable[str]) -> str:
    """Return `tekst` without the words of the names and addresses in `anderen`, numbers and e-mail.

    Words are found whatever their capitals and accents. Tussenvoegsels beside a name are left: texts are full
    of them.
    """
    weg = {woord for naam in anderen for woord in _woorden(naam)}
    zonder = _GETAL.sub(AFGESCHERMD, _POSTCODE.sub(AFGESCHERMD, _MAIL.sub(AFGESCHERMD, tekst)))
    delen = re.split(rf"({re.escape(AFGESCHERMD)})", zonder)
    schoon = "".join(d if d == AFGESCHERMD else _zonder_namen(d, weg) for d in delen)
    return _REEKS.sub(AFGESCHERMD, schoon)


def _zonder_namen(tekst: str, weg: set[str]) -> str:
    return _WOORD.sub(lambda m: AFGESCHERMD if _kaal(m.group()) in weg else m.group(), tekst)


def _woorden(naam: str) -> Iterable[str]:
    woorden = [_kaal(m.group()) for m in _WOORD.finditer(naam)]
    eigen = [w for w in woorden if len(w) >= KORTSTE_NAAM and w not in TUSSENVOEGSELS]
    return eigen or woorden


def _kaal(woord: str) -> str:
    ontbonden = unicodedata.normalize("NFKD", woord.casefold())
    return "".join(teken for teken in ontbonden if not unicodedata.combining(teken))
