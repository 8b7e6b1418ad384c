"""What is wrong in a form, as the list that stands above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wtforms import Field
from wtforms.fields import FormField

from forms.rijen import Rijen
from forms.velden import JaNeeVeld, KeuzeVeld, MeerkeuzeVeld


@dataclass(frozen=True, slots=True)
class Fout:
    """One sentence, the id of what it is about (empty: the form as a whole), and the words before it."""

    tekst: str
    anker: str = ""
    bij: str = ""


def anker_van(veld: Field) -> str:
    """Return the id that gets the focus: of a list of choices the first one."""
    groep = isinstance(veld, MeerkeuzeVeld) or (
        isinstance(veld, JaNeeVeld | KeuzeVeld) and veld.vorm == "radio"
    )
    return f"{veld.id}-0" if groep else veld.id


def fouten_van(velden: Iterable[Field], bij: str = "") -> Iterator[Fout]:
    """Go through the fields in the order of the page, into the rows as well."""
    for veld in velden:
        if isinstance(veld, Rijen):
            yield from _fouten_in_rijen(veld)
        elif isinstance(veld, FormField):
            yield from fouten_van(veld, bij or veld.label.text)
        else:
            yield from _fouten_bij(veld, bij)


def _fouten_bij(veld: Field, bij: str) -> Iterator[Fout]:
    zichtbaar = getattr(veld, "vorm", "") != "verborgen" and type(veld).__name__ != "CSRFTokenField"
    for tekst in veld.errors:
        yield Fout(str(tekst), anker_van(veld) if zichtbaar else "", bij)


def _fouten_in_rijen(rijen: Rijen[Any]) -> Iterator[Fout]:
    for tekst in rijen.eigen_fouten:
        yield Fout(tekst, rijen.anker_erbij)
    for nummer, rij in enumerate(rijen.entries, start=1):
        yield from fouten_van(rij, f"{rijen.rijnaam.capitalize()} {nummer}")
