"""Form: what was found when looking at who may do what."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import KeuzeVeld, LangTekstVeld, VerborgenVeld
from overleg.beheer.regels.rechtenbeoordeling import NieuweBeoordeling

KLOPT, ANDERS = "klopt", "anders"
OORDELEN = [
    (KLOPT, "Iedereen heeft wat nodig is voor het werk, en niet meer"),
    (ANDERS, "Er moet iets veranderen"),
]


class BeoordeelRechtenFormulier(Formulier):
    """The finding; `gezien` says which list was looked at."""

    gezien = VerborgenVeld(str)
    oordeel = KeuzeVeld[str](
        "Heeft iedereen de goede rechten?",
        [Verplicht("Kies wat uw oordeel is.")],
        keuzes=OORDELEN,
        vorm="radio",
    )
    toelichting = LangTekstVeld(
        "Wat moet er veranderen, en wie doet dat?",
        limiet="toelichting",
        hoogte=4,
    )

    def als_invoer(self) -> NieuweBeoordeling:
        """Return the finding; only of a form that is valid."""
        return NieuweBeoordeling(
            klopt=self.oordeel.data == KLOPT,
            toelichting=self.toelichting.data or "",
            gezien=self.gezien.data or "",
        )
