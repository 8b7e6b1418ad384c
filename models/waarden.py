"""The words for kinds, states and choices (domein.md §10): pure values, no database.

Each value is what is stored; `.tekst` is what a person reads on screen and in Word.
"""

from enum import StrEnum
from typing import Self


class Waarde(StrEnum):
    """A choice with the words a professional reads for it."""

    tekst: str

    def __new__(cls, waarde: str, tekst: str) -> Self:
        """Make a member from its stored value and the words on screen."""
        lid = str.__new__(cls, waarde)
        lid._value_ = waarde
        lid.tekst = tekst
        return lid


class OrganisatieSoort(Waarde):
    """What kind of partner an organisatie is (domein.md §2)."""

    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    POLITIE = "politie", "Politie"
    OM = "om", "Openbaar Ministerie"
    RECLASSERING = "reclassering", "Reclassering"
    RVDK = "rvdk", "Raad voor de Kinderbescherming"
    GGZ = "ggz", "GGZ"
    GI = "gi", "Gecertificeerde instelling"
    ZVH = "zvh", "Zorg- en veiligheidshuis"
    GEMEENTE = "gemeente", "Gemeente of wijkteam"
    CRISISDIENST = "crisisdienst", "Crisisdienst"
    ZIEKENHUIS = "ziekenhuis", "Ziekenhuis of huisarts"
    OVERIG = "overig", "Overig"


class Partnervorm(Waarde):
    """Whether a partner sits at the tafel always or on request (domein.md §2)."""

    VAST = "vast", "Vaste partner"
    OP_VERZOEK = "op_verzoek", "Op verzoek"


class Rol(Waarde):
    """What someone is at one overlegtafel (ontwerp.md §5)."""

    VOORZITTER = "voorzitter", "Voorzitter"
    SECRETARIS = "secretaris", "Secretaris"
    DEELNEMER = "deelnemer", "Deelnemer"
    INBRENGER = "inbrenger", "Inbrenger"
    GAST = "gast", "Gast"


class Bezetting(Waarde):
    """Fixed member or fixed stand-in (domein.md §2)."""

    VAST = "vast", "Vast lid"
    ACHTERVANG = "achtervang", "Achtervang"


class CasusStatus(Waarde):
    """Where a casus is on its route (ontwerp.md §4)."""

    CONCEPT = "concept", "Concept"
    AANGEMELD = "aangemeld", "Aangemeld"
    TERUGGESTUURD = "teruggestuurd", "Teruggestuurd met een vraag"
    TOEGELATEN = "toegelaten", "Toegelaten"
    DOORVERWEZEN = "doorverwezen", "Doorverwezen"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    GEAGENDEERD = "geagendeerd", "Op de agenda"
    BESPROKEN = "besproken", "Besproken"
    IN_MONITORING = "in_monitoring", "In monitoring"
    GESLOTEN = "gesloten", "Gesloten"
    VERNIETIGD = "vernietigd", "Vernietigd"


class Samenloop(Waarde):
    """Where straf and zorg meet in a casus (domein.md §1)."""

    STRAF_EN_ZORG = "straf_en_zorg", "Straf en zorg komen samen"
    STRAFBAAR_FEIT = "strafbaar_feit", "Er is een (vermoeden van een) strafbaar feit"
    BEIDE = "beide", "Allebei"
    GEEN = "geen", "Geen van beide"


class MeldingStatus(Waarde):
    """State of the melding to Veilig Thuis (domein.md §3)."""

    GEDAAN = "gedaan", "De melding is gedaan"
    VOLGT = "volgt", "De melding volgt"
    GEEN = "geen", "Er is nog geen melding"


class MeldingMoment(Waarde):
    """Whether the melding came before or after the aanmelding (domein.md §3)."""

    VOORAF = "vooraf", "Vóór de aanmelding"
    ACHTERAF = "achteraf", "Na de aanmelding"


class MeldingWijze(Waarde):
    """How the melding was made (domein.md §3)."""

    SCHRIFTELIJK = "schriftelijk", "Schriftelijk"
    TELEFONISCH = "telefonisch", "Telefonisch"


