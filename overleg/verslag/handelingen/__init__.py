"""What people do with a record: comment on the draft, adopt it, add a rectificatie to what was adopted."""

from overleg.verslag.handelingen.opmerkingen import (
    Behandeling,
    Opmerkinginvoer,
    handel_opmerking_af,
    maak_opmerking,
    trek_opmerking_in,
    vraag_opmerkingen,
)
from overleg.verslag.handelingen.rectificeren import RectificatieInvoer, rectificeer
from overleg.verslag.handelingen.vaststellen import stel_vast

__all__ = [
    "Behandeling",
    "Opmerkinginvoer",
    "RectificatieInvoer",
    "handel_opmerking_af",
    "maak_opmerking",
    "rectificeer",
    "stel_vast",
    "trek_opmerking_in",
    "vraag_opmerkingen",
]
