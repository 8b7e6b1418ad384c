"""Routes: the meeting itself, and the screen of one casus in it (domein.md §5)."""

from overleg.bespreking.routes import (
    afspraken,
    besluiten,
    deelnames,
    maatregelen,
    overleg,
    punt,
    teksten,
)
from overleg.bespreking.routes.basis import blauwdruk

__all__ = ["afspraken", "besluiten", "blauwdruk", "deelnames", "maatregelen", "overleg", "punt", "teksten"]
