"""Routes: Adopting the record, and every document."""

from overleg.verslag.routes import (  # noqa: F401 each adds its views
    aanmeldformulier,
    antwoordformulier,
    documenten,
    huisstijl,
    ledenblad,
    onleesbaar,
    opmerkingen,
    rectificatie,
    tabellen,
    verslag,
)
from overleg.verslag.routes.blauwdruk import blauwdruk

__all__ = ["blauwdruk"]
