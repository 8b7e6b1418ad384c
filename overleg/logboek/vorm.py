"""What a seal covers of a row: the columns, by the form that its seal names.

A form never changes; a new column makes a new form. What a form does not cover must be empty in its rows:
otherwise something could be written there afterwards without breaking the seal.
"""

import json
from collections.abc import Mapping
from typing import Any

from models import Gebeurtenis

EERSTE = (
    "id",
    "tijd",
    "soort",
    "gebruiker_id",
    "gebruiker_naam",
    "organisatie_naam",
    "rol",
    "object_soort",
    "object_id",
    "tafel_id",
    "casus_id",
    "overleg_id",
    "betrokkene_id",
    "uitkomst",
    "grond",
    "gegevens",
    "verzoek",
)
TWEEDE = (*EERSTE, "namens", "betrokkenen", "regel", "sessie", "ip", "apparaat")
VORMEN: Mapping[int, tuple[str, ...]] = {1: EERSTE, 2: TWEEDE}
NIEUWSTE = max(VORMEN)


def inhoud(rij: Gebeurtenis, vorm: int) -> bytes:
    """Return what the seal of `rij` covers, always the same bytes on both databases.

    Raises KeyError for a form that is none.
    """
    kolommen: dict[str, Any] = {naam: getattr(rij, naam) for naam in VORMEN[vorm]}
    return json.dumps(kolommen, default=str, sort_keys=True, ensure_ascii=False).encode()


def daarbuiten_leeg(rij: Gebeurtenis, vorm: int) -> bool:
    """Whether the columns that this form does not cover are empty."""
    return not any(getattr(rij, naam) for naam in TWEEDE if naam not in VORMEN[vorm])
