"""Rules on units: when an organisatie can be a unit of another (besluiten/017). Pure."""

from dataclasses import dataclass

from overleg.basis.oordeel import JA, Oordeel, nee

WAAR = "hoort_bij_id"
ZELF = "Een organisatie hoort niet bij zichzelf. Kies een andere, of laat dit leeg."
OUDER_IS_EENHEID = (
    "De gekozen organisatie is zelf een onderdeel. Kies de organisatie waar die bij hoort, of laat dit leeg."
)
HEEFT_EENHEDEN = "Bij deze organisatie horen andere organisaties. Zij kan daarom zelf nergens bij horen."
GEEN_LEIDING = (
    "Dit kan nu niet. Zit van een overlegtafel alleen iemand van deze organisatie voor? Geef die tafel dan "
    "eerst ook een voorzitter van een andere organisatie."
)
"""Says nothing of a casus: beheer sees none."""


@dataclass(frozen=True)
class Eenheidfeiten:
    """What the rule must know of where an organisatie would belong."""

    is_zelf: bool = False
    ouder_hoort_ergens_bij: bool = False
    heeft_eenheden: bool = False
    blijft_leiding: bool = True
    """Each casus that is closed to the whole can still be seen by a voorzitter."""


def mag_horen_bij(feiten: Eenheidfeiten) -> Oordeel:
    """Whether it may be so: one level deep, and no casus lies where nobody looks."""
    redenen = (
        (feiten.is_zelf, ZELF),
        (feiten.ouder_hoort_ergens_bij, OUDER_IS_EENHEID),
        (feiten.heeft_eenheden, HEEFT_EENHEDEN),
        (not feiten.blijft_leiding, GEEN_LEIDING),
    )
    return next((nee(zin, WAAR) for tegen, zin in redenen if tegen), JA)
