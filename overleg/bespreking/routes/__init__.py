"""Routes: the meeting itself, and the screen of one casus in it (domein.md §5)."""

from overleg.bespreking.routes import (
    acties,
    afspraken,
    akkoord,
    besluiten,
    casusmaatregelen,
    deelnames,
    informatie,
    maatregelen,
    overleg,
    punt,
    sneltoetsen,
    teksten,
    zaal,
)
from overleg.bespreking.routes.basis import blauwdruk

__all__ = [
    "acties",
    "afspraken",
    "akkoord",
    "besluiten",
    "blauwdruk",
    "casusmaatregelen",
    "deelnames",
    "informatie",
    "maatregelen",
    "overleg",
    "punt",
    "sneltoetsen",
    "teksten",
    "zaal",
]
