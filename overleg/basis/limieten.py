"""Limits on the size and the number of what people enter: one table, used by forms, models and tests.

A form says `limiet="naam"`, never a number. Text over its limit is an error at its field, and stays there.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIMIETEN: Final[Mapping[str, int]] = MappingProxyType(
    {
        # characters in a text
        "kenmerk": 40,
        "telefoon": 40,
        "naam": 200,
        "email": 254,
        "zoekvraag": 200,
        "regel": 300,
        "adres": 500,
        "toelichting": 4_000,
        "tekst": 20_000,
        "lange_tekst": 100_000,
        # how many of something
        "aantal_rijen": 40,
        "aantal_keuzes": 100,
        "aantal_passkeys": 10,
        "aantal_systeemkoppelingen": 5,
        "verzoeken_per_minuut": 120,
        "bytes_van_programma": 65_536,
        "aantal_per_pagina": 50,
        "aantal_in_bestand": 500,
        "rijen_werkblad": 200,
        "rijen_ledenblad": 500,
        "wijzigingen_ledenblad": 100,
        "aantal_in_kalender": 500,
        # a number somebody types
        "minuten": 600,
        "minuten_punt": 480,
        "bewaarmaanden": 1_200,
        "getal": 1_000_000,
    }
)


def limiet(naam: str) -> int:
    """Return the limit called `naam`; an unknown name is a mistake in the code."""
    if naam not in LIMIETEN:
        bekend = ", ".join(sorted(LIMIETEN))
        message = f"Onbekende limiet {naam!r}. Zet hem in overleg/basis/limieten.py of kies uit: {bekend}."
        raise KeyError(message)
    return LIMIETEN[naam]
