"""What the handelingen of this stage share."""

from models.basis import MetVersie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.oordeel import Oordeel


def eis_oordeel(oordeel: Oordeel) -> None:
    """Raise Geweigerd when a rule says no."""
    if not oordeel:
        raise Geweigerd(oordeel)


def eis_versie(rij: MetVersie, gezien: int) -> None:
    """Raise Botsing when someone else changed the row after it was seen."""
    if rij.versie != gezien:
        raise Botsing("Iemand anders heeft dit intussen gewijzigd. Kijk wat er nu staat, en kies opnieuw.")
