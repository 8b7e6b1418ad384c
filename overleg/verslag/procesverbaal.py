"""What a certificate of destruction says: kinds and counts, when, by whom, on which ground. No people."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Procesverbaal:
    """That one dossier was destroyed: one object feeds the page and the Word file."""

    kenmerk: str
    tafel: str
    grond: str
    op: datetime
    voorgesteld_door: str
    goedgekeurd_door: str
    aantallen: tuple[tuple[str, int], ...]
    """Kind of data in words, and how many."""
    verzoeken: tuple[str, ...]
    gewist_op: datetime | None
    """When the freed place in the database files was overwritten."""
    uit_kopieen_op: date

    @property
    def gewist(self) -> str:
        """Where the destroyed data can still be, in words for whoever reads this."""
        kopieen = f"Uit de reservekopieën zijn zij weg op {self.uit_kopieen_op.strftime('%d-%m-%Y')}."
        if self.gewist_op is None:
            return f"De bestanden van de database worden nog overschreven. {kopieen}"
        return f"De bestanden van de database zijn overschreven. {kopieen}"
