"""The form of one text of a bespreking."""

from uuid import UUID

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import LangTekstVeld, VerborgenVeld
from overleg.bespreking.invoer_stappen import Tekst

VEROUDERD = "De pagina is verouderd. Laad de pagina opnieuw en probeer het nog een keer."


class SchrijfTekstFormulier(Formulier):
    """A text with the version it was based on; empty is a text too."""

    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    basis = VerborgenVeld(UUID)
    sleutel = VerborgenVeld(UUID)
    waarde = LangTekstVeld("Tekst", limiet="tekst")

    def als_invoer(self) -> Tekst:
        """Return what was written."""
        return Tekst(self.versie.data or 0, self.waarde.data or "", self.basis.data, self.sleutel.data)
