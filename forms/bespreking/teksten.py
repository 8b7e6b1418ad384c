"""The forms of one text of a bespreking."""

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
    vorige = VerborgenVeld(UUID)
    schrijft = VerborgenVeld(int)
    schrijver = VerborgenVeld(UUID)
    overnemen = VerborgenVeld(int)
    """Leave the field as someone else wrote it; the own text goes to the history."""
    waarde = LangTekstVeld("Tekst", limiet="tekst")

    def als_invoer(self) -> Tekst:
        """Return what was written."""
        return Tekst(
            versie=self.versie.data or 0,
            waarde=self.waarde.data or "",
            basis=self.basis.data,
            sleutel=self.sleutel.data,
            vorige=self.vorige.data,
            schrijft=None if self.schrijft.data is None else bool(self.schrijft.data),
            schrijver=self.schrijver.data,
        )


class MeldSchrijvenFormulier(Formulier):
    """A sign that someone types in a text, or stopped."""

    klaar = VerborgenVeld(int)


class ZetTekstTerugFormulier(Formulier):
    """A text out of the history, and how the field stood when it was chosen."""

    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    tekst = VerborgenVeld(UUID, [Verplicht(VEROUDERD)])
