"""Which lists a tafel keeps: their words, columns and forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import joinedload

from forms.beheer import lijsten as f
from models import (
    AndereTafel,
    Bewaartermijn,
    Dienstnummer,
    Gebruiker,
    Grondslag,
    Interventie,
    Lidmaatschap,
    Overlegtafel,
    Tafelpartner,
    Thema,
    Vraagpatroon,
)
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.weergave import datum, janee
from overleg.beheer import opvragen
from overleg.beheer.handelingen.instellingen import Einde, Instelling
from overleg.beheer.handelingen.partners import PARTNERLIJST

Kolom = tuple[str, Callable[[Any], str]]
IEDEREEN = "Iedereen"


def _geen_keuzes(_form: Any, _tafel: Overlegtafel) -> None:  # noqa: ANN401 a form of any list
    """Most lists have no choices that depend on the tafel."""


@dataclass(frozen=True)
class Lijst:
    """One list of settings: what it is called, how it looks, and its forms."""

    pad: str
    parameter: str
    titel: str
    enkel: str
    uitleg: str
    instelling: Instelling
    kolommen: tuple[Kolom, ...]
    nieuw: type[f.LijstFormulier]
    wijzig: type[f.LijstFormulier]
    kies: Callable[[Any, Overlegtafel], None] = _geen_keuzes
    weg: str = "Uit gebruik nemen"
    gebruikt: Callable[[Any], bool] = lambda rij: bool(getattr(rij, "actief", True))
    laad: tuple[Any, ...] = ()
    op_volgorde: bool = False
    waarschuwing: str = ""

    def rijen(self, tafel: Overlegtafel) -> Sequence[Any]:
        """Return the rows: those in use first, each group in its own order."""
        rijen = opvragen.lijst(sessie(), tafel, self.instelling.model, *self.laad)
        return sorted(rijen, key=lambda rij: not self.gebruikt(rij))

    @property
    def met_stand(self) -> bool:
        """Whether a row can be out of use and still be listed."""
        return self.instelling.einde is not Einde.VERWIJDEREN

    @property
    def kan_terug(self) -> bool:
        """Whether a row that is out of use can come back."""
        return self.instelling.einde is Einde.UITZETTEN and self.pad != "leden"


def _kies_organisatie(form: f.NieuwePartnerFormulier, _tafel: Overlegtafel) -> None:
    form.organisatie_id.zet_keuzes([(o.id, o.naam) for o in opvragen.organisaties(sessie(), actief=True)])


def _kies_persoon(form: f.NieuwLidFormulier, _tafel: Overlegtafel) -> None:
    form.gebruiker_id.zet_keuzes(
        [(g.id, f"{g.naam} ({g.organisatie.naam})") for g in opvragen.kandidaten(sessie())]
    )
    if not form.is_submitted() and form.vanaf.data is None:
        form.vanaf.data = vandaag()


def _kies_onderdeel(form: f.ThemaFormulier, tafel: Overlegtafel) -> None:
    bekend = opvragen.onderdelen(sessie(), tafel)
    gekozen = form.onderdeel_sleutel.data
    if isinstance(gekozen, str) and gekozen and gekozen not in dict(bekend):
        bekend = [*bekend, (gekozen, f"{gekozen} (staat niet meer in de criteria)")]
    form.onderdeel_sleutel.zet_keuzes(bekend)


def _soort(waarde: Any) -> str:  # noqa: ANN401 any of the words in models.waarden
    return str(waarde.tekst) if waarde else IEDEREEN


def _gecontroleerd(rij: Dienstnummer) -> str:
    if rij.gecontroleerd_op is None:
        return "Nog nooit"
    oud = rij.gecontroleerd_op < vandaag() - opvragen.CONTROLE_NA
    return datum(rij.gecontroleerd_op) + (" – bel opnieuw" if oud else "")


def _bereikbaar(rij: Dienstnummer) -> str:
    return rij.uren + (f". Neemt niemand op: {rij.terugval}." if rij.terugval else "")


def _jurist(rij: Grondslag) -> str:
    return f"Ja: {rij.jurist_punt}" if rij.jurist_nodig else "Nee"


def _loopt(rij: Lidmaatschap) -> bool:
    return rij.tot is None or rij.tot >= vandaag()


def _wanneer(rij: Lidmaatschap) -> str:
    vanaf = f"Vanaf {datum(rij.vanaf)}"
    return f"{vanaf} tot en met {datum(rij.tot)}" if rij.tot else f"{vanaf}, zonder einddatum"


PARTNERS = Lijst(
    "partners",
    "partner",
    "Partners",
    "partner",
    "Welke organisaties aan deze tafel zitten. Een vaste partner ziet elke toegelaten casus, een partner op "
    "verzoek alleen de casussen waarvoor de voorzitter dat besloot.",
    PARTNERLIJST,
    (("Organisatie", lambda r: r.organisatie.naam), ("Neemt deel", lambda r: r.vorm.tekst)),
    f.NieuwePartnerFormulier,
    f.WijzigPartnerFormulier,
    kies=lambda form, tafel: _kies_organisatie(form, tafel) if hasattr(form, "organisatie_id") else None,
    laad=(joinedload(Tafelpartner.organisatie),),
    waarschuwing="Vanaf nu ziet deze organisatie geen casussen van deze tafel meer. "
    "Wie er namens haar is uitgenodigd, krijgt een afzegging.",
)
LEDEN = Lijst(
    "leden",
    "lidmaatschap",
    "Leden",
    "lid",
    "Wie aan deze tafel zit, met welke rol, en van wanneer tot wanneer.",
    Instelling("leden", Lidmaatschap, Einde.UITZETTEN),
    (
        ("Naam", lambda r: r.gebruiker.naam),
        ("Organisatie", lambda r: r.gebruiker.organisatie.naam),
        ("Rol", lambda r: r.rol.tekst + (f" ({r.functie})" if r.functie else "")),
        ("Bezetting", lambda r: r.bezetting.tekst),
        ("Mandaat", lambda r: janee(r.mandaat)),
        ("Aan tafel", _wanneer),
    ),
    f.NieuwLidFormulier,
    f.WijzigLidFormulier,
    kies=lambda form, tafel: _kies_persoon(form, tafel) if hasattr(form, "gebruiker_id") else None,
    weg="Plaats aan tafel beëindigen",
    gebruikt=_loopt,
    laad=(joinedload(Lidmaatschap.gebruiker).joinedload(Gebruiker.organisatie),),
    waarschuwing="Deze persoon kan dan meteen niets meer zien of doen in deze rol.",
)
PIKET = Lijst(
    "piketlijst",
    "dienstnummer",
    "Piketlijst",
    "nummer",
    "De nummers die wie een casus aanmeldt te zien krijgt bij acuut gevaar. Bel elk nummer minstens eens per "
    "drie maanden, en zet hier dat het klopt.",
    Instelling("de piketlijst", Dienstnummer, Einde.VERWIJDEREN),
    (
        ("Van wie", lambda r: r.soort.tekst),
        ("Naam", lambda r: r.naam),
        ("Nummer", lambda r: r.nummer),
        ("Bereikbaar", _bereikbaar),
        ("Klopte op", _gecontroleerd),
    ),
    f.DienstnummerFormulier,
    f.DienstnummerFormulier,
    weg="Nummer verwijderen",
    waarschuwing="Het nummer verdwijnt meteen van de spoedpagina.",
)
THEMAS = Lijst(
    "themas",
    "thema",
    "Thema's",
    "thema",
    "De thema's waaruit iemand kiest bij een aanmelding.",
    Instelling("de thema's", Thema, Einde.UITZETTEN, "naam"),
    (
        ("Thema", lambda r: r.naam),
        ("Vult in bij de criteria", lambda r: r.onderdeel_sleutel.replace("_", " ").capitalize() or "Niets"),
    ),
    f.ThemaFormulier,
    f.ThemaFormulier,
    kies=_kies_onderdeel,
    op_volgorde=True,
    waarschuwing="Het thema blijft staan bij casussen die het al hebben.",
)
ANDERE_TAFELS = Lijst(
    "andere-tafels",
    "anderetafel",
    "Andere tafels",
    "andere tafel",
    "Waar een casus heen kan bij opschalen of overdragen, en wat er geldt als een gezin daar al bekend is.",
    Instelling("de andere tafels", AndereTafel, Einde.UITZETTEN, "naam"),
    (
        ("Tafel", lambda r: r.naam),
        ("Contact", lambda r: r.contact),
        ("Is een gezin daar bekend", lambda r: r.bekend_regel.tekst),
    ),
    f.AndereTafelFormulier,
    f.AndereTafelFormulier,
    op_volgorde=True,
    waarschuwing="De tafel blijft staan bij casussen waar zij al genoemd is.",
)
GRONDSLAGEN = Lijst(
    "grondslagen",
    "grondslag",
    "Grondslagen",
    "grondslag",
    "Wie wat met wie mag delen, en op welke grond. Wijzigt u een grondslag, dan vervalt de oude en komt er "
    "een nieuwe: wat al gedeeld is, houdt de woorden waaronder dat gebeurde.",
    Instelling("de grondslagen", Grondslag, Einde.VERVALT),
    (
        ("Wie deelt", lambda r: _soort(r.gever)),
        ("Met wie", lambda r: _soort(r.ontvanger)),
        ("Grondslag", lambda r: r.grond),
        ("Voorwaarde", lambda r: r.voorwaarde + (" Alleen bij acuut gevaar." if r.alleen_acuut else "")),
        ("Jurist nodig", _jurist),
    ),
    f.GrondslagFormulier,
    f.GrondslagFormulier,
    weg="Laten vervallen",
    gebruikt=lambda rij: rij.vervallen_op is None,
    waarschuwing="Niemand kan hier daarna nog op delen.",
)
BEWAARTERMIJNEN = Lijst(
    "bewaartermijnen",
    "bewaartermijn",
    "Bewaartermijnen",
    "bewaartermijn",
    "Hoe lang gegevens blijven, vanaf wanneer dat telt en waar het op steunt. Na de termijn komt een casus "
    "op de lijst ‘Bewaren’. Vernietigen gebeurt pas als twee mensen dat goedvinden. Zonder termijn komt er "
    "niets op die lijst. Van het logboek wordt nu nooit iets vernietigd.",
    Instelling(
        "de bewaartermijnen",
        Bewaartermijn,
        Einde.VERVALT,
        "soort",
        "Voor deze soort gegevens geldt al een termijn. Wijzig die.",
    ),
    (
        ("Gegevens", lambda r: r.soort.tekst),
        ("Bewaren", lambda r: f"{r.maanden} maanden"),
        ("Telt vanaf", lambda r: r.begin.tekst),
        ("Bron", lambda r: r.bron),
        ("Geldt sinds", lambda r: datum(r.gemaakt_op)),
    ),
    f.BewaartermijnFormulier,
    f.BewaartermijnFormulier,
    weg="Laten vervallen",
    gebruikt=lambda rij: rij.vervallen_op is None,
    waarschuwing="Deze gegevens komen daarna niet meer op de lijst om te vernietigen.",
)
PATRONEN = Lijst(
    "vraagpatronen",
    "patroon",
    "Vraagpatronen",
    "patroon",
    "Woorden waaraan het systeem een vraag om informatie herkent. De inbrenger krijgt dan een waarschuwing; "
    "het houdt nooit iets tegen.",
    Instelling("de vraagpatronen", Vraagpatroon, Einde.VERWIJDEREN, "patroon"),
    (("Woorden", lambda r: r.patroon), ("Wat de inbrenger leest", lambda r: r.uitleg)),
    f.VraagpatroonFormulier,
    f.VraagpatroonFormulier,
    weg="Verwijderen",
)
INTERVENTIES = Lijst(
    "interventies",
    "interventie",
    "Interventies",
    "interventie",
    "Wat organisaties meestal doen: suggesties bij het maken van een afspraak. Vrije tekst kan altijd ook.",
    Instelling("de interventies", Interventie, Einde.UITZETTEN),
    (
        ("Wie", lambda r: r.organisatie_soort.tekst),
        ("Wat", lambda r: r.tekst),
        ("Soort", lambda r: r.soort.tekst),
        ("Domein", lambda r: r.domein.tekst),
    ),
    f.InterventieFormulier,
    f.InterventieFormulier,
)
LIJSTEN = (
    PARTNERS,
    LEDEN,
    PIKET,
    THEMAS,
    ANDERE_TAFELS,
    GRONDSLAGEN,
    BEWAARTERMIJNEN,
    PATRONEN,
    INTERVENTIES,
)
