"""One row of each list that a tafel keeps."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from wtforms import Field
from wtforms.validators import ValidationError

from forms.beheer.gezien import WijzigRijFormulier
from forms.controles import Tussen, Verplicht, VerplichtAls
from forms.velden import DatumVeld, GetalVeld, KeuzeVeld, LangTekstVeld, TekstVeld, VinkVeld
from models.waarden import (
    AfspraakSoort,
    BekendRegel,
    Bezetting,
    Domein,
    OrganisatieSoort,
    Partnervorm,
    Rol,
)
from models.waarden_bewaren import BewaarBegin, BewaarSoort
from overleg.basis.klok import vandaag
from overleg.beheer.handelingen.leden import NieuwePlaats, Plaats
from overleg.beheer.handelingen.partners import NieuwePartner, Partner


class LijstFormulier(WijzigRijFormulier):
    """A form whose fields are the columns of one list; `invoer` is the value it makes."""

    def als_invoer(self) -> Any:  # noqa: ANN401 each list has its own value
        """Return what was filled in. Only after the form was found right."""
        return self.invoer(**{naam: self._fields[naam].data for naam in self.invoer.__dataclass_fields__})


class WijzigPartnerFormulier(LijstFormulier):
    """Fixed or on request."""

    invoer: ClassVar[type[Any]] = Partner
    vorm: KeuzeVeld[Partnervorm] = KeuzeVeld(
        "Neemt deel", [Verplicht("Kies hoe deze partner deelneemt.")], keuzes=Partnervorm, vorm="radio"
    )


class NieuwePartnerFormulier(WijzigPartnerFormulier):
    """Which organisatie, and how."""

    invoer: ClassVar[type[Any]] = NieuwePartner
    organisatie_id: KeuzeVeld[uuid.UUID] = KeuzeVeld(
        "Organisatie",
        [Verplicht("Kies een organisatie.")],
        description="Staat de organisatie er niet bij? Maak haar eerst bij Organisaties.",
    )


class WijzigLidFormulier(LijstFormulier):
    """What can change about a place at the tafel."""

    invoer: ClassVar[type[Any]] = Plaats
    bezetting: KeuzeVeld[Bezetting] = KeuzeVeld(
        "Vast of achtervang", [Verplicht("Kies vast lid of achtervang.")], keuzes=Bezetting, vorm="radio"
    )
    mandaat = VinkVeld("Heeft mandaat: mag voor de organisatie afspraken maken")
    functie = TekstVeld("Bijzondere functie", limiet="kenmerk", description="Bijvoorbeeld: vertrouwensarts.")
    vanaf = DatumVeld("Vanaf", [Verplicht("Vul in vanaf wanneer.")])
    tot = DatumVeld("Tot en met", description="Leeg: zonder einddatum.")

    def validate_tot(self, field: Field) -> None:
        """Not before the beginning."""
        if field.data and self.vanaf.data and field.data < self.vanaf.data:
            raise ValidationError("Deze dag ligt vóór de begindatum. Vul een latere dag in.")


class NieuwLidFormulier(WijzigLidFormulier):
    """Who gets a place, and as what."""

    invoer: ClassVar[type[Any]] = NieuwePlaats
    gebruiker_id: KeuzeVeld[uuid.UUID] = KeuzeVeld(
        "Wie",
        [Verplicht("Kies een persoon.")],
        description="Staat de persoon er niet bij? Maak eerst een account bij Gebruikers.",
    )
    rol: KeuzeVeld[Rol] = KeuzeVeld("Rol", [Verplicht("Kies een rol.")], keuzes=Rol, vorm="radio")


@dataclass(frozen=True)
class DienstnummerInvoer:
    """A duty service to call."""

    soort: OrganisatieSoort
    naam: str
    nummer: str
    uren: str
    terugval: str
    gecontroleerd_op: date | None


class DienstnummerFormulier(LijstFormulier):
    """A duty service to call in acute danger."""

    invoer: ClassVar[type[Any]] = DienstnummerInvoer
    soort: KeuzeVeld[OrganisatieSoort] = KeuzeVeld(
        "Van wie", [Verplicht("Kies een soort organisatie.")], keuzes=OrganisatieSoort
    )
    naam = TekstVeld(
        "Naam",
        [Verplicht("Vul een naam in.")],
        limiet="naam",
        description="Bijvoorbeeld: officier van dienst.",
    )
    nummer = TekstVeld("Telefoonnummer", [Verplicht("Vul het nummer in.")], limiet="telefoon")
    uren = TekstVeld(
        "Bereikbaar",
        limiet="naam",
        description="Bijvoorbeeld: dag en nacht, of maandag tot vrijdag 8 tot 18.",
    )
    terugval = TekstVeld("Als niemand opneemt", limiet="regel", description="Wie of welk nummer dan.")
    gecontroleerd_op = DatumVeld(
        "Voor het laatst gebeld ter controle op",
        [
            Tussen(
                "Deze dag moet nog komen. Vul de dag in waarop u voor het laatst belde.", tot_en_met=vandaag
            )
        ],
    )


@dataclass(frozen=True)
class ThemaInvoer:
    """A theme of a casus."""

    naam: str
    onderdeel_sleutel: str


class ThemaFormulier(LijstFormulier):
    """A theme, and which criterium it fills in."""

    invoer: ClassVar[type[Any]] = ThemaInvoer
    naam = TekstVeld("Naam", [Verplicht("Vul de naam in.")], limiet="naam")
    onderdeel_sleutel: KeuzeVeld[str] = KeuzeVeld(
        "Vult vanzelf dit onderdeel van de criteria in",
        description="Kiest iemand dit thema, dan is het onderdeel bij de criteria al aangekruist.",
    )

    def als_invoer(self) -> ThemaInvoer:
        """Return what was filled in."""
        return ThemaInvoer(self.naam.data or "", self.onderdeel_sleutel.data or "")


@dataclass(frozen=True)
class AndereTafelInvoer:
    """A tafel to scale up or hand over to."""

    naam: str
    contact: str
    bekend_regel: BekendRegel


class AndereTafelFormulier(LijstFormulier):
    """A tafel to scale up or hand over to."""

    invoer: ClassVar[type[Any]] = AndereTafelInvoer
    naam = TekstVeld("Naam", [Verplicht("Vul de naam in.")], limiet="naam")
    contact = TekstVeld("Contact", limiet="regel", description="Wie u belt of mailt om over te dragen.")
    bekend_regel: KeuzeVeld[BekendRegel] = KeuzeVeld(
        "Is een gezin daar al bekend, dan",
        [Verplicht("Kies wat er dan geldt.")],
        keuzes=BekendRegel,
        vorm="radio",
    )


@dataclass(frozen=True)
class GrondslagInvoer:
    """A row of the grounds table."""

    gever: OrganisatieSoort | None
    ontvanger: OrganisatieSoort | None
    doel: str
    grond: str
    voorwaarde: str
    bron: str
    alleen_acuut: bool
    jurist_nodig: bool
    jurist_punt: str


class GrondslagFormulier(LijstFormulier):
    """A row of the grounds table: who may share with whom, on which ground."""

    invoer: ClassVar[type[Any]] = GrondslagInvoer
    gever: KeuzeVeld[OrganisatieSoort] = KeuzeVeld(
        "Wie deelt", keuzes=OrganisatieSoort, description="Leeg: iedereen."
    )
    ontvanger: KeuzeVeld[OrganisatieSoort] = KeuzeVeld(
        "Met wie", keuzes=OrganisatieSoort, description="Leeg: iedereen aan tafel."
    )
    doel = TekstVeld("Doel", [Verplicht("Vul het doel in.")], limiet="adres")
    grond = TekstVeld(
        "Grondslag", [Verplicht("Vul de grondslag in.")], limiet="adres", description="Het wetsartikel."
    )
    voorwaarde = TekstVeld("Voorwaarde", limiet="adres")
    bron = TekstVeld("Bron", limiet="adres", description="Waar dit op steunt, met jaar.")
    alleen_acuut = VinkVeld("Alleen bij acuut gevaar")
    jurist_nodig = VinkVeld("Een jurist moet hier nog naar kijken")
    jurist_punt = TekstVeld(
        "Wat de jurist moet bepalen",
        [VerplichtAls(lambda form: form.jurist_nodig.data, "Schrijf op wat de jurist moet bepalen.")],
        limiet="adres",
    )


@dataclass(frozen=True)
class BewaartermijnInvoer:
    """How long one kind of data is kept."""

    soort: BewaarSoort
    maanden: int
    begin: BewaarBegin
    bron: str


class BewaartermijnFormulier(LijstFormulier):
    """How long one kind of data is kept, from when, and on what that rests."""

    invoer: ClassVar[type[Any]] = BewaartermijnInvoer
    soort: KeuzeVeld[BewaarSoort] = KeuzeVeld(
        "Welke gegevens", [Verplicht("Kies welke gegevens.")], keuzes=BewaarSoort, vorm="radio"
    )
    maanden = GetalVeld(
        "Aantal maanden", [Verplicht("Vul het aantal maanden in.")], minimum=1, limiet="bewaarmaanden"
    )
    begin: KeuzeVeld[BewaarBegin] = KeuzeVeld(
        "Telt vanaf", [Verplicht("Kies vanaf wanneer de termijn telt.")], keuzes=BewaarBegin, vorm="radio"
    )
    bron = TekstVeld(
        "Bron",
        [Verplicht("Schrijf op waar de termijn op steunt.")],
        limiet="adres",
        description="De wet of afspraak, met jaar.",
    )

    def validate_begin(self, veld: Field) -> None:
        """The logboek counts from its lines, a casus never does."""
        if (self.soort.data is BewaarSoort.LOGBOEK) != (veld.data is BewaarBegin.REGEL):
            logboek = self.soort.data is BewaarSoort.LOGBOEK
            wel = "Bij het logboek telt" if logboek else "Bij een casus telt niet"
            raise ValidationError(f"{wel} het schrijven van de regel. Kies iets anders.")
        if self.soort.data is BewaarSoort.CONCEPT and veld.data is not BewaarBegin.WIJZIGING:
            raise ValidationError("Wat niet is ingediend, telt vanaf de laatste wijziging. Kies die.")


@dataclass(frozen=True)
class VraagpatroonInvoer:
    """Words by which a question reads like a request for information."""

    patroon: str
    uitleg: str


class VraagpatroonFormulier(LijstFormulier):
    """Words by which a concrete vraag reads like a request for information."""

    invoer: ClassVar[type[Any]] = VraagpatroonInvoer
    patroon = TekstVeld(
        "Woorden",
        [Verplicht("Vul de woorden in.")],
        limiet="naam",
        description="Een sterretje staat voor alles wat kan volgen: welke hulp* herkent ‘Welke hulp is er?’.",
    )
    uitleg = LangTekstVeld(
        "Wat de inbrenger dan leest", [Verplicht("Vul in wat iemand dan leest.")], limiet="adres", hoogte=3
    )


@dataclass(frozen=True)
class InterventieInvoer:
    """What a kind of organisatie usually does."""

    organisatie_soort: OrganisatieSoort
    tekst: str
    soort: AfspraakSoort
    domein: Domein


class InterventieFormulier(LijstFormulier):
    """What a kind of organisatie usually does: offered when an afspraak is made."""

    invoer: ClassVar[type[Any]] = InterventieInvoer
    organisatie_soort: KeuzeVeld[OrganisatieSoort] = KeuzeVeld(
        "Wie doet dit", [Verplicht("Kies een soort organisatie.")], keuzes=OrganisatieSoort
    )
    tekst = TekstVeld("Wat", [Verplicht("Vul in wat er gebeurt.")], limiet="regel")
    soort: KeuzeVeld[AfspraakSoort] = KeuzeVeld(
        "Soort", [Verplicht("Kies een soort.")], keuzes=AfspraakSoort, vorm="radio"
    )
    domein: KeuzeVeld[Domein] = KeuzeVeld(
        "Domein", [Verplicht("Kies een domein.")], keuzes=Domein, vorm="radio"
    )
