"""Holding up destruction, and lifting that."""

from datetime import date, timedelta

from forms.basis import Formulier
from forms.controles import Tussen, Verplicht
from forms.velden import DatumVeld, LangTekstVeld, TekstVeld
from overleg.basis.klok import vandaag
from overleg.bewaren.handelingen.bewaarplicht import Opschorting

LANGSTE = timedelta(days=366 * 5)


def _uiterlijk() -> date:
    return vandaag() + LANGSTE


class OpschortFormulier(Formulier):
    """Hold up the destruction of a casus."""

    kenmerk = TekstVeld(
        "Kenmerk van de casus",
        [Verplicht("Vul het kenmerk in.")],
        limiet="kenmerk",
        description="Bijvoorbeeld LW-2026-0001.",
    )
    reden = LangTekstVeld(
        "Waarom mag deze casus nog niet weg?",
        [Verplicht("Schrijf op waarom.")],
        limiet="toelichting",
        hoogte=3,
        description="Bijvoorbeeld een rechtszaak, een klacht of een onderzoek. Noem geen directbetrokkenen.",
    )
    opnieuw_op = DatumVeld(
        "Wanneer kijkt iemand of dit nog nodig is?",
        [
            Verplicht("Kies een datum."),
            Tussen(
                "Kies een dag vanaf morgen, binnen vijf jaar.",
                vanaf=lambda: vandaag() + timedelta(days=1),
                tot_en_met=_uiterlijk,
            ),
        ],
    )

    def als_invoer(self) -> Opschorting:
        """Return what was filled in. Only after the form was found right."""
        dag = self.opnieuw_op.data
        if dag is None:
            raise ValueError("ask only after the form was found right")
        return Opschorting(self.kenmerk.data or "", self.reden.data or "", dag)


class OpschortingOpheffenFormulier(Formulier):
    """Let destruction go on again."""

    reden = LangTekstVeld(
        "Waarom mag deze casus nu wel weg?",
        [Verplicht("Schrijf op waarom.")],
        limiet="toelichting",
        hoogte=3,
        description="Noem geen directbetrokkenen.",
    )
