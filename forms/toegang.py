"""Forms of signing in that are not those of Flask-Security."""

from collections.abc import Sequence

from wtforms.validators import InputRequired, ValidationError

from forms.basis import Formulier
from forms.controles import Tussen, Verplicht
from forms.velden import DatumVeld, EmailVeld, KeuzeVeld, TekstVeld, VinkVeld, WachtwoordVeld
from models.waarden_post import Mailkeuze
from overleg.basis.klok import vandaag
from overleg.toegang.systeemkoppelingen import BUITEN, LANGST
from overleg.toegang.wachtwoordregels import mag_wachtwoord


class WachtwoordVergetenFormulier(Formulier):
    """At which address somebody wants a link."""

    email = EmailVeld("E-mailadres", [InputRequired("Vul uw e-mailadres in.")])


class WachtwoordKiezenFormulier(Formulier):
    """A new password, twice."""

    nieuw = WachtwoordVeld("Nieuw wachtwoord", [InputRequired("Kies een wachtwoord.")])
    nogmaals = WachtwoordVeld("Nieuw wachtwoord, nog een keer")
    van: Sequence[str] = ()
    """What others know of its owner: that may not be in it."""

    def validate_nieuw(self, veld: WachtwoordVeld) -> None:
        """Refuse what is short, known to everybody, or one's own name."""
        if oordeel := mag_wachtwoord(veld.data or "", self.van):
            return
        raise ValidationError(oordeel.zinnen[0])

    def validate_nogmaals(self, veld: WachtwoordVeld) -> None:
        """Refuse a slip of the hand."""
        if veld.data != self.nieuw.data:
            raise ValidationError("De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in.")


class KiesMailFormulier(Formulier):
    """How often somebody wants mail about the work."""

    mail = KeuzeVeld[Mailkeuze](
        "Hoe vaak wilt u mail over uw werk", [Verplicht("Kies hoe vaak.")], keuzes=Mailkeuze, vorm="radio"
    )


class MaakPasskeyFormulier(Formulier):
    """What its owner calls a new passkey."""

    naam = TekstVeld(
        "Hoe noemt u dit apparaat",
        [Verplicht("Geef het apparaat een naam, bijvoorbeeld: mijn telefoon.")],
        limiet="naam",
    )


class MaakSysteemkoppelingFormulier(Formulier):
    """Which system may ask as its owner, and until when."""

    naam = TekstVeld(
        "Hoe noemt u dit systeem",
        [Verplicht("Geef het systeem een naam, bijvoorbeeld: ons zaaksysteem.")],
        limiet="kenmerk",
    )
    geldig_tot = DatumVeld(
        "Tot en met welke dag geldt de koppeling",
        [
            Verplicht("Kies een dag."),
            Tussen(BUITEN.zinnen[0], vanaf=vandaag, tot_en_met=lambda: vandaag() + LANGST),
        ],
        description="Hoogstens een jaar vooruit.",
    )
    eigen_systeem = VinkVeld(
        "Dit is een systeem van mijn eigen organisatie, en die weet ervan",
        [Verplicht("Bevestig dat het een systeem van uw eigen organisatie is.", vinkje=True)],
    )
