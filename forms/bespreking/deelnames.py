"""The forms of who is in the room (domein.md §5 and §11)."""

from uuid import UUID

from wtforms import Field
from wtforms.validators import ValidationError

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht, VerplichtAls
from forms.velden import JaNeeVeld, KeuzeVeld, LangTekstVeld, TekstVeld, TijdVeld, VinkVeld
from models.waarden import Aanwezigheid
from overleg.bespreking.invoer_stappen import Afwezigheid, NieuweDeelnemer, Presentie


class LegDeelnameVastFormulier(Formulier):
    """One person at the meeting; on the page once for each, with a prefix."""

    aanwezigheid = KeuzeVeld[Aanwezigheid](
        "Aanwezigheid", [Verplicht("Kies of deze persoon er is.")], keuzes=Aanwezigheid
    )
    vervangt = KeuzeVeld[UUID]("Vervangt")
    mandaat = VinkVeld("Heeft mandaat")
    akkoord = JaNeeVeld("Akkoord met de registratieafspraken")
    gekomen = TijdVeld("Gekomen om")
    vertrokken = TijdVeld("Vertrokken om")

    def validate_vertrokken(self, field: Field) -> None:
        """Leaving comes after coming."""
        if field.data and self.gekomen.data and field.data < self.gekomen.data:
            raise ValidationError("Kies een tijd na het tijdstip van binnenkomst.")

    def als_invoer(self) -> Presentie:
        """Return how this person is there; only of a form that is valid."""
        return Presentie(
            aanwezigheid=zeker(self.aanwezigheid.data),
            vervangt_id=self.vervangt.data,
            mandaat=bool(self.mandaat.data),
            akkoord=self.akkoord.data,
            gekomen=self.gekomen.data,
            vertrokken=self.vertrokken.data,
        )


def _zonder_account(form: "VoegDeelnemerToeFormulier") -> bool:
    return form.gebruiker.data is None


class VoegDeelnemerToeFormulier(Formulier):
    """Someone who was not expected: a member of the tafel, or a name with an organisatie."""

    gebruiker = KeuzeVeld[UUID]("Lid of achtervang van deze tafel")
    naam = TekstVeld(
        "Of een naam", [VerplichtAls(_zonder_account, "Kies een lid, of vul een naam in.")], limiet="naam"
    )
    organisatie = KeuzeVeld[UUID](
        "Van welke organisatie?", [VerplichtAls(_zonder_account, "Kies de organisatie van deze persoon.")]
    )

    def als_invoer(self) -> NieuweDeelnemer:
        """Return the person; only of a form that is valid."""
        return NieuweDeelnemer(self.gebruiker.data, self.naam.data or "", self.organisatie.data)


class LegAfwezigheidVastFormulier(Formulier):
    """Someone leaves the room for one casus."""

    deelname = KeuzeVeld[UUID]("Wie gaat van tafel?", [Verplicht("Kies wie van tafel gaat.")])
    belangenconflict = VinkVeld(
        "Er is een belangenconflict",
        description="De casus gaat dan meteen dicht voor deze persoon, ook na het overleg.",
    )
    toelichting = LangTekstVeld("Toelichting", limiet="toelichting", hoogte=2)

    def als_invoer(self) -> Afwezigheid:
        """Return who leaves and why; only of a form that is valid."""
        return Afwezigheid(
            zeker(self.deelname.data), bool(self.belangenconflict.data), self.toelichting.data or ""
        )
