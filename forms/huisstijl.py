"""The house style of a tafel: handing in a template, and deciding on one that was seen."""

import uuid

from forms.basis import Formulier
from forms.bestand import BestandVeld
from forms.controles import Verplicht
from forms.velden import VerborgenVeld


class LaadHuisstijlFormulier(Formulier):
    """The Word template."""

    bestand = BestandVeld(
        "Word-sjabloon",
        [Verplicht("Kies het Word-sjabloon.")],
        description="Een bestand met .dotx of .docx aan het eind, hoogstens 2 MB, zonder macro’s.",
    )


class BeslisHuisstijlFormulier(Formulier):
    """Which version was on the page when the button was pressed: its row, as a number may be given again."""

    huisstijl = VerborgenVeld(uuid.UUID)
