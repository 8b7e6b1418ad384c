"""Form: no ground will come, and why."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import LangTekstVeld


class WijsGrondAfFormulier(Formulier):
    """The reason; who waits for the ground reads it."""

    reden = LangTekstVeld(
        "Waarom er geen grondslag komt",
        [Verplicht("Schrijf op waarom er geen grondslag komt.")],
        limiet="adres",
        hoogte=3,
    )
