"""Routes of the uitvraag."""

from overleg.uitvraag.routes import aansluiten, bijdragen, om_contact, verzoeken, vragen
from overleg.uitvraag.routes.blauwdruk import blauwdruk

__all__ = ["aansluiten", "bijdragen", "blauwdruk", "om_contact", "verzoeken", "vragen"]
