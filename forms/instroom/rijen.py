"""The rows of an aanmelding: directbetrokkenen, who already helps, tafels where the family is known."""

from uuid import UUID

from forms.controles import Verplicht, VerplichtAls
from forms.rijen import RijFormulier
from forms.velden import DatumOfJaarVeld, KeuzeVeld, LangTekstVeld, TekstVeld, VerborgenVeld
from models.waarden import BetrokkeneRol, ContactVeilig, Toestemming
from overleg.instroom.invoer import BekendInvoer, BetrokkeneInvoer, HulpInvoer

ROLLEN = [rol for rol in BetrokkeneRol if rol is not BetrokkeneRol.ONBEKEND]


class BetrokkeneRij(RijFormulier):
    """One directbetrokkene."""

    telt_niet_mee = frozenset({"contact_veilig", "toestemming"})

    id = VerborgenVeld(UUID)
    rol: KeuzeVeld[BetrokkeneRol] = KeuzeVeld("Rol", [Verplicht("Kies de rol.")], keuzes=ROLLEN)
    naam = TekstVeld("Naam", [Verplicht("Vul de naam in, of ‘onbekend’.")], limiet="naam")
    andere_namen = TekstVeld(
        "Andere namen", description="Roepnaam, meisjesnaam of een andere spelling; zet een komma ertussen."
    )
    geboren = DatumOfJaarVeld(
        "Geboortedatum", description="Bijvoorbeeld 14-03-1988. Alleen het jaar mag ook: 1988."
    )
    adres = TekstVeld("Adres", limiet="adres")
    contact = TekstVeld("Telefoon of e-mail")
    contact_veilig: KeuzeVeld[ContactVeilig] = KeuzeVeld(
        "Is contact veilig?", keuzes=ContactVeilig, default=ContactVeilig.ONBEKEND
    )
    contact_hoe = TekstVeld(
        "Wanneer en hoe is contact veilig?",
        [
            VerplichtAls(
                lambda form: form.contact_veilig.data is ContactVeilig.ONDER_VOORWAARDE,
                "Schrijf op wanneer en hoe contact veilig is.",
            )
        ],
        description="Bijvoorbeeld: alleen overdag, eerst een bericht via haar zus.",
    )
    toestemming: KeuzeVeld[Toestemming] = KeuzeVeld(
        "Toestemming om gegevens te delen", keuzes=Toestemming, default=Toestemming.NOG_NIET
    )
    toestemming_reden = LangTekstVeld(
        "Waarom delen zonder toestemming?",
        [
            VerplichtAls(
                lambda form: form.toestemming.data is Toestemming.ZONDER,
                "Schrijf op waarom u zonder toestemming deelt.",
            )
        ],
        limiet="toelichting",
        hoogte=2,
        description="Deze persoon hoort later dat de gegevens zijn gedeeld, en waarvoor.",
    )

    def als_invoer(self) -> BetrokkeneInvoer:
        """Return the row."""
        geboren = self.geboren.data
        return BetrokkeneInvoer(
            id=self.id.data,
            rol=self.rol.data or BetrokkeneRol.ONBEKEND,
            naam=self.naam.data or "",
            andere_namen=self.andere_namen.data or "",
            geboortedatum=geboren.datum if geboren else None,
            geboortejaar=geboren.jaar if geboren and not geboren.datum else None,
            adres=self.adres.data or "",
            contact=self.contact.data or "",
            contact_veilig=self.contact_veilig.data or ContactVeilig.ONBEKEND,
            contact_hoe=self.contact_hoe.data or "",
            toestemming=self.toestemming.data or Toestemming.NOG_NIET,
            toestemming_reden=self.toestemming_reden.data or "",
        )


class HulpRij(RijFormulier):
    """Who already helps, since when, does it work."""

    id = VerborgenVeld(UUID)
    wie = TekstVeld("Wie helpt al?", [Verplicht("Vul in wie er helpt.")])
    sinds = TekstVeld("Sinds wanneer?", limiet="kenmerk")
    werkt = TekstVeld("Werkt het?", limiet="adres")

    def als_invoer(self) -> HulpInvoer:
        """Return the row."""
        return HulpInvoer(self.id.data, self.wie.data or "", self.sinds.data or "", self.werkt.data or "")


class BekendRij(RijFormulier):
    """A tafel at which the family is known; its list comes from the overlegtafel."""

    id = VerborgenVeld(UUID)
    tafel: KeuzeVeld[UUID] = KeuzeVeld("Welke tafel?")
    toelichting = TekstVeld(
        "Toelichting", limiet="adres", description="Bijvoorbeeld sinds wanneer, en met wie u contact had."
    )

    def als_invoer(self) -> BekendInvoer:
        """Return the row."""
        return BekendInvoer(self.id.data, self.tafel.data, self.toelichting.data or "")
