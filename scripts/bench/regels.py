"""What is printed: one figure a line to stdout, progress to stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

_begin = time.monotonic()


@dataclass(frozen=True)
class Regel:
    """One figure."""

    naam: str
    waarde: str
    doel: str = ""
    gehaald: bool | None = None
    """Whether the goal is met; None when there is no goal."""

    def __str__(self) -> str:
        """`name: figure (goal)`."""
        if not self.doel:
            return f"{self.naam}: {self.waarde}"
        return f"{self.naam}: {self.waarde} (goal {self.doel}: {'met' if self.gehaald else 'NOT met'})"


def druk_af(regel: Regel) -> None:
    """Print a figure at once."""
    sys.stdout.write(f"{regel}\n")
    sys.stdout.flush()


def voortgang(tekst: str) -> None:
    """Say where the run is."""
    sys.stderr.write(f"[{time.monotonic() - _begin:4.0f} s] {tekst}\n")
    sys.stderr.flush()


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """Return the value below which this share of the values lies (nearest rank)."""
    op_volgorde = sorted(waarden)
    return op_volgorde[min(len(op_volgorde) - 1, int(deel * len(op_volgorde)))]
