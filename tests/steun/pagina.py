"""What holds for every page, checked on each answer that a test client gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse

KOPPEN = ["h1", "h2", "h3", "h4", "h5", "h6"]
ZONDER_LABEL = {"hidden", "submit", "button", "reset", "image"}
OMLEIDING = range(300, 400)


def eis_goede_pagina(antwoord: TestResponse) -> None:
    """Fail with all mistakes of an HTML answer in one message."""
    if antwoord.mimetype != "text/html" or antwoord.status_code in OMLEIDING or antwoord.is_streamed:
        return
    tekst = antwoord.get_data(as_text=True)
    fouten = list(fouten_in(tekst, antwoord.request.path))
    assert not fouten, f"{antwoord.request.method} {antwoord.request.path}:\n  " + "\n  ".join(fouten)


def fouten_in(tekst: str, pad: str) -> Iterator[str]:
    """Yield what is wrong with a page or a fragment of one."""
    soep = BeautifulSoup(tekst, "html.parser")
    if soep.find("html"):
        yield from fouten_in_geheel(soep)
    yield from fouten_in_koppen([int(kop.name[1]) for kop in soep.find_all(KOPPEN)])
    yield from fouten_in_ids(soep)
    yield from fouten_in_velden(soep, pad)


def fouten_in_geheel(soep: BeautifulSoup) -> Iterator[str]:
    """Yield what a whole page lacks: language, title, one h1, one main."""
    taal = soep.find("html")
    if not isinstance(taal, Tag) or taal.get("lang") != "nl":
        yield "<html> needs lang=nl"
    if not soep.title or not soep.title.get_text(strip=True):
        yield "the page needs a <title>"
    for naam in ("h1", "main"):
        if len(soep.find_all(naam)) != 1:
            yield f"the page needs exactly one <{naam}>, and has {len(soep.find_all(naam))}"


def fouten_in_koppen(niveaus: list[int]) -> Iterator[str]:
    """Yield headings that skip a level."""
    for vorige, volgende in pairwise(niveaus):
        if volgende > vorige + 1:
            yield f"an h{volgende} follows an h{vorige}: do not skip a level"


def fouten_in_ids(soep: BeautifulSoup) -> Iterator[str]:
    """Yield ids that occur twice."""
    aantallen = Counter(str(element["id"]) for element in soep.find_all(id=True))
    yield from (f"id {naam!r} occurs {aantal} times" for naam, aantal in aantallen.items() if aantal > 1)


def fouten_in_velden(soep: BeautifulSoup, pad: str) -> Iterator[str]:
    """Yield fields without a name that a screen reader can say, and forms without a method."""
    voor = {str(label["for"]) for label in soep.find_all("label") if label.get("for")}
    for veld in soep.find_all(["input", "select", "textarea"]):
        heeft_naam = veld.get("aria-label") or veld.get("aria-labelledby") or veld.find_parent("label")
        if veld.get("type") not in ZONDER_LABEL and not heeft_naam and veld.get("id") not in voor:
            yield f"field {veld.get('name')!r} has no label"
    for formulier in soep.find_all("form"):
        if not formulier.get("method"):
            yield f"a form on {pad} names no method: it could put its content in the address"
