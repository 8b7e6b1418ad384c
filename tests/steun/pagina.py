"""What holds for every page, checked on each answer that a test client gets.

Thousands of pages come by in a run, so they are read by lxml, which takes a twentieth of the time of
BeautifulSoup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from lxml import html
from werkzeug.test import TestResponse

from forms.basis import Formulier
from forms.velden import VerborgenVeld
from overleg.basis.koppen import VAST, VOOR_LANG

KOPPEN = "//h1|//h2|//h3|//h4|//h5|//h6"
VELDEN = "//input|//select|//textarea"
ZONDER_LABEL = {"hidden", "submit", "button", "reset", "image"}
GETYPT = "not(@type) or @type='text' or @type='email' or @type='tel' or @type='number' or @type='date'"
NAMEN = re.compile(r'\bname="([^"]+)"')
OMLEIDING = range(300, 400)
ZONDER_INHOUD = {204, 304}


def eis_koppen(antwoord: TestResponse) -> None:
    """Fail when an answer of any kind lacks a header of the house, or may be kept (veiligheid.md §5.17)."""
    fouten = [naam for naam, waarde in VAST.items() if antwoord.headers.getlist(naam) != [waarde]]
    bewaart = antwoord.headers.get("Cache-Control")
    if bewaart != "no-store" and not (antwoord.request.path.startswith("/static/") and bewaart == VOOR_LANG):
        fouten.append(f"Cache-Control: {bewaart}")
    if antwoord.status_code not in ZONDER_INHOUD and "Content-Type" not in antwoord.headers:
        fouten.append("Content-Type")
    assert not fouten, f"{antwoord.request.method} {antwoord.request.path} {antwoord.status}: {fouten}"


def eis_goede_pagina(antwoord: TestResponse) -> None:
    """Fail with all mistakes of an HTML answer in one message."""
    if antwoord.mimetype != "text/html" or antwoord.status_code in OMLEIDING:
        return
    tekst = antwoord.get_data(as_text=True)
    fouten = list(fouten_in(tekst, antwoord.request.path))
    assert not fouten, f"{antwoord.request.method} {antwoord.request.path}:\n  " + "\n  ".join(fouten)


def eis_hele_formulieren(antwoord: TestResponse, formulieren: Iterable[Formulier]) -> None:
    """Fail when a page shows a form without what it carries along unseen, such as the version it is based on.

    Sending it would be stale each time, also when nobody else changed anything.
    """
    if antwoord.mimetype != "text/html":
        return
    op_pagina = set(NAMEN.findall(antwoord.get_data(as_text=True)))
    for formulier in formulieren:
        verborgen = {veld.name for veld in formulier if isinstance(veld, VerborgenVeld)}
        gevuld = {naam for naam in verborgen if formulier[naam].data is not None}
        zichtbaar = {veld.name for veld in formulier} - verborgen - {"csrf_token"}
        kwijt = sorted(gevuld - op_pagina)
        getoond = zichtbaar & op_pagina
        assert not (getoond and kwijt), f"{antwoord.request.path}: {type(formulier).__name__} lacks {kwijt}"


def fouten_in(tekst: str, pad: str) -> Iterator[str]:
    """Yield what is wrong with a page or a fragment of one."""
    if not tekst.strip():
        return
    boom = html.document_fromstring(tekst)
    if "<html" in tekst:
        yield from fouten_in_geheel(boom)
    yield from fouten_in_koppen([int(kop.tag[1]) for kop in boom.xpath(KOPPEN)])
    yield from fouten_in_ids(boom)
    yield from fouten_in_velden(boom, pad)


def fouten_in_geheel(boom: Any) -> Iterator[str]:  # noqa: ANN401 lxml has no types
    """Yield what a whole page lacks: language, title, one h1, one main."""
    if boom.get("lang") != "nl":
        yield "<html> needs lang=nl"
    if not (boom.findtext("head/title") or "").strip():
        yield "the page needs a <title>"
    for naam in ("h1", "main"):
        if (aantal := len(boom.xpath(f"//{naam}"))) != 1:
            yield f"the page needs exactly one <{naam}>, and has {aantal}"
    typen = formulieren_om_in_te_typen(boom)
    if len(typen) > 1:
        yield f"more than one form to type in: without JavaScript sending one empties the others: {typen}"


def formulieren_om_in_te_typen(boom: Any) -> list[str]:  # noqa: ANN401 lxml has no types
    """Return which forms have a field to type in that is there without JavaScript."""
    zichtbaar = "[not(ancestor-or-self::*[contains(concat(' ', @class, ' '), ' alleen-js ')])]"
    return [
        form.get("id") or form.get("action") or "?"
        for form in boom.xpath("//form[@method='post']")
        if form.xpath(f".//textarea{zichtbaar}|.//input[{GETYPT}]{zichtbaar}")
    ]


def fouten_in_koppen(niveaus: list[int]) -> Iterator[str]:
    """Yield headings that skip a level."""
    for vorige, volgende in pairwise(niveaus):
        if volgende > vorige + 1:
            yield f"an h{volgende} follows an h{vorige}: do not skip a level"


def fouten_in_ids(boom: Any) -> Iterator[str]:  # noqa: ANN401 lxml has no types
    """Yield ids that occur twice."""
    aantallen = Counter(str(naam) for naam in boom.xpath("//@id"))
    yield from (f"id {naam!r} occurs {aantal} times" for naam, aantal in aantallen.items() if aantal > 1)


def fouten_in_velden(boom: Any, pad: str) -> Iterator[str]:  # noqa: ANN401 lxml has no types
    """Yield fields without a name that a screen reader can say, and forms without a method."""
    voor = {str(naam) for naam in boom.xpath("//label/@for")}
    for veld in boom.xpath(VELDEN):
        heeft_naam = veld.get("aria-label") or veld.get("aria-labelledby") or veld.xpath("ancestor::label")
        if veld.get("type") not in ZONDER_LABEL and not heeft_naam and veld.get("id") not in voor:
            yield f"field {veld.get('name')!r} has no label"
    for _formulier in boom.xpath("//form[not(@method)]"):
        yield f"a form on {pad} names no method: it could put its content in the address"
