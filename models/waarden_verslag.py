"""The words for comments on a draft record."""

from models.waarden import Waarde


class Afhandeling(Waarde):
    """What became of a comment on the draft record (domein.md §11)."""

    OPEN = "open", "Nog te behandelen"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    NIET_OVERGENOMEN = "niet_overgenomen", "Niet overgenomen"
