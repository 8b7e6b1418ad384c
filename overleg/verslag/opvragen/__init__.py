"""Reading: always for one asker, with only what that asker may see."""

from overleg.verslag.opvragen.acties import Gevonden, acties_van_overleg, eigen_acties
from overleg.verslag.opvragen.feiten import vaststelfeiten
from overleg.verslag.opvragen.lezen import Gelezen, lees_verslag, lezer_van, stempel_van, versies_van

__all__ = [
    "Gelezen",
    "Gevonden",
    "acties_van_overleg",
    "eigen_acties",
    "lees_verslag",
    "lezer_van",
    "stempel_van",
    "vaststelfeiten",
    "versies_van",
]
