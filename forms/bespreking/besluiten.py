"""Forms of the five closing questions, of handing over, closing and holding over (domein.md §5)."""

import uuid
from datetime import date
from typing import Any

from wtforms.validators import ValidationError

from forms.basis import Formulier
from forms.controles import Tussen, Verplicht, VerplichtAls
from forms.velden import (
    DatumVeld,
    JaNeeVeld,
    KeuzeVeld,
    LangTekstVeld,
    TekstVeld,
    VerborgenVeld,
    VinkVeld,
)
from models.waarden import InformerenStatus, MonitoringGrond, OpschalingKeuze
from overleg.basis.klok import vandaag
from overleg.bespreking.invoer_besluiten import (
    Aanbod,
    Aanhouding,
    GeenPartijen,
    Informeren,
    Monitoring,
    Opschaling,
    Partij,
    Regie,
    Wie,
)

WAAROM = "Schrijf op waarom: het besluit moet over een jaar nog te volgen zijn."
WIE = "Kies de organisatie."
NAAM = "Vul een naam in."
VANAF_VANDAAG = "Kies een dag vanaf vandaag."
WANNEER = ((InformerenStatus.GEPLAND, "Op een datum"), (InformerenStatus.UITGESTELD, "Uitgesteld"))
NAAM_UITLEG = "Kies iemand uit de lijst, of typ een naam als die persoon geen account heeft."


def _uuid(label: str, controles: list[Any]) -> KeuzeVeld[uuid.UUID]:
    """A choice of something in the database; its list is set once the form exists."""
    return KeuzeVeld(label, controles)


def _vanaf_vandaag() -> Tussen:
    return Tussen(VANAF_VANDAAG, vanaf=vandaag)


class NeemRegieFormulier(Formulier):
    """The first question: regie, stand-in, and the victim's fixed contact."""

    versie = VerborgenVeld(int)
    organisatie = _uuid("Organisatie met de regie", [Verplicht(WIE)])
    naam = TekstVeld("Coördinator", [Verplicht(NAAM)], limiet="naam", description=NAAM_UITLEG)
    achtervang_organisatie = _uuid("Organisatie van de achtervang", [Verplicht(WIE)])
    achtervang = TekstVeld("Achtervang", [Verplicht(NAAM)], limiet="naam")
    aanspreekpunt = TekstVeld(
        "Vast aanspreekpunt voor het slachtoffer",
        [Verplicht("Vul in wie het vaste aanspreekpunt van het slachtoffer is.")],
        description="Naam en organisatie: één persoon die het slachtoffer altijd kan bereiken.",
    )
    per_datum = DatumVeld(
        "Regie gaat over op",
        description="Alleen bij een overdracht. Tot de ander aanneemt, blijft de regie waar die nu is.",
    )
    toelichting = LangTekstVeld("Waarom dit besluit", [Verplicht(WAAROM)], limiet="toelichting", hoogte=3)

    def als_invoer(self) -> Regie:
        """Return the answer."""
        return Regie(
            versie=self.versie.data or 0,
            wie=_wie(self.organisatie, self.naam),
            achtervang=_wie(self.achtervang_organisatie, self.achtervang),
            aanspreekpunt=self.aanspreekpunt.data or "",
            toelichting=self.toelichting.data or "",
            per_datum=self.per_datum.data,
        )


def _wie(organisatie: KeuzeVeld[uuid.UUID], naam: TekstVeld) -> Wie:
    assert organisatie.data is not None  # noqa: S101 `Verplicht` saw to it
    return Wie(organisatie.data, naam.data or "")


def _monitort(form: Any) -> bool:  # noqa: ANN401 the form the check belongs to
    return form.ja.data is True


