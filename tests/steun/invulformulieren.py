"""The forms of a page, as who fills them in finds them, and ways to fill them in that nobody foresaw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from hypothesis import strategies as st
from lxml import html

VREEMD = (
    "",
    " ",
    "\x00",
    "\x0b\x1b\ufffe",
    "<script>x</script>{{ 7*7 }}",
    "\u202eABC",
    "e\u0301\u200b😀",
    "30-02-2026",
    "31-12-9999",
    "25:61",
    "-1",
    "99999999999999999999",
    "1e9",
    "NaN",
    "٣",
    "00000000-0000-0000-0000-000000000000",
    "../../x",
    "=1+1",
    "x" * 3_000,
    "é" * 120_000,
)
"""What no field asks for."""
MERK = "Wat iemand typte, en niet kwijt wil."
GOED = (MERK, MERK, "12", "01-12-2026", "10:00", "ja", "persoon@voorbeeld.nl")
EXTRA = ("rol", "tafel_id", "id", "status", "casus_id", "_method")
"""Fields that no form has; a handeling that takes whatever comes in would believe them."""


@dataclass(frozen=True)
class Invulveld:
    """One field: its name, what it holds, and what it offers to choose from."""

    naam: str
    waarde: str
    keuzes: tuple[str, ...] = ()
    typbaar: bool = False
    """Whether it is a text that somebody types: it must come back when the form is refused."""


@dataclass(frozen=True)
class Invulformulier:
    """A form of a page: where it goes, and its fields; in `vast` what people cannot change."""

    pad: str
    methode: str
    velden: tuple[Invulveld, ...]

    @property
    def soort(self) -> tuple[str, tuple[str, ...]]:
        """What makes it another form than those of other rows: the fields, and the address without ids."""
        return (
            "/".join(deel for deel in self.pad.partition("?")[0].split("/") if len(deel) < 30),
            tuple(sorted({veld.naam for veld in self.velden})),
        )


def _velden(formulier: Any) -> Iterator[Invulveld]:  # noqa: ANN401 lxml has no types
    keuzes: dict[str, list[str]] = {}
    for ding in formulier.xpath(".//*[@name and not(self::button) and not(@name='csrf_token')]"):
        soort = ding.get("type", "")
        if ding.tag == "select":
            opties = tuple(optie.get("value", "") for optie in ding.xpath(".//option"))
            yield Invulveld(ding.get("name"), opties[0] if opties else "", opties)
        elif soort in {"radio", "checkbox"}:
            keuzes.setdefault(ding.get("name"), []).append(ding.get("value", "on"))
        else:
            waarde = ding.text if ding.tag == "textarea" else ding.get("value")
            yield Invulveld(ding.get("name"), waarde or "", typbaar=ding.tag == "textarea" or soort == "text")
    for naam, vinkjes in keuzes.items():
        yield Invulveld(naam, vinkjes[0], tuple(vinkjes))
    for knop in formulier.xpath(".//button[@name]"):
        yield Invulveld(knop.get("name"), knop.get("value", ""), (knop.get("value", ""),))


def formulieren_in(tekst: str, pad: str) -> Iterator[Invulformulier]:
    """Yield the forms of the page at `pad`; also what sends itself (`hx-post`)."""
    boom = html.document_fromstring(tekst)
    for formulier in boom.xpath("//form[@method!='dialog']|//*[@hx-post and not(ancestor-or-self::form)]"):
        doel = formulier.get("action") or formulier.get("hx-post") or pad
        methode = formulier.get("method", "post").upper()
        yield Invulformulier(urljoin(pad, doel), methode, tuple(_velden(formulier)))


def waarden(veld: Invulveld) -> st.SearchStrategy[tuple[str, ...]]:
    """Return ways to fill in a field: mostly as it asks, sometimes not, twice, or oddly."""
    zoals_gevraagd = st.sampled_from((*veld.keuzes, veld.waarde) if veld.keuzes else (veld.waarde, *GOED))
    een = st.one_of(zoals_gevraagd, zoals_gevraagd, st.sampled_from(VREEMD), st.text(max_size=40))
    return st.one_of(
        een.map(lambda wat: [wat]), zoals_gevraagd.map(lambda wat: [wat]), st.lists(een, max_size=3)
    )


@st.composite
def ingevuld(draw: st.DrawFn, formulier: Invulformulier) -> list[tuple[str, str]]:
    """Draw everything that is sent with a form; some fields that it does not have go along."""
    paren = [(veld.naam, wat) for veld in formulier.velden for wat in draw(waarden(veld))]
    extra = draw(st.lists(st.sampled_from(EXTRA), max_size=1))
    return paren + [(naam, draw(st.sampled_from(VREEMD))) for naam in extra]
