"""Handing in the Word form of an aanmelding: is there danger now, and which file."""

from forms.basis import Formulier
from forms.bestand import BestandVeld
from forms.controles import Verplicht
from forms.velden import JaNeeVeld


class LeverFormulierInFormulier(Formulier):
    """The first question of every aanmelding, as it is now; and the file."""

    acuut = JaNeeVeld(
        "Is er nu acuut gevaar?",
        [Verplicht("Kies ja of nee. Bij twijfel: kies ja.")],
        description="Acuut gevaar wacht niet op een overleg. Bel bij direct levensgevaar eerst 112.",
    )
    bestand = BestandVeld(
        "Ingevuld formulier",
        [Verplicht("Kies het formulier dat u hebt ingevuld.")],
        description="Een bestand met .docx aan het eind, hoogstens 2 MB.",
    )