class BetrokkeneRol(Waarde):
    """What a directbetrokkene is in the casus (domein.md §3)."""

    SLACHTOFFER = "slachtoffer", "Slachtoffer"
    PLEGER = "pleger", "(Vermoedelijk) pleger"
    KIND = "kind", "Kind"
    GETUIGE = "getuige", "Getuige"
    OVERIG = "overig", "Overig"
    ONBEKEND = "onbekend", "Rol nog niet gekozen"
    """Only in a concept: handing in asks for the role."""


class ContactVeilig(Waarde):
    """Is this number safe to call? (domein.md §11)."""

    JA = "ja", "Ja, contact is veilig"
    ONDER_VOORWAARDE = "onder_voorwaarde", "Alleen zoals hieronder staat"
    NEE = "nee", "Nee, niet benaderen"
    ONBEKEND = "onbekend", "Nog niet bekend"


class ContactDoel(Waarde):
    """For what someone asks for an address and how to make contact; kept in the logboek."""

    CONTACT = "contact", "Contact opnemen"
    BESCHERMING = "bescherming", "Iemand beschermen of bezoeken"
    CONTROLE = "controle", "Gegevens controleren of verbeteren"


class Toestemming(Waarde):
    """Consent of a directbetrokkene, or shared without (domein.md §4)."""

    GEGEVEN = "gegeven", "Gevraagd en gegeven"
    ZONDER = "zonder", "Gedeeld zonder toestemming"
    NOG_NIET = "nog_niet", "Nog niet gevraagd"


class RondeSoort(Waarde):
    """What happened to an aanmelding in one round of triage."""

    INGEDIEND = "ingediend", "Ingediend"
    TERUGGESTUURD = "teruggestuurd", "Teruggestuurd met een vraag"
    TOEGELATEN = "toegelaten", "Toegelaten"
    DOORVERWEZEN = "doorverwezen", "Doorverwezen"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    HEROPEND = "heropend", "Heropend"


class Gelijkenis(Waarde):
    """How much two directbetrokkenen look like one person."""

    STERK = "sterk", "Waarschijnlijk dezelfde persoon"
    MOGELIJK = "mogelijk", "Mogelijk dezelfde persoon"


class SpoedSoort(Waarde):
    """The things to settle in acute danger (domein.md §3)."""

    WIE_OVERLEGT = "wie_overlegt", "Wie overlegt met wie, en wanneer"
    BEVINDINGEN = "bevindingen", "Welke bevindingen gaan van wie naar wie"
    MAATREGELEN = "maatregelen", "Welke tijdelijke maatregelen, door wie"
    INLICHTEN = "inlichten", "Wie moet het nog weten, en wie vertelt dat"
    GELDT_TOT = "geldt_tot", "Tot wanneer gelden de maatregelen, en wanneer kijken we opnieuw"
    AANSPREEKPUNT = "aanspreekpunt", "Wie is het eerste aanspreekpunt"
    BIJ_WIJZIGING = "bij_wijziging", "Wie belt wie als de onveiligheid verandert"


class PersoonOordeel(Waarde):
    """What the voorzitter decided about two look-alike persons."""

    ZELFDE = "zelfde", "Dezelfde persoon"
    ANDER = "ander", "Iemand anders"


class BekendRegel(Waarde):
    """What it means that a family is known at another tafel (domein.md §5)."""

    NIET_HIER = "niet_hier", "Niet hier bespreken"
    HUN_REGIE = "hun_regie", "Zij houden de regie, wij sluiten aan"
    OVERGEDRAGEN = "overgedragen", "Overgedragen aan hen"


class BijdrageStatus(Waarde):
    """A bijdrage is being written, or has been handed in."""

    CONCEPT = "concept", "Concept"
    INGEDIEND = "ingediend", "Ingediend"


