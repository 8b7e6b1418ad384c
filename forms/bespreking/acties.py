"""The form on how far an afspraak is: in the meeting, and by its owner."""

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht
from forms.velden import KeuzeVeld, LangTekstVeld, VerborgenVeld
from models import Afspraak
from models.waarden import AfspraakStatus
from overleg.bespreking.invoer_stappen import Melding
from overleg.bespreking.regels.voortgang import vervolg_van


class MeldAfspraakFormulier(Formulier):
    """How far it is; not done and no longer possible ask a reason."""

    versie = VerborgenVeld(int)
    stand = KeuzeVeld[AfspraakStatus]("Hoe staat het?", [Verplicht("Kies hoe het staat.")], vorm="radio")
    tekst = LangTekstVeld(
        "Toelichting",
        limiet="toelichting",
        hoogte=3,
        description="Bij ‘Bezig’: wat is gedaan. Bij ‘Niet gedaan’ en ‘Niet meer mogelijk’: waarom.",
    )

    @classmethod
    def voor(cls, afspraak: Afspraak) -> "MeldAfspraakFormulier":
        """Return the form with the answers that can follow on how it is now."""
        form = cls(data={"versie": afspraak.versie})
        form.stand.zet_keuzes([(stand, stand.tekst) for stand in vervolg_van(afspraak.status)])
        return form

    def als_invoer(self) -> Melding:
        """Return the report; only of a form that is valid."""
        return Melding(self.versie.data or 0, zeker(self.stand.data), self.tekst.data or "")
