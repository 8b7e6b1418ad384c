"""Rules on units: when an organisatie can be a unit of another (besluiten/017). Pure."""

from dataclasses import dataclass

from overleg.basis.oordeel import JA, Oordeel, nee

WAAR = "hoort_bij_id"
ZELF = "Een organisatie hoort niet bij zichzelf. Kies een andere, of laat dit leeg."
OUDER_IS_EENHEID = (
    "De gekozen organisatie is zelf een onderdeel. Kies de organisatie waar die bij hoort, of laat dit leeg."
)
HEEFT_EENHEDEN = "Bij deze organisatie horen andere organisaties. Zij kan daarom zelf nergens bij horen."
MUUR = (
    "Voor de organisatie waar deze bij hoort, is een casus gesloten wegens een belangenconflict. Dat geldt "
    "ook hier. Dit kan pas anders als het belangenconflict is opgeheven. Vraag het de voorzitter."
)


@dataclass(frozen=True)
class Eenheidfeiten:
    """What the rule must know of a change of where an organisatie belongs."""

    is_zelf: bool = False
    ouder_hoort_ergens_bij: bool = False
    heeft_eenheden: bool = False
    gaat_weg: bool = False
    """It belonged to another organisatie, and would not any more."""
    muur_om_oude_ouder: bool = False
    """Some casus is closed to the organisatie it belonged to."""


def mag_horen_bij(feiten: Eenheidfeiten) -> Oordeel:
    """Whether it may be so: one level deep, and nobody comes from behind a wall by it."""
    redenen = (
        (feiten.is_zelf, ZELF),
        (feiten.ouder_hoort_ergens_bij, OUDER_IS_EENHEID),
        (feiten.heeft_eenheden, HEEFT_EENHEDEN),
        (feiten.gaat_weg and feiten.muur_om_oude_ouder, MUUR),
    )
    return next((nee(zin, WAAR) for tegen, zin in redenen if tegen), JA)
