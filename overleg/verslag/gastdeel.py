"""What a guest reads of the draft record: as much as on the screen of a guest in the meeting, and no more.

No joint texts, no birth dates, no consent, no reasons, no handovers, nothing of what happened after the
meeting: for those a guest has no ground (overleg/bespreking/opvragen/gast.py). What is not in `Gastdeel`
cannot reach the page.
"""

import uuid
from dataclasses import dataclass

from overleg.verslag.inhoud import Afspraakregel, Besluitregel, PartnerInformatie


@dataclass(frozen=True, slots=True)
class Gastdeel:
    """One item of the draft, for a guest who was there."""

    id: uuid.UUID
    kenmerk: str
    concrete_vraag: str
    personen: tuple[tuple[str, str], ...]
    """Name and role."""
    informatie: tuple[PartnerInformatie, ...]
    """The own bijdragen, and those shared with the organisatie of the guest."""
    afspraken: tuple[Afspraakregel, ...]
    """What was agreed; who said akkoord to it may change after the meeting, and has reasons."""
    besluiten: tuple[Besluitregel, ...] = ()
    """What was decided, never why."""
