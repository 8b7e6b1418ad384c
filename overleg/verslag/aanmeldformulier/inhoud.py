"""What the Word form of an aanmelding asks: the same fields, words and choices as the screen.

Made from the form of the screen itself, so that both ask the same. It holds settings of one tafel only,
nothing of any casus.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from wtforms import Field

from forms.instroom.aanmelding import MeldAanFormulier, veld_geen, veld_reden, veld_van
from forms.rijen import Rijen
from forms.velden import DatumVeld, KeuzeVeld, LangTekstVeld, MeerkeuzeVeld, VinkVeld
from overleg.instroom.invoer import AFGESCHERMD

VERSIE: Final = 1
"""Of the form itself; goes up when its fields change."""
PERSONEN: Final = 6
ANDERE_RIJEN: Final = 3
REGEL, TEKST, DATUM, KEUZE, VINK = "regel", "tekst", "datum", "keuze", "vink"
BIJ_VINK: Final = "Ja"
"""What stands behind a box to tick that is not one of a list."""
NIET_OP_PAPIER: Final = frozenset({"id", "wissen"})


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
    """Is an address or how to make contact: never put among other text."""


@dataclass(frozen=True, slots=True)
class Blok:
    """A heading with its controls; `rij` when it is one of several alike, such as a person."""

    titel: str
    uitleg: str
    velden: tuple[Veld, ...]
    rij: bool = False


@dataclass(frozen=True, slots=True)
class Formulierinhoud:
    """The whole form of one tafel."""

    tafel_id: uuid.UUID
    tafel: str
    versie: str
    blokken: tuple[Blok, ...]
    velden: dict[str, Veld] = field(init=False)
    """By tag, in the order of the paper."""

    def __post_init__(self) -> None:
        """List the fields once."""
        object.__setattr__(self, "velden", {v.tag: v for blok in self.blokken for v in blok.velden})


def formulier_inhoud(form: MeldAanFormulier, tafel_id: uuid.UUID, tafel: str, nummer: int) -> Formulierinhoud:
    """Return what to ask for this tafel; `nummer` is that of its criteriaset."""
    return Formulierinhoud(tafel_id, tafel, f"{VERSIE}.{nummer}", tuple(_blokken(form)))


def _blokken(form: MeldAanFormulier) -> Iterator[Blok]:
    yield _blok(form, "Waar het om gaat", ["samenloop", "vermoed_feit", "themas"])
    uitleg = "Over wie gaat het? Noem ook ieder kind. Wat u niet weet of niet nodig hebt, laat u leeg."
    yield from _rijen(form.betrokkenen, PERSONEN, uitleg)
    yield _blok(form, "Wat er speelt", ["wat_gebeurd", "letsel", "grootste_zorg"])
    yield from _rijen(form.hulp, ANDERE_RIJEN, "Laat leeg wat u niet nodig hebt.")
    yield _blok(
        form, "Melding bij Veilig Thuis", [v.short_name for v in form if v.short_name.startswith("melding_")]
    )
    yield _blok(form, "Wat u van het overleg vraagt", ["concrete_vraag"])
    yield _blok(form, "Criteria", list(_criteria(form)))
    uitleg = "Om dubbel werk te voorkomen. Is het gezin nergens bekend? Laat dit leeg."
    yield from _rijen(form.bekend_bij, ANDERE_RIJEN, uitleg)


def _criteria(form: MeldAanFormulier) -> Iterator[str]:
    for criterium in form.criteria:
        yield veld_van(criterium)
        if criterium.minimum is not None:
            yield veld_geen(criterium)
        yield veld_reden(criterium)


def _blok(form: MeldAanFormulier, titel: str, namen: Sequence[str]) -> Blok:
    return Blok(titel, "", tuple(veld for naam in namen for veld in _velden(form[naam], "")))


def _rijen(rijen: Rijen[Any], aantal: int, uitleg: str) -> Iterator[Blok]:
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
        afgeschermd = veld.short_name in AFGESCHERMD
        yield Veld(
            veld.name, veld.name, waarde, _soort(veld), label, uitleg, bij, keuzes, afgeschermd=afgeschermd
        )
        return
    for nummer, optie in enumerate(veld.opties()):
        boven = (label, uitleg) if nummer == 0 else ("", "")
        tag = f"{veld.name}.{optie.waarde}"
        yield Veld(tag, veld.name, optie.waarde, VINK, optie.tekst, "", f"{bij}, {optie.tekst}", boven=boven)


def _soort(veld: Field) -> str:
    for soort, naam in ((VinkVeld, VINK), (KeuzeVeld, KEUZE), (DatumVeld, DATUM), (LangTekstVeld, TEKST)):
        if isinstance(veld, soort):
            return naam
    return REGEL
