"""The form on how far an afspraak of an earlier meeting is."""

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht
from forms.velden import KeuzeVeld, LangTekstVeld
from models.waarden import AfspraakStatus


class MeldActieFormulier(Formulier):
    """How far it is; not done and no longer possible ask a reason."""

    stand = KeuzeVeld[AfspraakStatus](
        "Hoe staat het ermee?", [Verplicht("Kies hoe het ermee staat.")], vorm="radio"
    )
    tekst = LangTekstVeld(
        "Toelichting of reden",
        limiet="toelichting",
        hoogte=3,
        description="Verplicht bij ‘Bezig’, ‘Niet gedaan’ en ‘Niet meer mogelijk’.",
    )

    def als_invoer(self) -> tuple[AfspraakStatus, str]:
        """Return the status and the words; only of a form that is valid."""
        return zeker(self.stand.data), self.tekst.data or ""
