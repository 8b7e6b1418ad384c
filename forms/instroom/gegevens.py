"""What the form of an aanmelding starts with: a casus as data for its fields."""

from typing import Any

from forms.instroom.aanmelding import veld_geen, veld_reden, veld_van
from forms.instroom.melding import melding_gegevens
from forms.velden import DatumOfJaar
from models import Casus, Directbetrokkene

GEWOON = ("samenloop", "vermoed_feit", "letsel", "wat_gebeurd", "grootste_zorg", "concrete_vraag", "versie")
VAN_PERSOON = (
    "id",
    "rol",
    "naam",
    "andere_namen",
    "adres_geheim",
    "contact_veilig",
    "toestemming",
    "toestemming_reden",
)
VAN_HULP = ("id", "wie", "sinds", "werkt")


def gegevens_van(casus: Casus) -> dict[str, Any]:
    """Return the data for `MeldAanFormulier`."""
    return {
        **{naam: getattr(casus, naam) for naam in GEWOON},
        **melding_gegevens(casus),
        **_criteria(casus),
        "antwoord": casus.antwoord_op_terugvraag,
        "themas": [thema.id for thema in casus.themas],
        "betrokkenen": [_persoon(persoon) for persoon in casus.betrokkenen],
        "hulp": [{naam: getattr(hulp, naam) for naam in VAN_HULP} for hulp in casus.hulp],
        "bekend_bij": [
            {"id": bekend.id, "tafel": bekend.andere_tafel_id, "toelichting": bekend.toelichting}
            for bekend in casus.bekend_bij
        ],
    }


def _persoon(persoon: Directbetrokkene) -> dict[str, Any]:
    geboren = None
    if persoon.geboortedatum:
        geboren = DatumOfJaar(persoon.geboortedatum.year, persoon.geboortedatum)
    elif persoon.geboortejaar:
        geboren = DatumOfJaar(persoon.geboortejaar)
    return {**{naam: getattr(persoon, naam) for naam in VAN_PERSOON}, "geboren": geboren}


def _criteria(casus: Casus) -> dict[str, Any]:
    gegevens: dict[str, Any] = {}
    for toets in casus.toetsen:
        criterium = toets.criterium
        lijst = criterium.minimum is not None
        gegevens[veld_reden(criterium)] = toets.reden
        gegevens[veld_van(criterium)] = [o.id for o in toets.onderdelen] if lijst else toets.antwoord
        if lijst:
            gegevens[veld_geen(criterium)] = toets.antwoord is False
    return gegevens
