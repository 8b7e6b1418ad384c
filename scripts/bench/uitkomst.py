"""From measurements to figures with their goals (issue 4 §3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.bench.opdracht import Antwoord
from scripts.bench.regels import Regel, percentiel

TRAPPEN = [1, 26, 250]
"""Meetings of twelve: 12, 312 and 3,000 streams."""
GRENZEN = {26: 2.0, 250: 3.0}
"""At most so many times the floor, at the 95th percentile."""
MENSEN = 12
MET_DOEL = 0.95
HELFT = 0.5
HOOGSTE_KB = 40.0


def live(ons: list[Antwoord], kaal: list[Antwoord]) -> Iterator[Regel]:
    """Return the times beside those of the floor, what was missed, and the memory of a stream."""
    for trap, wij, zij in zip(TRAPPEN, ons, kaal, strict=True):
        for deel in (0.5, MET_DOEL, 0.99):
            yield _tijd(trap, deel, wij, zij)
        kwijt = wij["gemist"] + wij["gebroken"]
        waarde = f"{wij['gemist']} changes, {wij['gebroken']} streams"
        yield Regel(f"lost, {trap * MENSEN} streams", waarde, "none", not kwijt)
    geheugen = _per_stroom(ons)
    waarde = f"{geheugen:.1f} kB, floor {_per_stroom(kaal):.1f} kB"
    yield Regel("memory of an open stream", waarde, f"≤ {HOOGSTE_KB:.0f} kB", geheugen <= HOOGSTE_KB)


def _tijd(trap: int, deel: float, wij: Antwoord, zij: Antwoord) -> Regel:
    naam = f"change seen by another, {trap * MENSEN} streams, p{deel * 100:.0f}"
    if not wij["tijden"] or not zij["tijden"]:
        return Regel(naam, "no change arrived", "one that arrives", gehaald=False)
    eigen, vloer = percentiel(wij["tijden"], deel), percentiel(zij["tijden"], deel)
    waarde = f"{eigen * 1000:.0f} ms, floor {vloer * 1000:.0f} ms, {eigen / vloer:.1f} times"
    if deel != MET_DOEL or trap not in GRENZEN:
        return Regel(naam, waarde)
    return Regel(naam, waarde, f"≤ {GRENZEN[trap]:.0f} × floor", eigen <= GRENZEN[trap] * vloer)


def _per_stroom(metingen: list[Antwoord]) -> float:
    erbij = metingen[-1]["stromen"] - metingen[0]["stromen"]
    kb: float = (metingen[-1]["rss_kb"] - metingen[0]["rss_kb"]) / max(1, erbij)
    return kb


def tempo(naam: str, rondes: Sequence[tuple[float, float]]) -> Regel:
    """Return a figure per second beside that of the floor: the round with the median share."""
    ons, kaal = sorted(rondes, key=lambda ronde: ronde[0] / ronde[1])[len(rondes) // 2]
    waarde = f"{ons:.1f}/s, floor {kaal:.1f}/s, {ons / kaal:.1%}"
    return Regel(naam, waarde, f"≥ {HELFT:.0%}", ons >= HELFT * kaal)
