"""The form of one afspraak: one owner, one date, never under reservation (domein.md §5 and §9)."""

from collections.abc import Iterable
from uuid import UUID

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht, VerplichtAls
from forms.velden import DatumVeld, KeuzeVeld, MeerkeuzeVeld, TekstVeld, VerborgenVeld
from models.waarden import AfspraakSoort, Domein
from overleg.bespreking.invoer_stappen import NieuweAfspraak
from overleg.bespreking.regels.gehoor import noemt_verhoor

NIET_AAN_TAFEL = "Niet aan tafel bij deze casus"
DIRECT, STRUCTUREEL = "direct", "structureel"
VEILIGHEID = [(DIRECT, "Directe veiligheid"), (STRUCTUREEL, "Structurele veiligheid")]


def _is_gesprek(form: "LegAfspraakVastFormulier") -> bool:
    return form.soort.data is AfspraakSoort.GESPREK


def _met_iemand(form: "LegAfspraakVastFormulier") -> bool:
    """Of any kind: a verhoor is an onderzoek, and what was typed about it is kept."""
    return _is_gesprek(form) or bool(form.gesprek_over.data or form.gesprek_samen_met.data)


class LegAfspraakVastFormulier(Formulier):
    """An afspraak; the lists of organisaties, afspraken and betrokkenen are set by the route."""

    versie = VerborgenVeld(int)
    wat = TekstVeld(
        "Wat gebeurt er?",
        [Verplicht("Vul in wat er gaat gebeuren.")],
        limiet="toelichting",
        description="Eén afspraak, zo dat een ander kan zien of zij is nagekomen.",
    )
    organisatie = KeuzeVeld[UUID](
        "Welke organisatie doet dit?", [Verplicht("Kies de organisatie die dit doet. Eén organisatie.")]
    )
    persoon = TekstVeld("Wie daar?", limiet="naam", description="Kies een naam uit de lijst of typ een naam.")
    datum = DatumVeld("Uiterlijk op", [Verplicht("Vul in wanneer dit uiterlijk gedaan moet zijn.")])
    soort = KeuzeVeld[AfspraakSoort](
        "Soort", [Verplicht("Kies wat voor afspraak dit is.")], keuzes=AfspraakSoort
    )
    domein = KeuzeVeld[Domein](
        "Domein", [Verplicht("Kies straf, civiel, bestuurlijk of zorg.")], keuzes=Domein
    )
    veiligheid = MeerkeuzeVeld[str](
        "Draagt bij aan", [Verplicht("Kies waar deze afspraak aan bijdraagt.")], keuzes=VEILIGHEID
    )
    volgt_op = KeuzeVeld[UUID]("Pas na afspraak", description="Kies de afspraak die eerst klaar moet zijn.")
    gesprek_met = KeuzeVeld[UUID](
        "Gesprek met",
        [VerplichtAls(_met_iemand, "Kies met wie het gesprek is, of laat alles over het gesprek leeg.")],
        description="Ook bij een verhoor. Zo ziet u of een kind twee keer wordt gehoord.",
    )
    gesprek_over = TekstVeld(
        "Gesprek over", [VerplichtAls(_is_gesprek, "Vul in waar het gesprek over gaat.")]
    )
    gesprek_samen_met = TekstVeld("Samen met")

    def zet_niet_aan_tafel(self, organisaties: Iterable[UUID]) -> None:
        """Offer these last, under a title that says so: they can be chosen, but somebody must tell them."""
        self.organisatie.apart = (NIET_AAN_TAFEL, frozenset(map(str, organisaties)))

    @property
    def niet_aan_tafel(self) -> str:
        """The organisatie that is chosen now, when it is not there."""
        gekozen = self.organisatie.data
        if str(gekozen) not in self.organisatie.apart[1]:
            return ""
        return next((naam for sleutel, naam in self.organisatie.keuzes if sleutel == gekozen), "")

    @property
    def vraagt_met_wie(self) -> bool:
        """Whether it lets somebody be heard without saying whom: asked for, never a reason to refuse."""
        return self.gesprek_met.data is None and noemt_verhoor(self.wat.data or "")

    def als_invoer(self) -> NieuweAfspraak:
        """Return the afspraak; only of a form that is valid."""
        return NieuweAfspraak(
            versie=self.versie.data,
            wat=self.wat.data or "",
            soort=zeker(self.soort.data),
            domein=zeker(self.domein.data),
            direct=DIRECT in self.veiligheid.data,
            structureel=STRUCTUREEL in self.veiligheid.data,
            organisatie_id=zeker(self.organisatie.data),
            persoon=self.persoon.data or "",
            datum=zeker(self.datum.data),
            volgt_op_id=self.volgt_op.data,
            gesprek_met_id=self.gesprek_met.data,
            gesprek_over=self.gesprek_over.data or "",
            gesprek_samen_met=self.gesprek_samen_met.data or "",
        )
