"""Asking whether people are known at another tafel."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import LangTekstVeld


class VraagBekendheidFormulier(Formulier):
    """Why one asks."""

    doel = LangTekstVeld(
        "Waarom moet u dit weten?",
        [Verplicht("Schrijf op waarom u dit moet weten.")],
        limiet="toelichting",
        hoogte=2,
        description="Bijvoorbeeld: voorkomen dat twee overlegtafels hetzelfde doen.",
    )
