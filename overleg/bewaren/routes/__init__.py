"""Routes: keeping and destroying."""

from overleg.bewaren.routes import bewaarplichten, concept, lijst, procesverbaal, voorstel  # noqa: F401 each adds its views
from overleg.bewaren.routes.basis import blauwdruk

__all__ = ["blauwdruk"]
