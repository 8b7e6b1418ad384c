"""Handing in a Word form that was filled in."""

from typing import Any

from forms.basis import Formulier
from forms.bestand import BestandVeld
from forms.controles import Verplicht
from forms.velden import JaNeeVeld


def _bestand() -> Any:  # noqa: ANN401 a field, bound when the form is made
    return BestandVeld(
        "Ingevuld formulier",
        [Verplicht("Kies het formulier dat u hebt ingevuld.")],
        description="Een bestand met .docx aan het eind, hoogstens 2 MB.",
    )


class LeverAntwoordInFormulier(Formulier):
    """Of an answer to a uitvraag: the file."""

    bestand = _bestand()


class LeverFormulierInFormulier(Formulier):
    """Of an aanmelding: its first question, as it is now; and the file."""

    acuut = JaNeeVeld(
        "Is er nu acuut gevaar?",
        [Verplicht("Kies ja of nee. Bij twijfel: kies ja.")],
        description="Acuut gevaar wacht niet op een overleg. Bel bij direct levensgevaar eerst 112.",
    )
    bestand = _bestand()
