"""Forms of the stage verslag: adopting, and adding a rectificatie."""

import uuid

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import KeuzeVeld, LangTekstVeld, VerborgenVeld
from overleg.verslag.handelingen import RectificatieInvoer

HEEL_OVERLEG = "overleg"


class StelVastFormulier(Formulier):
    """Adopt the record that was on the screen."""

    gezien = VerborgenVeld(str)

    def als_invoer(self) -> str:
        """Return the checksum of what was read."""
        return self.gezien.data or ""


class RectificeerFormulier(Formulier):
    """A note to an adopted record."""

    versie = VerborgenVeld(int)
    casus: KeuzeVeld[str] = KeuzeVeld(
        "Waar gaat het over?", [Verplicht("Kies waar de rectificatie over gaat.")]
    )
    tekst = LangTekstVeld(
        "Wat moet er staan?",
        [Verplicht("Schrijf op wat er moet staan.")],
        limiet="toelichting",
        description="Het vastgestelde verslag blijft zoals het is. Uw tekst komt er genummerd bij.",
    )
    reden = LangTekstVeld(
        "Waarom is dit nodig?", [Verplicht("Schrijf op waarom dit nodig is.")], limiet="toelichting", hoogte=3
    )

    def als_invoer(self) -> RectificatieInvoer:
        """Return what was typed."""
        casus = self.casus.data
        return RectificatieInvoer(
            versie=self.versie.data or 0,
            casus_id=None if casus == HEEL_OVERLEG else uuid.UUID(casus),
            tekst=self.tekst.data or "",
            reden=self.reden.data or "",
        )
