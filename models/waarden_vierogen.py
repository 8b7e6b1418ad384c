"""The words for what a second person must approve: pure values, no database."""

from models.waarden import Waarde


class GoedkeuringSoort(Waarde):
    """What one person asks and another must approve (veiligheid.md, ASVS 2.3.5)."""

    BEHEERDER_GEVEN = "beheerder_geven", "Iemand beheerder maken"
    BELANG_OPHEFFEN = "belang_opheffen", "Een belangenconflict opheffen"
    DOSSIER_VERNIETIGEN = "dossier_vernietigen", "Een dossier vernietigen"


class GoedkeuringStatus(Waarde):
    """How far such a question is."""

    WACHT = "wacht", "Wacht op een tweede persoon"
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    GEWEIGERD = "geweigerd", "Geweigerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    VERLOPEN = "verlopen", "Verlopen"
