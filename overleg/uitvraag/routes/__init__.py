"""Routes of the uitvraag."""

from overleg.uitvraag.routes import aansluiten, bijdragen, namens, om_contact, ongevraagd, verzoeken, vragen
from overleg.uitvraag.routes.blauwdruk import blauwdruk

__all__ = [
    "aansluiten",
    "bijdragen",
    "blauwdruk",
    "namens",
    "om_contact",
    "ongevraagd",
    "verzoeken",
    "vragen",
]
