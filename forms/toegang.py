"""Forms of signing in that are not those of Flask-Security."""

from collections.abc import Sequence

from wtforms.validators import InputRequired, ValidationError

from forms.basis import Formulier
from forms.velden import EmailVeld, WachtwoordVeld
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
