"""What a letter to a guest says, as frozen values: when, where and what is asked; nothing of the casus."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """The invitation of one guest for one item; no kenmerk of the casus, no question, nobody it is about."""

    tafel: str
    kenmerk: str
    """Of the overleg: LW-2026-11-26."""
    gast: str
    """The person, or empty when not known yet."""
    organisatie: str
    datum: date
    begin: time
    einde: time
    vorm: str
    plaats: str
    voorzitter: str
    secretaris: str
    vervallen: bool
    """The overleg was called off, or the item went on to a later one."""
