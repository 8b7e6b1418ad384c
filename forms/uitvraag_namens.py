"""The form of an answer that is recorded for a partner of which nobody can answer (decision 038)."""

from dataclasses import replace
from datetime import date

from forms.controles import Verplicht
from forms.uitvraag import GeefBijdrageFormulier
from forms.velden import DatumVeld, JaNeeVeld, KeuzeVeld, LangTekstVeld, TekstVeld, VinkVeld
from models.waarden_uitvraag import Antwoordwijze
from overleg.uitvraag.regels import Bijdrage, Gegeven


class LegAntwoordVastFormulier(GeefBijdrageFormulier):
    """What the partner itself is asked, said of it; with who gave the answer, how and when."""

    namens = True
    vraagt_artikel_9 = False
    """Whether the giver can hold Wpg art. 9 data: then it must be asked."""
    kop_weten, kop_delen = "Wat de organisatie weet", "Met wie de organisatie dit deelt"
    uitleg_weten = "Schrijf op wat u hoorde, niet meer. Bij “Nee” laat u dit leeg."
    uitleg_delen = (
        "Vraag de organisatie met wie dit gedeeld mag worden. De grondslag komt uit de tabel van deze "
        "overlegtafel. Uw eigen organisatie krijgt het ook: u hoort het immers."
    )
    gegeven_door = TekstVeld(
        "Wie gaf het antwoord", [Verplicht("Vul de naam in van wie het antwoord gaf.")], limiet="naam"
    )
    gegeven_functie = TekstVeld(
        "Functie",
        [Verplicht("Vul de functie in van wie het antwoord gaf.")],
        description="Alleen de functie: deze woorden blijven in het logboek staan.",
        limiet="naam",
    )
    gegeven_hoe = KeuzeVeld[Antwoordwijze](
        "Hoe", [Verplicht("Kies hoe u het antwoord kreeg.")], keuzes=Antwoordwijze, vorm="radio"
    )
    gegeven_op = DatumVeld("Op welke dag", [Verplicht("Vul de dag in waarop u het antwoord kreeg.")])
    artikel_9_erbij = JaNeeVeld("Is er iets bij dat onder art. 9 Wpg valt?")
    bekend = JaNeeVeld("Is het gezin bekend bij deze organisatie?")
    feiten = LangTekstVeld(
        "Feiten", description="Wat de organisatie weet en kan onderbouwen. Alleen wat nodig is.", hoogte=7
    )
    oordeel = LangTekstVeld(
        "Professioneel oordeel van de organisatie", description="Los van de feiten.", hoogte=4
    )
    achtergehouden = VinkVeld("De organisatie houdt iets achter")
    achtergehouden_reden = LangTekstVeld(
        "Waarom de organisatie iets achterhoudt",
        limiet="toelichting",
        hoogte=2,
        description="Schrijf alleen de reden op, niet wat zij achterhoudt.",
    )
    noodzakelijk = VinkVeld("Afgewogen is dat delen noodzakelijk is, en er wordt niet meer gedeeld dan nodig")

    def als_invoer(self, *, indienen: bool) -> Bijdrage:
        """Return what the organisatie gives, and how it came in. Only after the form was found valid."""
        gegeven = Gegeven(
            self.gegeven_door.data or "",
            self.gegeven_functie.data or "",
            self.gegeven_hoe.data or Antwoordwijze.TELEFOON,
            self.gegeven_op.data or date.max,
            self.artikel_9_erbij.data,
        )
        return replace(super().als_invoer(indienen=indienen), gegeven=gegeven)
