"""No afspraak and no decision is made under reservation (domein.md §2 and §9)."""

import re
import unicodedata

from overleg.basis.oordeel import JA, Oordeel, nee

_VOORBEHOUD = re.compile(r"(?<!zonder )(?<!zonder enig )voor ?behou[dt]t?\b|\bonder ?reserve\b")
_AFKORTING = re.compile(r"\bo ?v ?b\b|\bo ?v ?v\b|\bonder vbh?\b")
_TUSSENRUIMTE = re.compile(r"[^a-z0-9]+")

ZIN = (
    "Een afspraak of besluit onder voorbehoud kan niet. Schrijf op wat er zeker gebeurt. "
    "Moet iemand nog beslissen? Maak dan een afspraak: wie beslist, en vóór welke dag."
)


def staat_onder_voorbehoud(tekst: str) -> bool:
    """Whether a text makes a reservation, however it is spelled; `zonder voorbehoud` makes none."""
    kaal = _TUSSENRUIMTE.sub(" ", _alleen_letters(tekst))
    return bool(_VOORBEHOUD.search(kaal) or _AFKORTING.search(kaal))


def _alleen_letters(tekst: str) -> str:
    """Return the text in lower case, without accents, invisible characters and soft hyphens."""
    ontleed = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(teken for teken in ontleed if unicodedata.category(teken) not in {"Mn", "Cf"})


def zonder_voorbehoud(teksten: dict[str, str]) -> Oordeel:
    """Whether no text of an afspraak or decision makes a reservation; `teksten` is field → text."""
    for veld, tekst in teksten.items():
        if staat_onder_voorbehoud(tekst):
            return nee(ZIN, veld)
    return JA
