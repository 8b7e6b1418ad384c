"""Half-way saving: what is right of a form is saved, what is wrong stays on the page as typed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from wtforms import Field

from forms.basis import Formulier
from forms.fouten import Fout, anker_van
from forms.instroom.aanmelding import MeldAanFormulier
from forms.rijen import Rijen
from overleg.instroom.invoer import Aanmelding

Gegevens = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Deel:
    """What can be saved, the rows in it by the name of their list, and what is left out with the reason."""

    invoer: Aanmelding
    rijen: dict[str, list[Any]]
    behalve: list[Fout]


def kan_bewaard(form: Formulier) -> bool:
    """Whether the post is one of this page: its version can be read and it was sent from here."""
    return not any(veld.errors for veld in form if not isinstance(veld, Rijen) and not _van_mens(veld))


def goede_deel(form: MeldAanFormulier, nu: Gegevens) -> Deel:
    """Return the part of a form, checked as concept, that is right.

    A field that is wrong counts as what `nu` (the data of the casus as saved) holds for it.
    """
    behalve = list(_behalve(form))
    with _zonder_foute(form, nu):
        rijen = {veld.short_name: veld.ingevuld for veld in form if isinstance(veld, Rijen)}
        return Deel(form.als_invoer(), rijen, behalve)


def _van_mens(veld: Field) -> bool:
    return getattr(veld, "vorm", "") not in ("verborgen", "")


def foute_velden(form: MeldAanFormulier) -> Iterator[tuple[Field, str]]:
    """Yield each field that is wrong with its label; in a row with the number of the row."""
    for veld in form:
        if not isinstance(veld, Rijen):
            if veld.errors and _van_mens(veld):
                yield veld, veld.label.text
            continue
        for nummer, rij in enumerate(veld.entries, start=1):
            for deel in rij.form:
                if deel.errors and _van_mens(deel):
                    yield deel, f"{veld.rijnaam.capitalize()} {nummer}, {deel.label.text}"


def _behalve(form: MeldAanFormulier) -> Iterator[Fout]:
    for rijen in form:
        if isinstance(rijen, Rijen):
            yield from (Fout(zin, rijen.anker_erbij, rijen.label.text) for zin in rijen.eigen_fouten)
    for veld, bij in foute_velden(form):
        yield from (Fout(str(zin), anker_van(veld), bij) for zin in veld.errors)


@contextmanager
def _zonder_foute(form: MeldAanFormulier, nu: Gegevens) -> Iterator[None]:
    """Give every field that is wrong its saved value for a while; what was typed comes back after."""
    getypt = []
    for veld, waarde in _vervangingen(form, nu):
        getypt.append((veld, veld.data))
        veld.data = waarde
    te_lang = [(rijen, rijen.entries) for rijen in form if isinstance(rijen, Rijen) and rijen.eigen_fouten]
    for rijen, rijen_nu in te_lang:
        rijen.entries = rijen_nu[: rijen.max_rijen]
    try:
        yield
    finally:
        for veld, data in getypt:
            veld.data = data
        for rijen, alle in te_lang:
            rijen.entries = alle


def _vervangingen(form: MeldAanFormulier, nu: Gegevens) -> Iterator[tuple[Field, Any]]:
    for veld in form:
        if isinstance(veld, Rijen):
            yield from _in_rijen(veld, nu)
        elif veld.errors:
            yield veld, _bewaard(veld, nu)


def _in_rijen(rijen: Rijen[Any], nu: Gegevens) -> Iterator[tuple[Field, Any]]:
    """A row is the saved one with its id; a row that is new has nothing saved."""
    bewaard = {rij["id"]: rij for rij in nu.get(rijen.short_name, [])}
    for rij in rijen.entries:
        was = bewaard.get(rij.form["id"].data, {})
        for veld in rij.form:
            if veld.errors:
                yield veld, _bewaard(veld, was)


def _bewaard(veld: Field, nu: Gegevens) -> Any:  # noqa: ANN401 the value of any kind of field
    leeg: Any = [] if isinstance(veld.data, list) else "" if isinstance(veld.data, str) else None
    waarde = nu.get(veld.short_name)
    return leeg if waarde is None else waarde
