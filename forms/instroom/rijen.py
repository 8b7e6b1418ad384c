"""The rows of an aanmelding: directbetrokkenen, who already helps, tafels where the family is known."""

from uuid import UUID

from forms.controles import Verplicht, VerplichtAls
from forms.rijen import RijFormulier
from forms.velden import (
    DatumOfJaarVeld,
    KeuzeVeld,
    LangTekstVeld,
    MeerkeuzeVeld,
    TekstVeld,
    VerborgenVeld,
    VinkVeld,
)
from models.waarden import BetrokkeneRol, ContactVeilig, Toestemming
from overleg.instroom.invoer import BekendInvoer, BetrokkeneInvoer, HulpInvoer

ROLLEN = [rol for rol in BetrokkeneRol if rol is not BetrokkeneRol.ONBEKEND]


WISSEN = [("adres", "Het adres"), ("contact", "Telefoon of e-mail"), ("contact_hoe", "Hoe contact veilig is")]


class BetrokkeneRij(RijFormulier):
    """One directbetrokkene. Address and contact that are saved do not come back in the form: `bewaard`."""

    bewaard: frozenset[str] = frozenset()
    """Which of AFGESCHERMD are saved for this row; set by `MeldAanFormulier.zet_bewaard`."""

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
    adres_geheim = VinkVeld(
        "Dit adres is geheim",
        description="Dan ziet alleen wie de tafel leidt het, en elke keer staat dat in het logboek.",
    )
    contact = TekstVeld("Telefoon of e-mail")
    contact_veilig: KeuzeVeld[ContactVeilig] = KeuzeVeld(
        "Is contact veilig?", keuzes=ContactVeilig, default=ContactVeilig.ONBEKEND
    )
    contact_hoe = TekstVeld(
        "Wanneer en hoe is contact veilig?",
        [
            VerplichtAls(
                lambda form: (
                    form.contact_veilig.data is ContactVeilig.ONDER_VOORWAARDE
                    and not form.houdt("contact_hoe")
                ),
                "Schrijf op wanneer en hoe contact veilig is.",
            )
        ],
        description="Bijvoorbeeld: alleen overdag, eerst een bericht via haar zus.",
    )
    wissen: MeerkeuzeVeld[str] = MeerkeuzeVeld("Wissen wat is bewaard", keuzes=WISSEN)
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

    @property
    def is_leeg(self) -> bool:
        """A row that holds something the form does not show is not empty."""
        return not self.bewaard and super().is_leeg

    def houdt(self, naam: str) -> bool:
        """Whether what is saved under `naam` stays when its field is left empty."""
        return naam in self.bewaard and naam not in self.wissen.data

    def _getypt(self, naam: str) -> str | None:
        """Return what was typed; None when that is nothing and what is saved stays."""
        return self[naam].data or (None if self.houdt(naam) else "")

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
            adres=self._getypt("adres"),
            adres_geheim=bool(self.adres_geheim.data),
            contact=self._getypt("contact"),
            contact_veilig=self.contact_veilig.data or ContactVeilig.ONBEKEND,
            contact_hoe=self._getypt("contact_hoe"),
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