class OMUitkomst(Waarde):
    """Outcome of the contact with the OM on Wpg art. 9 data (domein.md §4)."""

    AKKOORD = "akkoord", "Het OM is akkoord met delen"
    NIET_AKKOORD = "niet_akkoord", "Het OM wil niet dat het gedeeld wordt"


class OverlegVorm(Waarde):
    """How a meeting is held."""

    FYSIEK = "fysiek", "Fysiek"
    DIGITAAL = "digitaal", "Digitaal"
    HYBRIDE = "hybride", "Hybride"


class OverlegStatus(Waarde):
    """Where an overleg is (ontwerp.md §4)."""

    GEPLAND = "gepland", "Gepland"
    GEPUBLICEERD = "gepubliceerd", "Agenda verstuurd"
    LOPEND = "lopend", "Bezig"
    AFGEROND = "afgerond", "Afgerond"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    GEANNULEERD = "geannuleerd", "Gaat niet door"


class PuntSoort(Waarde):
    """Kind of agendapunt."""

    OPENING = "opening", "Opening en registratieafspraken"
    ACTIES = "acties", "Openstaande acties"
    CASUS = "casus", "Casus"
    MONITORING = "monitoring", "Casus in monitoring"
    RONDVRAAG = "rondvraag", "Rondvraag"
    VRIJ = "vrij", "Overig"


class Aanwezigheid(Waarde):
    """Whether someone is at the overleg."""

    VERWACHT = "verwacht", "Verwacht"
    AFGEMELD = "afgemeld", "Afgemeld"
    AANWEZIG = "aanwezig", "Aanwezig"
    VERTROKKEN = "vertrokken", "Vertrokken"
    AFWEZIG = "afwezig", "Afwezig zonder bericht"


class BesprekingStatus(Waarde):
    """Where the discussion of one casus in one overleg is."""

    OPEN = "open", "Nog te bespreken"
    AANGEHOUDEN = "aangehouden", "Aangehouden"
    AFGEROND = "afgerond", "Bespreking afgerond"


class Veld(Waarde):
    """The texts of a bespreking, each a field of its own with versions (domein.md §5)."""

    FEITENONDERZOEK = "feitenonderzoek", "Eén feitenonderzoek: wat is er precies gebeurd"
    GROOTSTE_ZORG = "grootste_zorg", "Grootste zorg over de veiligheid"
    AFWEGING = "afweging", "Afweging van straf en zorg"
    VERVOLGING = "vervolging", "Beslissing van het OM over vervolging"
    VEILIGHEIDSPLAN = "veiligheidsplan", "Eén veiligheidsplan voor het hele gezin"
    PLAN_PERSOON = "plan_persoon", "Wat er voor deze persoon gebeurt"
    VOLGORDE = "volgorde", "Volgorde van uitvoeren"
    AFWIJKEND = "afwijkend", "Afwijkend standpunt"


class Domein(Waarde):
    """The legal world of a maatregel or afspraak (domein.md §5)."""

    STRAF = "straf", "Straf"
    CIVIEL = "civiel", "Civiel"
    BESTUURLIJK = "bestuurlijk", "Bestuurlijk"
    ZORG = "zorg", "Zorg"


class AfspraakSoort(Waarde):
    """Kind of afspraak (ontwerp.md §4)."""

    ONDERZOEK = "onderzoek", "Onderzoek"
    INTERVENTIE = "interventie", "Interventie"
    GESPREK = "gesprek", "Gesprek"
    OVERIG = "overig", "Overig"


class AfspraakStatus(Waarde):
    """How far an afspraak is; no longer possible is not the same as not done (domein.md §11)."""

    OPEN = "open", "Open"
    BEZIG = "bezig", "Bezig"
    GEDAAN = "gedaan", "Gedaan"
    NIET_GEDAAN = "niet_gedaan", "Niet gedaan"
    NIET_MOGELIJK = "niet_mogelijk", "Niet meer mogelijk"


class Akkoord(Waarde):
    """Whether the organisatie that is to do an afspraak accepted it; "under reservation" does not exist."""

    OPEN = "open", "Nog niet akkoord"
    AKKOORD = "akkoord", "Akkoord"
    GEWEIGERD = "geweigerd", "Niet akkoord"


