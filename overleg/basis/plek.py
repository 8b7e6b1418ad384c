"""Where a part of a list by day begins: after a row, so that nothing is skipped when rows come or go."""

import uuid
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Plek:
    """After this day and row."""

    datum: date
    id: uuid.UUID

    def __str__(self) -> str:
        """Write it as it stands in an address."""
        return f"{self.datum.isoformat()}_{self.id}"


def lees_plek(tekst: str) -> Plek | None:
    """Return where a part of the list begins; None for what is no place in it, or is written another way."""
    dag, _, sleutel = tekst.partition("_")
    try:
        plek = Plek(date.fromisoformat(dag), uuid.UUID(sleutel))
    except ValueError:
        return None
    return plek if str(plek) == tekst else None
