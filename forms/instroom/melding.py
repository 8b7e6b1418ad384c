"""The melding to Veilig Thuis: fields shared by the aanmelding and by filling it in later."""

from typing import Any

from forms.basis import Formulier
from forms.controles import Tussen
from forms.velden import DatumVeld, KeuzeVeld, TekstVeld, VerborgenVeld
from models.waarden import MeldingMoment, MeldingStatus, MeldingWijze
from overleg.basis.klok import vandaag
from overleg.instroom.invoer import MeldingInvoer


class MeldingVelden:
    """Mixin with the fields of a melding: done (number, day, moment, way) or to follow (who, by when)."""

    melding_status: KeuzeVeld[MeldingStatus] = KeuzeVeld(
        "Is er een melding bij Veilig Thuis gedaan?",
        keuzes=MeldingStatus,
        vorm="radio",
        default=MeldingStatus.GEEN,
        description="Veilig Thuis heeft de melding nodig om te mogen handelen. Voorbereiden kan zonder; "
        "op de agenda komt een casus pas met een melding, of als de voorzitter bespreken toestaat.",
    )
    melding_nummer = TekstVeld("Nummer van de melding", limiet="kenmerk")
    melding_datum = DatumVeld(
        "Datum van de melding",
        [Tussen("Een melding die nog komt, zet u op ‘volgt’.", tot_en_met=vandaag)],
    )
    melding_moment: KeuzeVeld[MeldingMoment] = KeuzeVeld("Vooraf of achteraf?", keuzes=MeldingMoment)
    melding_wijze: KeuzeVeld[MeldingWijze] = KeuzeVeld("Hoe is de melding gedaan?", keuzes=MeldingWijze)
    melding_volgt_door = TekstVeld("Wie doet de melding?", limiet="naam")
    melding_volgt_uiterlijk = DatumVeld("Uiterlijk op")

    def melding_invoer(self) -> MeldingInvoer:
        """Return the melding."""
        return MeldingInvoer(
            status=self.melding_status.data or MeldingStatus.GEEN,
            nummer=self.melding_nummer.data or "",
            datum=self.melding_datum.data,
            moment=self.melding_moment.data,
            wijze=self.melding_wijze.data,
            volgt_door=self.melding_volgt_door.data or "",
            volgt_uiterlijk=self.melding_volgt_uiterlijk.data,
        )


class WerkMeldingBijFormulier(MeldingVelden, Formulier):
    """The melding, filled in later by inbrenger, voorzitter or secretaris."""

    versie = VerborgenVeld(int)

    def als_invoer(self) -> MeldingInvoer:
        """Return the melding."""
        return self.melding_invoer()


def melding_gegevens(casus: Any) -> dict[str, Any]:  # noqa: ANN401 a Casus; forms know no models
    """Return what the fields start with."""
    namen = ("status", "nummer", "datum", "moment", "wijze", "volgt_door", "volgt_uiterlijk")
    return {f"melding_{naam}": getattr(casus, f"melding_{naam}") for naam in namen}
