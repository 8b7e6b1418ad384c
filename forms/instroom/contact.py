"""Asking for the address of a person: for what."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import KeuzeVeld
from models.waarden import ContactDoel


class ToonContactFormulier(Formulier):
    """The purpose, which goes into the logboek."""

    doel: KeuzeVeld[ContactDoel] = KeuzeVeld(
        "Waarvoor hebt u dit nodig?",
        [Verplicht("Kies waarvoor u dit nodig hebt.")],
        keuzes=ContactDoel,
        vorm="radio",
    )
