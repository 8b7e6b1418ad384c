"""Routes: Adopting the record, and every document."""

from overleg.verslag.routes import documenten, onleesbaar, rectificatie, verslag  # noqa: F401 each adds its views
from overleg.verslag.routes.blauwdruk import blauwdruk

__all__ = ["blauwdruk"]
