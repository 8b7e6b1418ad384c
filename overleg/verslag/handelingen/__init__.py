"""What people do with a record: adopt it, and add a rectificatie to what was adopted."""

from overleg.verslag.handelingen.rectificeren import RectificatieInvoer, rectificeer
from overleg.verslag.handelingen.vaststellen import stel_vast

__all__ = ["RectificatieInvoer", "rectificeer", "stel_vast"]
