"""The form of one text of a bespreking."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import LangTekstVeld, VerborgenVeld
from overleg.bespreking.invoer_stappen import Tekst

VEROUDERD = "De pagina is verouderd. Laad de pagina opnieuw en probeer het nog een keer."


class SchrijfTekstFormulier(Formulier):
    """A text with the version it was based on; empty is a text too."""

    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    waarde = LangTekstVeld("Tekst", limiet="tekst")

    def als_invoer(self) -> Tekst:
        """Return what was written."""
        return Tekst(self.versie.data or 0, self.waarde.data or "")
