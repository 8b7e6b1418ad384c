"""The clock of an item: time used against its slot, in words (domein.md §11: time is scarce)."""

from dataclasses import dataclass
from datetime import datetime

MINUUT = 60


@dataclass(frozen=True)
class Klok:
    """Seconds used, minutes planned, and whether it ticks now."""

    seconden: int
    minuten: int
    loopt: bool

    @property
    def gebruikt(self) -> int:
        """Whole minutes used."""
        return self.seconden // MINUUT

    @property
    def over(self) -> int:
        """Whole minutes too many; zero while within the slot."""
        return max(0, self.gebruikt - self.minuten)

    @property
    def tekst(self) -> str:
        """The clock in words."""
        if not self.loopt and not self.seconden:
            return f"{self.minuten} minuten gepland"
        if self.over:
            return f"{self.over} {_minuten(self.over)} over de tijd ({self.gebruikt} van {self.minuten})"
        rest = self.minuten - self.gebruikt
        return f"{self.gebruikt} van {self.minuten} minuten gebruikt, nog {rest}"


def _minuten(aantal: int) -> str:
    return "minuut" if aantal == 1 else "minuten"


def stand(seconden: int, sinds: datetime | None, minuten: int, nu: datetime) -> Klok:
    """Return the clock of an item: earlier turns, and this turn when it runs since `sinds`."""
    lopend = max(0, int((nu - sinds).total_seconds())) if sinds else 0
    return Klok(seconden + lopend, minuten, loopt=sinds is not None)
