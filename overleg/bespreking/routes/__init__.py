"""Routes: the meeting itself, and the screen of one casus in it (domein.md §5)."""

from overleg.bespreking.routes import besluiten, overleg, punt
from overleg.bespreking.routes.basis import blauwdruk

__all__ = ["besluiten", "blauwdruk", "overleg", "punt"]
