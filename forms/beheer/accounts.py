"""Organisaties and accounts."""

import uuid
from typing import Any, ClassVar

from forms.basis import Formulier, ZoekFormulier
from forms.beheer.gezien import WijzigRijFormulier
from forms.controles import Verplicht
from forms.velden import EmailVeld, KeuzeVeld, LangTekstVeld, TekstVeld, VinkVeld
from models.waarden import OrganisatieSoort
from overleg.beheer.handelingen.accounts import AccountInvoer, NieuwAccount, OrganisatieInvoer

HOORT_BIJ = "Onderdeel van"
EENHEID = (
    "Alleen bij een eenheid of afdeling. Is een casus gesloten voor het geheel, dan ook voor elk onderdeel."
)


class WijzigOrganisatieFormulier(WijzigRijFormulier):
    """The name of an organisatie, and whether it takes part."""

    invoer: ClassVar[type[Any]] = OrganisatieInvoer

    naam = TekstVeld("Naam", [Verplicht("Vul de naam in.")], limiet="naam")
    hoort_bij_id: KeuzeVeld[uuid.UUID] = KeuzeVeld(HOORT_BIJ, description=EENHEID)
    actief = VinkVeld("Deze organisatie is in gebruik", default=True)


class NieuweOrganisatieFormulier(Formulier):
    """A new organisatie."""

    naam = TekstVeld("Naam", [Verplicht("Vul de naam in.")], limiet="naam")
    soort: KeuzeVeld[OrganisatieSoort] = KeuzeVeld(
        "Soort",
        [Verplicht("Kies een soort.")],
        keuzes=OrganisatieSoort,
        description="De soort bepaalt welke grondslagen gelden en kan later niet meer anders.",
    )
    hoort_bij_id: KeuzeVeld[uuid.UUID] = KeuzeVeld(HOORT_BIJ, description=EENHEID)

    def als_invoer(self) -> OrganisatieInvoer:
        """Return what was filled in. Only after the form was found right."""
        return OrganisatieInvoer(
            self.naam.data or "",
            self.soort.data or OrganisatieSoort.OVERIG,
            actief=True,
            hoort_bij_id=self.hoort_bij_id.data,
        )


class WijzigAccountFormulier(WijzigRijFormulier):
    """A person with an account."""

    invoer: ClassVar[type[Any]] = AccountInvoer

    naam = TekstVeld(
        "Naam", [Verplicht("Vul de naam in.")], limiet="naam", description="Voornaam en achternaam."
    )
    email = EmailVeld(
        "E-mailadres", [Verplicht("Vul het e-mailadres in.")], description="Hiermee logt deze persoon in."
    )
    beheerder = VinkVeld("Beheerder", description="Haal het vinkje weg om deze rol te beëindigen.")
    functionaris = VinkVeld(
        "Functionaris gegevensbescherming", description="Leest het logboek. Ziet geen casussen."
    )

    def als_invoer(self) -> AccountInvoer:
        """Return what was filled in."""
        return AccountInvoer(self.naam.data or "", self.adres(), self.beheerder.data, self.functionaris.data)

    def adres(self) -> str:
        """Return the e-mail address as it is compared."""
        return (self.email.data or "").lower()


class BeheerderFormulier(Formulier):
    """Why someone must become beheerder, for the second person who approves it."""

    reden = LangTekstVeld(
        "Waarom is dit nodig?",
        [Verplicht("Schrijf op waarom dit nodig is.")],
        limiet="toelichting",
        hoogte=3,
        description="Een andere beheerder of de functionaris gegevensbescherming leest dit en beslist.",
    )


class NieuwAccountFormulier(WijzigAccountFormulier):
    """A new account, with its organisatie."""

    organisatie_id: KeuzeVeld[uuid.UUID] = KeuzeVeld(
        "Organisatie",
        [Verplicht("Kies een organisatie.")],
        description="Gaat iemand ergens anders werken? Maak daar dan een nieuw account.",
    )

    def als_nieuw(self) -> NieuwAccount:
        """Return what was filled in. Only after the form was found right."""
        organisatie = self.organisatie_id.data
        if organisatie is None:
            raise ValueError("the form was not checked")
        return NieuwAccount(
            self.naam.data or "", self.adres(), self.beheerder.data, self.functionaris.data, organisatie
        )


class ZoekAccountFormulier(ZoekFormulier):
    """Look for an account."""

    zoek = TekstVeld("Zoek op naam, e-mail of organisatie", limiet="zoekvraag")