class NeemMonitoringFormulier(Formulier):
    """The second question: no, or yes on a ground, by whom, when and what."""

    versie = VerborgenVeld(int)
    ja = JaNeeVeld("Komt de casus in monitoring?", [Verplicht("Kies ja of nee.")])
    grond = KeuzeVeld[MonitoringGrond](
        "Op welke grond",
        [VerplichtAls(_monitort, "Kies de grond. Zonder grond is er geen monitoring.")],
        keuzes=MonitoringGrond,
        vorm="radio",
    )
    organisatie = _uuid("Welke organisatie monitort", [VerplichtAls(_monitort, WIE)])
    naam = TekstVeld("Wie", [VerplichtAls(_monitort, NAAM)], limiet="naam", description=NAAM_UITLEG)
    datum = DatumVeld(
        "Terug in het overleg van",
        [VerplichtAls(_monitort, "Vul in wanneer de casus terugkomt."), _vanaf_vandaag()],
    )
    wat = LangTekstVeld(
        "Wat wordt gemonitord", [VerplichtAls(_monitort, "Schrijf op wat er wordt gemonitord.")], hoogte=2
    )
    toelichting = LangTekstVeld("Waarom dit besluit", [Verplicht(WAAROM)], limiet="toelichting", hoogte=3)

    def als_invoer(self) -> Monitoring:
        """Return the answer."""
        ja = bool(self.ja.data)
        return Monitoring(
            versie=self.versie.data or 0,
            ja=ja,
            toelichting=self.toelichting.data or "",
            grond=self.grond.data,
            wie=_wie(self.organisatie, self.naam) if ja else None,
            datum=self.datum.data,
            wat=self.wat.data or "",
        )


def _gepland(form: Any) -> bool:  # noqa: ANN401
    return form.wanneer.data is InformerenStatus.GEPLAND


def _uitgesteld(form: Any) -> bool:  # noqa: ANN401
    return form.wanneer.data is InformerenStatus.UITGESTELD


class LegInformerenVastFormulier(Formulier):
    """The third question: one piece of information for one person. There is no "no"."""

    id = VerborgenVeld(uuid.UUID)
    versie = VerborgenVeld(int)
    betrokkene = _uuid("Wie wordt geïnformeerd", [Verplicht("Kies wie wordt geïnformeerd.")])
    wat = LangTekstVeld("Wat hoort deze persoon", [Verplicht("Schrijf op wat deze persoon hoort.")], hoogte=2)
    organisatie = _uuid("Door welke organisatie", [Verplicht(WIE)])
    naam = TekstVeld("Door wie", limiet="naam")
    wanneer = KeuzeVeld[InformerenStatus](
        "Wanneer", [Verplicht("Kies een datum, of stel uit met een reden.")], keuzes=WANNEER, vorm="radio"
    )
    op = DatumVeld("Datum", [VerplichtAls(_gepland, "Vul in wanneer."), _vanaf_vandaag()])
    uitstel_reden = LangTekstVeld(
        "Waarom uitgesteld",
        [VerplichtAls(_uitgesteld, "Schrijf op waarom het nu niet veilig kan.")],
        limiet="toelichting",
        hoogte=2,
    )
    opnieuw_op = DatumVeld(
        "Opnieuw bekijken op",
        [VerplichtAls(_uitgesteld, "Vul in wanneer u opnieuw kijkt."), _vanaf_vandaag()],
    )
    zonder_toestemming = VinkVeld("Vertelt ook dat gegevens zonder toestemming zijn gedeeld, en waarom")

    def als_invoer(self) -> Informeren:
        """Return the record."""
        assert self.betrokkene.data is not None  # noqa: S101 `Verplicht` saw to it
        uitstel = _uitgesteld(self)
        return Informeren(
            betrokkene_id=self.betrokkene.data,
            wat=self.wat.data or "",
            wie=_wie(self.organisatie, self.naam),
            op=None if uitstel else self.op.data,
            uitstel_reden=(self.uitstel_reden.data or "") if uitstel else "",
            opnieuw_op=self.opnieuw_op.data if uitstel else None,
            zonder_toestemming=self.zonder_toestemming.data,
            id=self.id.data,
            versie=self.versie.data or 0,
        )


