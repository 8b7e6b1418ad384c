"""Routes: the meeting itself, and the screen of one casus in it (domein.md §5)."""

from overleg.bespreking.routes import overleg, punt
from overleg.bespreking.routes.basis import blauwdruk

__all__ = ["blauwdruk", "overleg", "punt"]
