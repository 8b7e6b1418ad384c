"""The switch of one's own keys."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import KeuzeVeld

AAN = "aan"


class ZetSneltoetsenFormulier(Formulier):
    """On or off."""

    stand = KeuzeVeld[str](
        "Sneltoetsen", [Verplicht("Kies aan of uit.")], keuzes=((AAN, "Aan"), ("uit", "Uit"))
    )

    def als_invoer(self) -> bool:
        """Return whether they are to be on."""
        return self.stand.data == AAN
