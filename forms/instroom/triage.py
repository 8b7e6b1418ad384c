"""The decisions of triage, each its own small form."""

from uuid import UUID

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import KeuzeVeld, LangTekstVeld, VerborgenVeld
from models.waarden import PersoonOordeel


class LaatToeFormulier(Formulier):
    """Admit; the reason is asked by the rule when the criteria are not met."""

    reden = LangTekstVeld(
        "Waarom laat u deze casus toe?",
        limiet="toelichting",
        hoogte=3,
        description="Verplicht als de casus niet aan de criteria voldoet. "
        "De reden blijft zichtbaar op de agenda en in het verslag.",
    )


class StuurTerugFormulier(Formulier):
    """Send back with a question."""

    reden = LangTekstVeld(
        "Uw vraag aan de inbrenger",
        [Verplicht("Schrijf wat de inbrenger moet aanvullen of veranderen.")],
        limiet="toelichting",
        hoogte=3,
    )


class VerwijsDoorFormulier(Formulier):
    """Send on to another tafel."""

    tafel: KeuzeVeld[UUID] = KeuzeVeld("Naar welke tafel?", [Verplicht("Kies de tafel.")])
    reden = LangTekstVeld(
        "Waarom hoort de casus daar?",
        [Verplicht("Schrijf waarom de casus daar hoort.")],
        limiet="toelichting",
        hoogte=3,
    )


class WijsAfFormulier(Formulier):
    """Refuse."""

    reden = LangTekstVeld(
        "Waarom wijst u de casus af?",
        [Verplicht("Schrijf waarom u de casus afwijst.")],
        limiet="toelichting",
        hoogte=3,
        description="De inbrenger leest deze reden.",
    )


class HeropenFormulier(Formulier):
    """Take a casus that was sent on or refused up again."""

    reden = LangTekstVeld(
        "Waarom neemt u de casus opnieuw in behandeling?",
        [Verplicht("Schrijf waarom u de casus opnieuw in behandeling neemt.")],
        limiet="toelichting",
        hoogte=3,
    )


class VergelijkPersonenFormulier(Formulier):
    """The same person or someone else; which two the page carries along."""

    vergelijking = VerborgenVeld(UUID, [Verplicht("De pagina is verouderd. Laad de pagina opnieuw.")])
    oordeel: KeuzeVeld[PersoonOordeel] = KeuzeVeld(
        "Oordeel", [Verplicht("Kies of dit dezelfde persoon is.")], keuzes=PersoonOordeel
    )
