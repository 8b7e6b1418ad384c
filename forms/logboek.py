"""Looking for lines of the logboek."""

from enum import StrEnum

from wtforms import Field
from wtforms.validators import ValidationError

from forms.basis import ZoekFormulier
from forms.velden import DatumVeld, KeuzeVeld, TekstVeld


class ZoekLogboekFormulier(ZoekFormulier):
    """Period, kind and name; which casus comes in the address."""

    vanaf = DatumVeld("Vanaf")
    tot = DatumVeld("Tot en met")
    naam = TekstVeld("Naam van de medewerker", limiet="zoekvraag")
    soort: KeuzeVeld[StrEnum] = KeuzeVeld("Wat er gebeurde")

    def validate_tot(self, field: Field) -> None:
        """Not before the beginning."""
        if field.data and self.vanaf.data and field.data < self.vanaf.data:
            raise ValidationError("Deze dag ligt vóór de begindag. Vul een latere dag in.")
