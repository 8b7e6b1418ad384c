"""Routes: the register, one request, its inzagepakket."""

from overleg.persoonsverzoeken.routes import pakket, register, verzoek
from overleg.persoonsverzoeken.routes.basis import blauwdruk

__all__ = ["blauwdruk", "pakket", "register", "verzoek"]
