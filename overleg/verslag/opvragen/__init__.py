"""Reading: always for one asker, with only what that asker may see."""

from overleg.verslag.opvragen.acties import Actiekeuze, Gevonden, acties_van_overleg, eigen_acties
from overleg.verslag.opvragen.feiten import vaststelfeiten
from overleg.verslag.opvragen.lezen import (
    Gelezen,
    lees_verslag,
    lezer_van,
    los_te_halen,
    stempel_van,
    versies_van,
)
from overleg.verslag.opvragen.opmerkingen import (
    Opmerkingenblad,
    gastdelen,
    onderwerp_van,
    opmerkingenblad,
    ronde_van,
    te_bespreken,
    voorstel_tot,
)

__all__ = [
    "Actiekeuze",
    "Gelezen",
    "Gevonden",
    "Opmerkingenblad",
    "acties_van_overleg",
    "eigen_acties",
    "gastdelen",
    "lees_verslag",
    "lezer_van",
    "los_te_halen",
    "onderwerp_van",
    "opmerkingenblad",
    "ronde_van",
    "stempel_van",
    "te_bespreken",
    "vaststelfeiten",
    "versies_van",
    "voorstel_tot",
]
