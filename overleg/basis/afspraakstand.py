"""Which states of an afspraak go on asking something of somebody: one list for every stage."""

from models.waarden import AfspraakStatus

TE_DOEN = frozenset({AfspraakStatus.OPEN, AfspraakStatus.BEZIG})
"""Still to be done."""
NIET_KLAAR = TE_DOEN | {AfspraakStatus.NIET_GEDAAN}
"""What opens the next agenda: what was not done comes first (domein.md §11)."""
