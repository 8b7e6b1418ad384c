"""The files of the tree that house tests look at."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.gemeen import WORTEL

CODE = ("app.py", "overleg", "models", "forms", "scripts", "tests")


def bestanden(*plekken: str, soort: str) -> dict[str, str]:
    """Return path and text of all files of a kind under these places; absent places have none."""
    return dict(_lees(plekken, soort))


def _lees(plekken: tuple[str, ...], soort: str) -> Iterator[tuple[str, str]]:
    for plek in plekken:
        pad = WORTEL / plek
        for bestand in [pad] if pad.is_file() else sorted(pad.rglob(f"*{soort}")):
            yield str(bestand.relative_to(WORTEL)), bestand.read_text(encoding="utf-8")


def meld(fouten: list[str], wat_te_doen: str) -> None:
    """Fail with everything that was found and what to do about it."""
    assert not fouten, f"{wat_te_doen}\n  " + "\n  ".join(fouten)
