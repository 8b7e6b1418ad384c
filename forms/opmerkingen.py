"""Forms for comments on a draft record: asking for them, making one, handling one."""

import uuid
from collections.abc import Mapping
from datetime import date

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import DatumVeld, KeuzeVeld, LangTekstVeld, VerborgenVeld
from models import Verslagopmerking
from models.waarden_verslag import Afhandeling
from overleg.verslag.handelingen import Behandeling, Opmerkinginvoer

HEEL_OVERLEG = "overleg"
UITKOMSTEN = [(uitkomst, uitkomst.tekst) for uitkomst in Afhandeling if uitkomst is not Afhandeling.OPEN]


class VraagOpmerkingenFormulier(Formulier):
    """Until when those who were there can comment."""

    tot = DatumVeld(
        "Reageren kan tot en met",
        [Verplicht("Vul de laatste dag in.")],
        description="Voorgesteld: het aantal dagen dat voor deze tafel is ingesteld.",
    )

    def als_invoer(self) -> date:
        """Return the last day."""
        return self.tot.data or date.min


class MaakOpmerkingFormulier(Formulier):
    """A comment on the draft."""

    casus: KeuzeVeld[str] = KeuzeVeld("Waar gaat het over?", [Verplicht("Kies waar uw opmerking over gaat.")])
    tekst = LangTekstVeld(
        "Wat klopt er niet, en wat moet er staan?",
        [Verplicht("Schrijf op wat er niet klopt.")],
        limiet="toelichting",
        description="U, de voorzitter en de secretaris lezen dit. Het komt niet in het verslag.",
    )

    def zet_casussen(self, casussen: Mapping[uuid.UUID, str]) -> None:
        """Offer these casussen, and the meeting as a whole."""
        keuzes = [(str(sleutel), f"Casus {kenmerk}") for sleutel, kenmerk in casussen.items()]
        self.casus.zet_keuzes([*keuzes, (HEEL_OVERLEG, "Het overleg als geheel")])

    def als_invoer(self) -> Opmerkinginvoer:
        """Return what was typed."""
        casus = self.casus.data or HEEL_OVERLEG
        return Opmerkinginvoer(None if casus == HEEL_OVERLEG else uuid.UUID(casus), self.tekst.data or "")


class HandelOpmerkingAfFormulier(Formulier):
    """What became of a comment, and why."""

    versie = VerborgenVeld(int)
    uitkomst: KeuzeVeld[Afhandeling] = KeuzeVeld(
        "Wat doet u met deze opmerking?",
        [Verplicht("Kies of u de opmerking overneemt.")],
        keuzes=UITKOMSTEN,
        vorm="radio",
    )
    antwoord = LangTekstVeld(
        "Uw antwoord",
        limiet="toelichting",
        hoogte=3,
        description="Verplicht als u de opmerking niet overneemt. Wie de opmerking maakte, leest dit.",
    )

    @classmethod
    def voor(cls, opmerking: Verslagopmerking) -> "HandelOpmerkingAfFormulier":
        """Return the form with what became of it until now."""
        stand = {"uitkomst": opmerking.afhandeling, "antwoord": opmerking.antwoord}
        return cls(data={**stand, "versie": opmerking.versie})

    def als_invoer(self) -> Behandeling:
        """Return what was decided."""
        uitkomst = self.uitkomst.data or Afhandeling.OPEN
        return Behandeling(uitkomst, self.antwoord.data or "", self.versie.data or 0)
