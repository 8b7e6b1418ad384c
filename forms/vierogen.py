"""The answer of a second person."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import JaNeeVeld, LangTekstVeld


class AntwoordFormulier(Formulier):
    """Approve, or refuse with a reason."""

    goed = JaNeeVeld("Keurt u dit goed?", [Verplicht("Kies ja of nee.")])
    antwoord = LangTekstVeld(
        "Toelichting",
        limiet="toelichting",
        hoogte=3,
        description="Weigert u het? Schrijf dan op waarom. Noem geen namen van directbetrokkenen.",
    )

    def als_invoer(self) -> tuple[bool, str]:
        """Return the answer and its reason."""
        return bool(self.goed.data), self.antwoord.data or ""
