"""Routes of instroom: aanmelding, spoed, triage, and the pages of casussen (domein.md §3)."""

from overleg.instroom.routes import (
    aanmelden,
    bekendheid,
    belangen,
    besluiten,
    casussen,
    contact,
    spoed,
    triage,
)
from overleg.instroom.routes.blauwdruk import blauwdruk

__all__ = [
    "aanmelden",
    "bekendheid",
    "belangen",
    "besluiten",
    "blauwdruk",
    "casussen",
    "contact",
    "spoed",
    "triage",
]
