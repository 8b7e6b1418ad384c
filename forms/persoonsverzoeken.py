"""Forms about requests of persons: recording, deciding, the parts of an inzagepakket, correcting."""

import uuid

from forms.basis import Formulier
from forms.controles import Tussen, Verplicht
from forms.velden import DatumOfJaarVeld, DatumVeld, KeuzeVeld, LangTekstVeld, TekstVeld
from models.waarden_verzoeken import Deelkeuze, VerzoekBesluit, VerzoekSoort
from overleg.basis.klok import vandaag
from overleg.persoonsverzoeken.invoer import Besluit, Deelinvoer, Gegevens, Verzoek

NIET_LATER = Tussen("Vul een dag in tot en met vandaag.", tot_en_met=vandaag)


class LegVerzoekVastFormulier(Formulier):
    """What somebody asks; the list of persons is set once the form exists."""

    betrokkene = KeuzeVeld[uuid.UUID]("Over wie gaat het", [Verplicht("Kies over wie het gaat.")])
    soort = KeuzeVeld[VerzoekSoort](
        "Wat vraagt deze persoon",
        [Verplicht("Kies wat er wordt gevraagd.")],
        keuzes=VerzoekSoort,
        vorm="radio",
    )
    ontvangen_op = DatumVeld(
        "Ontvangen op",
        [Verplicht("Vul in op welke dag het verzoek binnenkwam."), NIET_LATER],
        description="Vanaf deze dag heeft u een maand.",
    )
    namens = TekstVeld(
        "Wie vraagt het",
        limiet="naam",
        description="Alleen als een ander dit namens deze persoon vraagt: een ouder, een advocaat.",
    )
    gevraagd = LangTekstVeld(
        "Wat wordt er gevraagd",
        [Verplicht("Schrijf op wat er wordt gevraagd.")],
        limiet="toelichting",
        hoogte=5,
        description="Bij een eigen verklaring: de tekst van de verklaring, zoals de persoon die gaf.",
    )
    identiteit = LangTekstVeld(
        "Hoe weet u dat het deze persoon is",
        limiet="toelichting",
        hoogte=2,
        description="Mag later, maar u heeft het nodig voor het besluit. Bewaar geen kopie van een paspoort.",
    )

    def als_invoer(self) -> Verzoek:
        """Return what was asked."""
        assert self.betrokkene.data and self.soort.data and self.ontvangen_op.data  # noqa: S101, PT018
        return Verzoek(
            self.betrokkene.data,
            self.soort.data,
            self.ontvangen_op.data,
            self.gevraagd.data or "",
            self.namens.data or "",
            self.identiteit.data or "",
        )


class BesluitOpVerzoekFormulier(Formulier):
    """What is decided on a request."""

    besluit = KeuzeVeld[VerzoekBesluit](
        "Besluit", [Verplicht("Kies het besluit.")], keuzes=VerzoekBesluit, vorm="radio"
    )
    identiteit = LangTekstVeld(
        "Hoe weet u dat het deze persoon is",
        [Verplicht("Schrijf op hoe u zeker weet dat dit verzoek van deze persoon komt.")],
        limiet="toelichting",
        hoogte=2,
    )
    reden = LangTekstVeld(
        "Waarom",
        limiet="toelichting",
        hoogte=3,
        description="Nodig als u (een deel) weigert. De betrokkene krijgt dit te lezen.",
    )

    def als_invoer(self) -> Besluit:
        """Return the decision."""
        assert self.besluit.data is not None  # noqa: S101 `Verplicht` saw to it
        return Besluit(self.besluit.data, self.identiteit.data or "", self.reden.data or "")


class DeelFormulier(Formulier):
    """What becomes of one part of an inzagepakket."""

    keuze = KeuzeVeld[Deelkeuze](
        "Wat gebeurt er met dit deel",
        [Verplicht("Kies wat er met dit deel gebeurt.")],
        keuzes=[Deelkeuze.OPNEMEN, Deelkeuze.AFSCHERMEN, Deelkeuze.WEGLATEN],
        vorm="radio",
    )
    tekst = LangTekstVeld(
        "Tekst voor de betrokkene",
        limiet="lange_tekst",
        hoogte=8,
        description="Geldt als u kiest voor afschermen. Namen van anderen zijn al weggehaald; haal ook weg "
        "waaraan een ander te herkennen is, en wat een bron verraadt die verborgen moet blijven.",
    )
    reden = LangTekstVeld(
        "Waarom weggelaten",
        limiet="toelichting",
        hoogte=2,
        description="Nodig als u weglaat. Dit blijft in het dossier; de betrokkene leest het niet.",
    )

    def als_invoer(self) -> Deelinvoer:
        """Return the choice."""
        assert self.keuze.data is not None  # noqa: S101 `Verplicht` saw to it
        return Deelinvoer(self.keuze.data, self.tekst.data or "", self.reden.data or "")


class CorrigeerFormulier(Formulier):
    """The facts of a person as they should read."""

    naam = TekstVeld("Naam", [Verplicht("Vul de naam in.")], limiet="naam")
    andere_namen = TekstVeld("Andere namen", limiet="naam")
    geboren = DatumOfJaarVeld(
        "Geboortedatum", description="Bijvoorbeeld 14-03-1988. Alleen het jaar mag ook: 1988."
    )

    def als_invoer(self) -> Gegevens:
        """Return the facts."""
        geboren = self.geboren.data
        return Gegevens(
            self.naam.data or "",
            self.andere_namen.data or "",
            geboren.datum if geboren else None,
            geboren.jaar if geboren and not geboren.datum else None,
        )