class BesluitSoort(Waarde):
    """The five closing questions, in their order (domein.md §5)."""

    REGIE = "regie", "Regie op veiligheid"
    MONITORING = "monitoring", "Monitoring"
    INFORMEREN = "informeren", "Informeren van directbetrokkenen"
    PARTIJEN = "partijen", "Te informeren partijen"
    OPSCHALING = "opschaling", "Opschaling"


class MonitoringGrond(Waarde):
    """The only grounds for monitoring (domein.md §6)."""

    OPVOLGING = "opvolging", "Zien of de afspraken zijn nagekomen"
    ZORG_BLIJFT = "zorg_blijft", "De concrete vraag en de zorgen zijn niet minder geworden"


class OpschalingKeuze(Waarde):
    """Answer to the fifth closing question (domein.md §5)."""

    NU = "nu", "Ja, nu opschalen"
    NIET_NU = "niet_nu", "Mogelijk, maar nu niet"
    NIET_NODIG = "niet_nodig", "Niet nodig"
    NIET_MOGELIJK = "niet_mogelijk", "Niet mogelijk"


class InformerenStatus(Waarde):
    """Telling someone can be postponed, never dropped (domein.md §5)."""

    GEPLAND = "gepland", "Gepland"
    UITGESTELD = "uitgesteld", "Uitgesteld"
    GEDAAN = "gedaan", "Gedaan"


class OverdrachtSoort(Waarde):
    """What is handed over."""

    REGIE = "regie", "Regie"
    AFSPRAAK = "afspraak", "Afspraak"
    CASUS = "casus", "Casus naar een andere tafel"


class OverdrachtStatus(Waarde):
    """A handover is a relay: the giver holds on until the other has it (domein.md §5)."""

    AANGEBODEN = "aangeboden", "Aangeboden"
    GEACCEPTEERD = "geaccepteerd", "Aangenomen"
    GEWEIGERD = "geweigerd", "Geweigerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class BerichtStatus(Waarde):
    """State of a mail in the outbox."""

    KLAAR = "klaar", "Klaar om te versturen"
    BEZIG = "bezig", "Wordt verstuurd"
    VERSTUURD = "verstuurd", "Verstuurd"
    BUNDEL = "bundel", "Telt mee in het dagoverzicht"
    LOKAAL = "lokaal", "Niet verstuurd: er is geen mailserver ingesteld"
    MISLUKT = "mislukt", "Versturen mislukt, wordt opnieuw geprobeerd"
    OPGEGEVEN = "opgegeven", "Versturen lukt niet"
    ONZEKER = "onzeker", "Niet zeker of het is verstuurd"


class Ritme(Waarde):
    """How often a tafel meets."""

    WEKELIJKS = "wekelijks", "Iedere week"
    TWEEWEKELIJKS = "tweewekelijks", "Iedere twee weken"
    MAANDELIJKS = "maandelijks", "Iedere maand"


class Weekdag(Waarde):
    """Day of the week on which a tafel meets."""

    MAANDAG = "maandag", "Maandag"
    DINSDAG = "dinsdag", "Dinsdag"
    WOENSDAG = "woensdag", "Woensdag"
    DONDERDAG = "donderdag", "Donderdag"
    VRIJDAG = "vrijdag", "Vrijdag"


class Linksoort(Waarde):
    """For what somebody gets a link to choose a password."""

    UITNODIGING = "uitnodiging", "uitnodiging"
    HERSTEL = "herstel", "nieuw wachtwoord"


class Inlogmanier(Waarde):
    """One way in which somebody proved who it is; two together are a second factor (ASVS 6.3.3)."""

    WACHTWOORD = "wachtwoord", "wachtwoord"
    TOTP = "totp", "code uit een app"
    HERSTELCODE = "herstelcode", "herstelcode"
    PASSKEY = "passkey", "passkey"
    OIDC = "oidc", "account van de eigen organisatie"