class LegPartijVastFormulier(Formulier):
    """The fourth question: a party outside the meeting."""

    id = VerborgenVeld(uuid.UUID)
    versie = VerborgenVeld(int)
    partij = TekstVeld("Welke partij", [Verplicht("Vul in wie het moet weten.")])
    wat = LangTekstVeld("Wat moet die weten", [Verplicht("Schrijf op wat die partij hoort.")], hoogte=2)
    organisatie = _uuid("Door welke organisatie", [Verplicht(WIE)])
    naam = TekstVeld("Door wie", limiet="naam")
    op = DatumVeld("Wanneer", [Verplicht("Vul in wanneer."), _vanaf_vandaag()])

    def als_invoer(self) -> Partij:
        """Return the party."""
        return Partij(
            partij=self.partij.data or "",
            wat=self.wat.data or "",
            wie=_wie(self.organisatie, self.naam),
            op=self.op.data or date.max,
            id=self.id.data,
            versie=self.versie.data or 0,
        )


class GeenPartijenFormulier(Formulier):
    """The fourth question: explicitly none."""

    versie = VerborgenVeld(int)
    toelichting = LangTekstVeld(
        "Waarom niemand buiten het overleg het hoeft te weten",
        [Verplicht(WAAROM)],
        limiet="toelichting",
        hoogte=2,
    )

    def als_invoer(self) -> GeenPartijen:
        """Return the answer."""
        return GeenPartijen(self.versie.data or 0, self.toelichting.data or "")


def _met_tafel(form: Any) -> bool:  # noqa: ANN401
    return form.keuze.data in (OpschalingKeuze.NU, OpschalingKeuze.NIET_NU)


class NeemOpschalingFormulier(Formulier):
    """The fifth question: is scaling up possible, and to which tafel."""

    versie = VerborgenVeld(int)
    keuze = KeuzeVeld[OpschalingKeuze](
        "Opschalen", [Verplicht("Kies een antwoord.")], keuzes=OpschalingKeuze, vorm="radio"
    )
    andere_tafel = _uuid("Naar welke tafel", [VerplichtAls(_met_tafel, "Kies de tafel.")])
    toelichting = LangTekstVeld("Waarom dit besluit", [Verplicht(WAAROM)], limiet="toelichting", hoogte=3)

    def als_invoer(self) -> Opschaling:
        """Return the answer."""
        if self.keuze.data is None:
            raise ValidationError("Kies een antwoord.")
        return Opschaling(
            self.versie.data or 0, self.keuze.data, self.toelichting.data or "", self.andere_tafel.data
        )


class BiedAfspraakAanFormulier(Formulier):
    """Stap 3: hand an afspraak over to another organisatie."""

    afspraak = _uuid("Welke afspraak", [Verplicht("Kies de afspraak die u overdraagt.")])
    organisatie = _uuid("Aan welke organisatie", [Verplicht(WIE)])
    naam = TekstVeld("Aan wie", [Verplicht(NAAM)], limiet="naam", description=NAAM_UITLEG)
    per_datum = DatumVeld("Warme overdracht op")
    toelichting = LangTekstVeld("Wat er wordt overgedragen", limiet="toelichting", hoogte=2)

    def als_invoer(self) -> Aanbod:
        """Return the offer."""
        assert self.afspraak.data is not None  # noqa: S101 `Verplicht` saw to it
        return Aanbod(
            self.afspraak.data,
            _wie(self.organisatie, self.naam),
            self.per_datum.data,
            self.toelichting.data or "",
        )


class HoudAanFormulier(Formulier):
    """Hold a casus over to a later overleg."""

    overleg = _uuid("Naar welk overleg", [Verplicht("Kies het overleg waar de casus verdergaat.")])
    reden = LangTekstVeld(
        "Waarom", [Verplicht("Schrijf op waarom u de casus aanhoudt.")], limiet="toelichting", hoogte=2
    )

    def als_invoer(self) -> Aanhouding:
        """Return where the casus goes on, and why."""
        assert self.overleg.data is not None  # noqa: S101 `Verplicht` saw to it
        return Aanhouding(self.overleg.data, self.reden.data or "")


class HeropenFormulier(Formulier):
    """Open a closed bespreking again."""

    reden = LangTekstVeld(
        "Waarom heropent u de bespreking",
        [Verplicht("Schrijf op waarom u de bespreking heropent.")],
        limiet="toelichting",
        hoogte=2,
    )

    def als_invoer(self) -> str:
        """Return the reason."""
        return self.reden.data or ""
