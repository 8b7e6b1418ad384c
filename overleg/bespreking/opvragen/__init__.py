"""What the screens of the meeting show; the asker first, always limited to what the asker may see."""

from overleg.bespreking.opvragen.blad import Besprekingsblad, PlanRegel, besprekingsblad
from overleg.bespreking.opvragen.overleg import Overlegblad, overlegblad

__all__ = ["Besprekingsblad", "Overlegblad", "PlanRegel", "besprekingsblad", "overlegblad"]
