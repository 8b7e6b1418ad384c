"""axe on a page: what a check by machine can find of WCAG 2.2 AA."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from scripts.onderdelen import AXE

REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VRAAG = "regels => axe.run(document, {runOnly: {type: 'tag', values: regels}, resultTypes: ['violations']})"


def axe_bevindingen(page: Page) -> list[str]:
    """Return what axe finds on the page as it is now, a line each; empty is good.

    The source is put in by the debugging protocol, which the Content-Security-Policy does not hold back:
    the page keeps its policy while it is looked at.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    uitkomst: dict[str, Any] = page.evaluate(VRAAG, REGELS)
    return [regel for bevinding in uitkomst["violations"] for regel in in_woorden(bevinding)]


def in_woorden(bevinding: dict[str, Any]) -> list[str]:
    """Return a line for each element that breaks a rule."""
    return [f"{bevinding['id']}: {bevinding['help']}: {plek['html'][:160]}" for plek in bevinding["nodes"]]


def eis_toegankelijk(page: Page) -> None:
    """Fail with everything that axe finds on the page."""
    bevindingen = axe_bevindingen(page)
    assert not bevindingen, f"axe on {page.url}:\n  " + "\n  ".join(bevindingen)


def past_in_de_breedte(page: Page) -> bool:
    """Whether the page needs no sideways scrolling."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
