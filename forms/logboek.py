"""Looking for lines of the logboek. Names are asked with POST, so that none stands in an address."""

from enum import StrEnum

from wtforms import Field
from wtforms.validators import ValidationError

from forms.basis import Formulier, ZoekFormulier
from forms.controles import Verplicht, VerplichtAls
from forms.velden import DatumOfJaarVeld, DatumVeld, KeuzeVeld, TekstVeld, TijdVeld

EERDER = "Deze dag ligt vóór de begindag. Vul een latere dag in."


class PeriodeFormulier(ZoekFormulier):
    """From a day up to and including another."""

    vanaf = DatumVeld("Vanaf")
    tot = DatumVeld("Tot en met")

    def validate_tot(self, field: Field) -> None:
        """Not before the beginning."""
        if field.data and self.vanaf.data and field.data < self.vanaf.data:
            raise ValidationError(EERDER)


class ZoekLogboekFormulier(PeriodeFormulier):
    """Period and kind; which casus or medewerker comes in the address, as an id."""

    soort: KeuzeVeld[StrEnum] = KeuzeVeld("Wat er gebeurde")


class TussenFormulier(ZoekFormulier):
    """Between two moments."""

    vanaf = DatumVeld("Vanaf")
    vanaf_tijd = TijdVeld("Hoe laat", description="Leeg is het begin van de dag.")
    tot = DatumVeld("Tot en met")
    tot_tijd = TijdVeld("Tot hoe laat", description="Leeg is het einde van de dag.")

    def validate_vanaf_tijd(self, field: Field) -> None:
        """A time needs its day."""
        if field.data and not self.vanaf.data:
            raise ValidationError("Vul ook de begindag in.")

    def validate_tot(self, field: Field) -> None:
        """Not before the beginning."""
        if field.data and self.vanaf.data and field.data < self.vanaf.data:
            raise ValidationError(EERDER)

    def validate_tot_tijd(self, field: Field) -> None:
        """A time needs its day, and is not before the beginning."""
        if field.data and not self.tot.data:
            raise ValidationError("Vul ook de einddag in.")
        zelfde_dag = self.tot.data == self.vanaf.data and self.vanaf_tijd.data
        if field.data and zelfde_dag and field.data < self.vanaf_tijd.data:
            raise ValidationError("Dit tijdstip ligt vóór het begin. Vul een later tijdstip in.")


class ZoekInLogboekFormulier(Formulier):
    """A casus by its kenmerk, or one of the staff by name."""

    kenmerk = TekstVeld("Kenmerk van de casus", limiet="kenmerk")
    medewerker = TekstVeld(
        "Naam van de medewerker",
        [VerplichtAls(lambda form: not form.kenmerk.data, "Vul een kenmerk in, of een naam.")],
        limiet="zoekvraag",
    )


class ZoekPersoonFormulier(Formulier):
    """A person who asks who saw the own data: name and birth date as that person gives them."""

    naam = TekstVeld(
        "Volledige naam",
        [Verplicht("Vul de hele naam in.")],
        limiet="zoekvraag",
        description="Voornaam en achternaam.",
    )
    geboren = DatumOfJaarVeld(
        "Geboortedatum",
        [Verplicht("Vul de geboortedatum in, of alleen het jaar.")],
        description="Of alleen het jaar.",
    )
