"""The first question of an aanmelding, spoedafspraken, and the filter of the list."""

from typing import Any
from uuid import UUID

from forms.basis import Formulier, ZoekFormulier
from forms.controles import Verplicht
from forms.velden import JaNeeVeld, KeuzeVeld, LangTekstVeld, TekstVeld, VerborgenVeld, VinkVeld
from models.waarden import CasusStatus, SpoedSoort
from overleg.instroom.invoer import Begin, SpoedInvoer


class BeginAanmeldingFormulier(Formulier):
    """The first question: is there acute danger now; and which tafel it is for."""

    acuut = JaNeeVeld(
        "Is er nu acuut gevaar?",
        [Verplicht("Kies ja of nee. Bij twijfel: kies ja.")],
        description="Acuut gevaar wacht niet op een overleg. Bel bij direct levensgevaar eerst 112.",
    )
    tafel: KeuzeVeld[UUID] = KeuzeVeld(
        "Bij welke overlegtafel meldt u aan?", [Verplicht("Kies de overlegtafel.")], vorm="radio"
    )

    def als_invoer(self) -> Begin:
        """Return the answers; only after the form was found valid."""
        assert self.tafel.data is not None  # noqa: S101 what Verplicht made sure of
        return Begin(bool(self.acuut.data), self.tafel.data)


def spoed_veld(soort: SpoedSoort) -> str:
    """Return the name of the field for one of the seven things."""
    return f"tekst_{soort.value}"


def versie_veld(soort: SpoedSoort) -> str:
    """Return the name of the hidden field with its version."""
    return f"versie_{soort.value}"


class SpoedFormulier(Formulier):
    """The seven things to settle, none of them compulsory; the fields are added below, one each."""

    def zet_versie(self, soort: SpoedSoort, versie: int | None) -> None:
        """Carry along the version as it is now, after a clash was shown."""
        veld: Any = self[versie_veld(soort)]
        veld.zet(versie)

    def als_invoer(self) -> tuple[SpoedInvoer, ...]:
        """Return text and version of each."""
        return tuple(
            SpoedInvoer(soort, self[spoed_veld(soort)].data or "", self[versie_veld(soort)].data)
            for soort in SpoedSoort
        )


def _spoed_velden() -> dict[str, object]:
    velden: dict[str, object] = {}
    for soort in SpoedSoort:
        velden[spoed_veld(soort)] = LangTekstVeld(soort.tekst, limiet="toelichting", hoogte=2)
        velden[versie_veld(soort)] = VerborgenVeld(int)
    return velden


LegSpoedVastFormulier: type[SpoedFormulier] = type(
    "LegSpoedVastFormulier", (SpoedFormulier,), _spoed_velden()
)


class ZoekCasusFormulier(ZoekFormulier):
    """The filter of the list of casussen; a name is never asked here, as it would end up in an address."""

    stand: KeuzeVeld[CasusStatus] = KeuzeVeld("Status", keuzes=CasusStatus)
    kenmerk = TekstVeld("Kenmerk", limiet="kenmerk")
    eigen = VinkVeld("Alleen casussen die ik heb ingebracht")
