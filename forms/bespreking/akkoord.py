"""Forms for the answer of who is to do an afspraak: akkoord, or not and why (domein.md §2)."""

from uuid import UUID

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht, VerplichtAls
from forms.velden import KeuzeVeld, LangTekstVeld, VerborgenVeld
from models.waarden import Akkoord
from overleg.bespreking.invoer_stappen import Antwoord

VEROUDERD = "De pagina is verouderd. Laad de pagina opnieuw en antwoord nog een keer."
WAAROM_NIET = "Schrijf op waarom niet. Dan kan de tafel het anders afspreken."
ANTWOORDEN = ((Akkoord.AKKOORD, "Akkoord, wij doen dit"), (Akkoord.GEWEIGERD, "Niet akkoord"))


class GeefAkkoordFormulier(Formulier):
    """Akkoord: only which text was read."""

    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])

    def als_invoer(self) -> Antwoord:
        """Return the answer."""
        return Antwoord(self.versie.data or 0, Akkoord.AKKOORD)


class GeefNietAkkoordFormulier(Formulier):
    """Not akkoord: which text was read, and why not."""

    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    reden = LangTekstVeld(
        "Waarom doet uw organisatie dit niet?", [Verplicht(WAAROM_NIET)], limiet="toelichting", hoogte=2
    )

    def als_invoer(self) -> Antwoord:
        """Return the answer."""
        return Antwoord(self.versie.data or 0, Akkoord.GEWEIGERD, self.reden.data or "")


def _niet_akkoord(form: "LegAntwoordInDeZaalVastFormulier") -> bool:
    return form.antwoord.data is Akkoord.GEWEIGERD


class LegAntwoordInDeZaalVastFormulier(Formulier):
    """What someone in the room says for the own organisatie; who is there is set by the route."""

    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    wie = KeuzeVeld[UUID]("Wie zegt dit?", [Verplicht("Kies wie van deze organisatie dit zegt.")])
    antwoord = KeuzeVeld[Akkoord](
        "Wat is het antwoord?",
        [Verplicht("Kies akkoord of niet akkoord.")],
        keuzes=ANTWOORDEN,
        vorm="radio",
    )
    reden = LangTekstVeld(
        "Waarom niet?", [VerplichtAls(_niet_akkoord, WAAROM_NIET)], limiet="toelichting", hoogte=2
    )

    def als_invoer(self) -> Antwoord:
        """Return the answer; only of a form that is valid."""
        akkoord = zeker(self.antwoord.data)
        reden = (self.reden.data or "") if akkoord is Akkoord.GEWEIGERD else ""
        return Antwoord(self.versie.data or 0, akkoord, reden, self.wie.data)
