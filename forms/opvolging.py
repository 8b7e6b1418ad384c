"""Forms after the meeting: reporting, answering a handover, monitoring, closing (domein.md §6)."""

import uuid
from datetime import date

from forms.basis import Formulier
from forms.controles import Tussen, Verplicht, VerplichtAls
from forms.velden import (
    DatumVeld,
    JaNeeVeld,
    KeuzeVeld,
    LangTekstVeld,
    MeerkeuzeVeld,
    TekstVeld,
    VinkVeld,
)
from overleg.basis.klok import vandaag
from overleg.bespreking.regels.informeren import Uitstelronde
from overleg.opvolging.invoer import Antwoord, Gedaan, Overname, Ronde, Toewijzing

NIET_LATER = Tussen("Vul een dag in tot en met vandaag.", tot_en_met=vandaag)
NA_VANDAAG = Tussen("Kies een dag vanaf vandaag.", vanaf=vandaag)


class MeldGedaanFormulier(Formulier):
    """Someone was told."""

    op = DatumVeld("Gedaan op", [Verplicht("Vul in wanneer het is gedaan."), NIET_LATER])
    toelichting = LangTekstVeld("Hoe ging het", limiet="toelichting", hoogte=2)

    def als_invoer(self) -> Gedaan:
        """Return when, and how."""
        return Gedaan(self.op.data or date.max, self.toelichting.data or "")


class StelUitFormulier(Formulier):
    """Telling someone is postponed: reason and date are both needed."""

    reden = LangTekstVeld(
        "Waarom uitgesteld",
        [Verplicht("Schrijf op waarom het nu niet veilig kan.")],
        limiet="toelichting",
        hoogte=2,
    )
    opnieuw_op = DatumVeld("Opnieuw bekijken op", [Verplicht("Vul in wanneer u opnieuw kijkt."), NA_VANDAAG])

    def als_invoer(self) -> Uitstelronde:
        """Return the reason and the date."""
        return Uitstelronde(self.reden.data or "", self.opnieuw_op.data or date.min)


class RedenFormulier(Formulier):
    """Only a reason: refusing, closing, opening again."""

    reden = LangTekstVeld("Waarom", [Verplicht("Schrijf op waarom.")], limiet="toelichting", hoogte=2)

    def als_invoer(self) -> str:
        """Return the reason."""
        return self.reden.data or ""


class DraagOverFormulier(Formulier):
    """Offer an afspraak to someone of another organisatie; the list is set once the form exists."""

    naar = KeuzeVeld[uuid.UUID]("Aan wie", [Verplicht("Kies wie de afspraak overneemt.")])
    per_datum = DatumVeld("Per", [NA_VANDAAG])
    toelichting = LangTekstVeld("Wat moet de ander weten", limiet="toelichting", hoogte=2)

    def als_invoer(self) -> Overname:
        """Return who is asked, from when, and with which words."""
        assert self.naar.data is not None  # noqa: S101 `Verplicht` saw to it
        return Overname(self.naar.data, self.per_datum.data, self.toelichting.data or "")


class BiedOpnieuwAanFormulier(Formulier):
    """Offer a refused handover again."""

    toelichting = LangTekstVeld("Wat is er veranderd", limiet="toelichting", hoogte=2)

    def als_invoer(self) -> str:
        """Return the words with the new offer."""
        return self.toelichting.data or ""


class LegAntwoordVastFormulier(Formulier):
    """The answer of a receiver without an account."""

    aangenomen = JaNeeVeld("Is de overdracht aangenomen?", [Verplicht("Kies ja of nee.")])
    door_naam = TekstVeld(
        "Wie gaf het antwoord",
        [Verplicht("Vul de naam in van wie het antwoord gaf namens de ontvanger.")],
        limiet="naam",
    )
    op = DatumVeld("Wanneer", [Verplicht("Vul de dag van het antwoord in."), NIET_LATER])
    reden = LangTekstVeld(
        "Waarom geweigerd",
        [VerplichtAls(lambda form: form.aangenomen.data is False, "Schrijf op waarom.")],
        limiet="toelichting",
        hoogte=2,
    )

    def als_invoer(self) -> Antwoord:
        """Return the answer."""
        return Antwoord(
            bool(self.aangenomen.data),
            self.door_naam.data or "",
            self.op.data or date.max,
            self.reden.data or "",
        )


class LegRondeVastFormulier(Formulier):
    """The questions of monitoring (domein.md §6)."""

    voorwaarden_nagekomen = JaNeeVeld("Zijn de veiligheidsvoorwaarden nagekomen?")
    direct_veilig = JaNeeVeld("Is het nu direct veilig?")
    stabiel_veilig = JaNeeVeld("Is het stabiel veilig?")
    schade_hersteld = JaNeeVeld("Wordt de schade hersteld?")
    vraag_beantwoord = JaNeeVeld("Is de concrete vraag beantwoord?")
    gesproken_met = TekstVeld("Met wie is gesproken")
    toelichting = LangTekstVeld(
        "Toelichting",
        [VerplichtAls(lambda form: form.beeindigen.data, "Schrijf op waarom monitoring niet meer nodig is.")],
        limiet="toelichting",
        hoogte=3,
    )
    beeindigen = VinkVeld("Monitoring beëindigen")
    volgende_op = DatumVeld(
        "Opnieuw kijken op",
        [
            VerplichtAls(
                lambda form: not form.beeindigen.data,
                "Vul in wanneer u opnieuw kijkt, of beëindig de monitoring.",
            ),
            NA_VANDAAG,
        ],
    )

    def als_invoer(self) -> Ronde:
        """Return the answers."""
        return Ronde(
            voorwaarden_nagekomen=self.voorwaarden_nagekomen.data,
            direct_veilig=self.direct_veilig.data,
            stabiel_veilig=self.stabiel_veilig.data,
            schade_hersteld=self.schade_hersteld.data,
            vraag_beantwoord=self.vraag_beantwoord.data,
            gesproken_met=self.gesproken_met.data or "",
            toelichting=self.toelichting.data or "",
            beeindigen=self.beeindigen.data,
            volgende_op=self.volgende_op.data,
        )


class WijsToeFormulier(Formulier):
    """Open duties of one person go to someone else; both lists are set once the form exists."""

    plichten = MeerkeuzeVeld[str]("Wat gaat over", [Verplicht("Kies wat er overgaat.")])
    naar = KeuzeVeld[uuid.UUID]("Naar wie", [Verplicht("Kies wie het overneemt.")])

    def als_invoer(self) -> Toewijzing:
        """Return what goes to whom."""
        assert self.naar.data is not None  # noqa: S101 `Verplicht` saw to it
        paren = (plicht.split(":", 1) for plicht in self.plichten.data)
        return Toewijzing(frozenset((soort, uuid.UUID(sleutel)) for soort, sleutel in paren), self.naar.data)
