"""What a table says, as frozen values: the sheet and the csv are made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Waarde: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its heading, how wide it is in characters, and whether people fill it in."""

    kop: str
    breedte: float
    invullen: bool = False
    keuzes: tuple[str, ...] = ()
    """The words to choose from; other words are refused while typing."""
    keuzes_uit: str = ""
    """The name of a sheet in the same file whose first column holds the words, when they are not ours."""
    verborgen: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """One sheet; `naam` is on its tab."""

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: Sequence[tuple[Waarde, ...]]


@dataclass(frozen=True, slots=True)
class Werkboek:
    """A file with one or more sheets, and what it says about itself on the last one."""

    titel: str
    voettekst: str
    tabellen: tuple[Tabel, ...]
    over: tuple[tuple[str, str], ...]
    """Pairs of a word and its value: for whom, of which day, what it does not hold."""
