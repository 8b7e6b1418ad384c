"""A conflict of interest: to whom a casus is closed, and why."""

from uuid import UUID

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import KeuzeVeld, LangTekstVeld, MeerkeuzeVeld
from overleg.instroom.handelingen.belangen import BelangInvoer

ORGANISATIE, PERSOON = "organisatie", "persoon"
Lijst = list[tuple[UUID, str]]


class BelangFormulier(Formulier):
    """Close the casus to an organisatie or a person."""

    voor: KeuzeVeld[str] = KeuzeVeld(
        "Voor wie is de casus gesloten?",
        [Verplicht("Kies een organisatie of een persoon.")],
        description="Werkt een directbetrokkene bij een partner? Kies die organisatie. "
        "Heeft iemand van het overleg een band met deze mensen? Kies die persoon.",
    )
    reden = LangTekstVeld("Waarom?", [Verplicht("Schrijf op waarom.")], limiet="toelichting", hoogte=3)
    genoemden: MeerkeuzeVeld[str] = MeerkeuzeVeld(
        "Wie van die organisatie doet wel mee?",
        description="Laat leeg als niemand van die organisatie de casus mag zien.",
    )

    def zet_lijsten(self, organisaties: Lijst, mensen: Lijst) -> None:
        """Fill the choices."""
        namen = [(f"{ORGANISATIE}:{sleutel}", f"Organisatie: {naam}") for sleutel, naam in organisaties]
        namen += [(f"{PERSOON}:{sleutel}", f"Persoon: {naam}") for sleutel, naam in mensen]
        self.voor.zet_keuzes(namen)
        self.genoemden.zet_keuzes([(str(sleutel), naam) for sleutel, naam in mensen])

    def als_invoer(self) -> BelangInvoer:
        """Return what was filled in. Only after the form was found right."""
        soort, _, sleutel = (self.voor.data or "").partition(":")
        wie = UUID(sleutel)
        organisatie, persoon = (wie, None) if soort == ORGANISATIE else (None, wie)
        return BelangInvoer(
            organisatie, persoon, self.reden.data or "", tuple(UUID(s) for s in self.genoemden.data or ())
        )


class EigenBelangFormulier(Formulier):
    """Say of oneself that one has a conflict of interest."""

    reden = LangTekstVeld(
        "Waarom?",
        [Verplicht("Schrijf op waarom.")],
        limiet="toelichting",
        hoogte=3,
        description="De voorzitter en de secretaris lezen dit.",
    )


class OpheffenFormulier(Formulier):
    """Ask a second person to lift it."""

    reden = LangTekstVeld(
        "Waarom kan het worden opgeheven?",
        [Verplicht("Schrijf op waarom.")],
        limiet="toelichting",
        hoogte=3,
        description="Iemand anders leest dit en keurt het goed of weigert. Noem geen directbetrokkenen.",
    )
