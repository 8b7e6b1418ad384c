"""What a Word form asks: the same fields, words and choices as the form of the screen it is made from.

Which forms there are: `aanmelding.py`, `antwoord.py`.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from wtforms import Field

from forms.basis import Formulier
from forms.rijen import Rijen
from forms.velden import DatumVeld, KeuzeVeld, MeerkeuzeVeld, VinkVeld
from overleg.instroom.invoer import ROND_ADRES
from overleg.verslag.bestanden import Bestandssoort

TEKST, DATUM, KEUZE, VINK = "tekst", "datum", "keuze", "vink"
BIJ_VINK: Final = "Ja"
"""What stands behind a box to tick that is not one of a list."""
NIET_OP_PAPIER: Final = frozenset({"id", "wissen"})


@dataclass(frozen=True, slots=True)
class Formuliersoort:
    """A kind of form: how it is known again, and what to say of a file that is another one."""

    tag: str
    """Before the id of what the form belongs to: a tafel, a uitvraag."""
    bestand: Bestandssoort
    ander: str


def word_bestand(opnieuw: str) -> Bestandssoort:
    """Return what a form must be as a file; `opnieuw` says what to do when it is not."""
    return Bestandssoort(
        naam="Word-bestand",
        hoofdsoorten=(b"wordprocessingml.document.main+xml",),
        nieuw=".docx",
        oud=".doc",
        programma="tekstverwerker",
        vol="onderdelen",
        opnieuw=opnieuw,
    )


@dataclass(frozen=True, slots=True)
class Veld:
    """One control: its tag, the field of the screen it fills, and the words around it."""

    tag: str
    naam: str
    waarde: str
    """What a ticked box stands for in the field `naam`; empty for other kinds."""
    soort: str
    label: str
    uitleg: str
    bij: str
    """The label with what it belongs to: "Persoon 2, Naam"."""
    keuzes: tuple[tuple[str, str], ...] = ()
    """(value, words) for a drop-down."""
    boven: tuple[str, str] = ("", "")
    """Label and explanation of the list that a box belongs to; only with the first box."""
    afgeschermd: bool = False
    """Is an address, how to make contact, or asks about one: what is typed there goes among no other text."""


@dataclass(frozen=True, slots=True)
class Blok:
    """A heading with its controls; `rij` when it is one of several alike, such as a person."""

    titel: str
    uitleg: str
    velden: tuple[Veld, ...]
    rij: bool = False


@dataclass(frozen=True, slots=True)
class Formulierinhoud:
    """The whole form; `van` is the id of what it belongs to."""

    van: uuid.UUID
    versie: str
    blokken: tuple[Blok, ...]
    velden: dict[str, Veld] = field(init=False)
    """By tag, in the order of the paper."""

    def __post_init__(self) -> None:
        """List the fields once."""
        object.__setattr__(self, "velden", {v.tag: v for blok in self.blokken for v in blok.velden})


def blok_van(form: Formulier, titel: str, namen: Sequence[str], uitleg: str = "") -> Blok:
    """Return a heading with the fields of the screen that have these names."""
    return Blok(titel, uitleg, tuple(veld for naam in namen for veld in _velden(form[naam], "")))


def rijen_van(rijen: Rijen[Any], aantal: int, uitleg: str) -> Iterator[Blok]:
    """Yield a heading with the explanation, and a block for each row."""
    yield Blok(rijen.label.text, uitleg, ())
    while len(rijen.entries) < aantal:
        rijen.append_entry()
    for nummer, rij in enumerate(rijen.entries, start=1):
        naam = f"{rijen.rijnaam.capitalize()} {nummer}"
        delen = [deel for deel in rij.form if deel.short_name not in NIET_OP_PAPIER]
        yield Blok(naam, "", tuple(veld for deel in delen for veld in _velden(deel, naam)), rij=True)


def _velden(veld: Field, rij: str) -> Iterator[Veld]:
    """Yield the control of a field; for a list of boxes one for each box, after a line with the label."""
    label, uitleg = veld.label.text, str(veld.description or "")
    bij = f"{rij}, {label}" if rij else label
    if not isinstance(veld, MeerkeuzeVeld):
        keuzes = tuple((o.waarde, o.tekst) for o in veld.opties()) if isinstance(veld, KeuzeVeld) else ()
        waarde = "ja" if isinstance(veld, VinkVeld) else ""
        afgeschermd = veld.short_name in ROND_ADRES
        yield Veld(
            veld.name, veld.name, waarde, _soort(veld), label, uitleg, bij, keuzes, afgeschermd=afgeschermd
        )
        return
    for nummer, optie in enumerate(veld.opties()):
        boven = (label, uitleg) if nummer == 0 else ("", "")
        tag = f"{veld.name}.{optie.waarde}"
        yield Veld(tag, veld.name, optie.waarde, VINK, optie.tekst, "", f"{bij}, {optie.tekst}", boven=boven)


def _soort(veld: Field) -> str:
    for soort, naam in ((VinkVeld, VINK), (KeuzeVeld, KEUZE), (DatumVeld, DATUM)):
        if isinstance(veld, soort):
            return naam
    return TEKST
