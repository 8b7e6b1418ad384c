"""Routes: afspraken, handover, informing, monitoring (domein.md §6)."""

from overleg.opvolging import achtergrond
from overleg.opvolging.routes import (
    acties,
    afspraak,
    akkoord,
    casus,
    melden,
    overdracht,
    terugkoppeling,
    toewijzen,
    werkblad,
)
from overleg.opvolging.routes.basis import blauwdruk

__all__ = [
    "achtergrond",
    "acties",
    "afspraak",
    "akkoord",
    "blauwdruk",
    "casus",
    "melden",
    "overdracht",
    "terugkoppeling",
    "toewijzen",
    "werkblad",
]
