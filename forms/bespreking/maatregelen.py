"""The forms of a maatregel in force and of VT's conditions (domein.md §5)."""

from wtforms import Field
from wtforms.validators import ValidationError

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht
from forms.velden import DatumVeld, JaNeeVeld, KeuzeVeld, LangTekstVeld, TekstVeld, VerborgenVeld
from models.waarden import Domein
from overleg.bespreking.invoer_stappen import NieuweMaatregel, NieuweVoorwaarde, Toetsing
from overleg.bespreking.regels.maatregelen import datum_past


class LegMaatregelVastFormulier(Formulier):
    """A maatregel: what, in which frame, by whom, from when until when, when looked at again."""

    versie = VerborgenVeld(int)
    wat = TekstVeld("Welke maatregel geldt er?", [Verplicht("Vul in welke maatregel er geldt.")])
    uitvoerder = TekstVeld("Wie voert haar uit?", [Verplicht("Vul in wie de maatregel uitvoert.")])
    domein = KeuzeVeld[Domein](
        "Domein", [Verplicht("Kies straf, civiel, bestuurlijk of zorg.")], keuzes=Domein
    )
    kader = TekstVeld("Wettelijk kader", description="Bijvoorbeeld: Wet tijdelijk huisverbod.")
    vanaf = DatumVeld("Geldt vanaf", [Verplicht("Vul in vanaf welke dag de maatregel geldt.")])
    tot = DatumVeld("Geldt tot en met")
    herbeoordeling = DatumVeld("Opnieuw beoordelen op")
    beeindigd_op = DatumVeld("Eerder beëindigd op")

    def validate_tot(self, field: Field) -> None:
        """The end is not before the begin."""
        if field.data and self.vanaf.data and field.data < self.vanaf.data:
            raise ValidationError("Kies een einddatum op of na de begindatum.")

    def validate_herbeoordeling(self, field: Field) -> None:
        """One looks again while it is in force."""
        if fout := datum_past(self.vanaf.data, self.tot.data, field.data):
            raise ValidationError(fout)

    def als_invoer(self) -> NieuweMaatregel:
        """Return the maatregel; only of a form that is valid."""
        return NieuweMaatregel(
            versie=self.versie.data,
            wat=self.wat.data or "",
            domein=zeker(self.domein.data),
            kader=self.kader.data or "",
            uitvoerder=self.uitvoerder.data or "",
            vanaf=zeker(self.vanaf.data),
            tot=self.tot.data,
            herbeoordeling=self.herbeoordeling.data,
            beeindigd_op=self.beeindigd_op.data,
        )


class StelVoorwaardeFormulier(Formulier):
    """A condition that VT sets, with its date."""

    tekst = LangTekstVeld(
        "Voorwaarde van Veilig Thuis", [Verplicht("Vul de voorwaarde in.")], limiet="toelichting", hoogte=2
    )
    gesteld_op = DatumVeld("Gesteld op", [Verplicht("Vul in op welke dag de voorwaarde is gesteld.")])

    def als_invoer(self) -> NieuweVoorwaarde:
        """Return the condition; only of a form that is valid."""
        return NieuweVoorwaarde(self.tekst.data or "", zeker(self.gesteld_op.data))


class ToetsVoorwaardeFormulier(Formulier):
    """Whether a condition was kept."""

    nagekomen = JaNeeVeld("Is de voorwaarde nagekomen?", [Verplicht("Kies ja of nee.")])
    getoetst_op = DatumVeld("Getoetst op", [Verplicht("Vul in op welke dag dit is getoetst.")])

    def als_invoer(self) -> Toetsing:
        """Return the outcome; only of a form that is valid."""
        return Toetsing(zeker(self.nagekomen.data), zeker(self.getoetst_op.data))
