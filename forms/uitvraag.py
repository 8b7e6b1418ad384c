"""Forms of the uitvraag: asking partners, answering, contact with the OM, who joins."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from wtforms import Field

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import (
    DatumVeld,
    JaNeeVeld,
    KeuzeVeld,
    LangTekstVeld,
    TekstVeld,
    TijdVeld,
    VerborgenVeld,
    VinkVeld,
)
from models.waarden import OMUitkomst
from overleg.basis.fouten import Botsing
from overleg.instroom.regels.formulier import Rest, niet_geplaatst, zonder_rest
from overleg.uitvraag.regels import Aansluitbesluit, AndereNaam, Bijdrage, OMContact, Uitvraag, Vraag

NIET_DELEN = "niet"
VORMEN = (
    ("partner", "Als partner: ziet de casus"),
    ("gast", "Als gast: ziet alleen dit agendapunt, zolang het loopt"),
)


class VraagPartnersFormulier(Formulier):
    """Whom to ask what, and until when; the boxes for the partners are added by `vraag_formulier`."""

    sleutels: tuple[tuple[str, UUID, str], ...] = ()
    """Per partner that can be asked: the name of its fields, its id, the function within it."""
    namen: tuple[AndereNaam, ...] = ()
    """The other names that can go along, each with a box."""
    mensen: tuple[UUID, ...] = ()
    """The persons that can be asked about, each with a box."""
    uiterlijk = DatumVeld("Antwoord uiterlijk op", [Verplicht("Vul in wanneer het antwoord er moet zijn.")])
    vraag = LangTekstVeld(
        "Wat wilt u weten",
        [Verplicht("Schrijf kort op wat u wilt weten.")],
        limiet="toelichting",
        hoogte=3,
        description="De partner leest deze tekst. Schrijf niet meer op dan nodig is.",
    )
    andere = KeuzeVeld[UUID]("Andere organisatie", description="Van buiten de vaste kring van deze tafel.")
    andere_reden = TekstVeld("Waarom vraagt u deze organisatie")

    def als_invoer(self) -> Uitvraag:
        """Return what is asked, of whom."""
        vragen = [
            Vraag(partner_id, functie, self[f"reden_{naam}"].data)
            for naam, partner_id, functie in self.sleutels
            if self[f"vraag_{naam}"].data
        ]
        if self.andere.data:
            vragen.append(Vraag(self.andere.data, "", self.andere_reden.data or ""))
        return Uitvraag(
            tuple(vragen),
            self.vraag.data or "",
            self.uiterlijk.data or date.max,
            tuple(naam for naam in self.namen if self.naamveld(naam).data),
            tuple(wie for wie in self.mensen if self.persoonveld(wie).data),
        )

    def persoonveld(self, wie: UUID) -> Field:
        """Return the box of one person."""
        return self[f"persoon_{wie.hex}"]

    def naamveld(self, naam: AndereNaam) -> Field:
        """Return the box of one other name."""
        return self[f"naam_{naam.sleutel}"]

    def partnervelden(self, naam: str) -> tuple[Field, Field]:
        """Return the box and the reason of one partner."""
        return self[f"vraag_{naam}"], self[f"reden_{naam}"]


class VraagGrondFormulier(Formulier):
    """For which organisatie the beheerder is asked for a ground; the handeling says whether it may be."""

    organisatie = VerborgenVeld(UUID)


def sleutel_van(partner_id: UUID, functie: str) -> str:
    """Return the name under which the fields of a partner stand in the form."""
    return f"{partner_id.hex}{functie}"


def vraag_formulier(
    partners: Iterable[tuple[UUID, str, str, tuple[str, ...]]],
    anderen: Iterable[tuple[UUID, str]],
    mensen: Iterable[tuple[UUID, str, tuple[AndereNaam, ...]]] = (),
    **begin: Any,
) -> VraagPartnersFormulier:
    """Make the form.

    Takes partners (id, function, name, reasons), other organisaties, and persons to go along (id, name,
    other names).
    """
    rijen, personen = list(partners), list(mensen)
    mee = tuple(naam for _, _, namen in personen for naam in namen)
    velden: dict[str, Any] = {"sleutels": tuple((sleutel_van(i, f), i, f) for i, f, _, _ in rijen)}
    velden |= {"namen": mee, **{f"naam_{naam.sleutel}": VinkVeld(naam.naam, default=True) for naam in mee}}
    velden |= {"mensen": tuple(wie for wie, _, _ in personen)}
    velden |= {f"persoon_{wie.hex}": VinkVeld(naam, default=True) for wie, naam, _ in personen}
    for partner_id, functie, naam, redenen in rijen:
        sleutel = sleutel_van(partner_id, functie)
        velden[f"vraag_{sleutel}"] = VinkVeld(naam, default=bool(redenen))
        velden[f"reden_{sleutel}"] = TekstVeld(f"Reden om {naam} te vragen", default=" ".join(redenen))
    form: VraagPartnersFormulier = type("Eigen", (VraagPartnersFormulier,), velden)(data=begin)
    form.andere.zet_keuzes(list(anderen))
    return form


class DelenFormulier(Formulier):
    """With whom something is shared; one choice per receiver, added by `delen_velden`."""

    ontvangers: tuple[UUID, ...] = ()

    @property
    def deelvelden(self) -> list[KeuzeVeld[str]]:
        """Return the choice of each receiver, in order."""
        return [veld for o in self.ontvangers if isinstance(veld := self[f"delen_{o.hex}"], KeuzeVeld)]

    def delen(self) -> tuple[tuple[UUID, UUID], ...]:
        """Return with whom it is shared, on which ground."""
        return tuple(
            (o, UUID(veld.data))
            for o, veld in zip(self.ontvangers, self.deelvelden, strict=True)
            if veld.data and veld.data != NIET_DELEN
        )


def delen_velden(
    ontvangers: Iterable[tuple[UUID, str, list[tuple[UUID, str]], UUID | None]],
) -> dict[str, Any]:
    """Return the fields for receivers: (id, name, grounds, the ground chosen now)."""
    velden: dict[str, Any] = {}
    sleutels = []
    for organisatie_id, naam, gronden, gekozen in ontvangers:
        sleutels.append(organisatie_id)
        keuzes = [(str(grond_id), f"Delen: {tekst}") for grond_id, tekst in gronden]
        velden[f"delen_{organisatie_id.hex}"] = KeuzeVeld[str](
            f"Delen met {naam}",
            [Verplicht(f"Kies of u dit deelt met {naam}.")],
            keuzes=[*keuzes, (NIET_DELEN, "Niet delen")],
            vorm="radio",
            default=str(gekozen) if gekozen else NIET_DELEN,
        )
    return {"ontvangers": tuple(sleutels), **velden}


def wachtvelden(ontvangers: Iterable[tuple[UUID, str, bool]]) -> dict[str, Any]:
    """Return the boxes for receivers without a ground: (id, name, whether it is chosen now)."""
    rijen = list(ontvangers)
    velden: dict[str, Any] = {
        f"wacht_{sleutel.hex}": VinkVeld(f"Deel dit met {naam} zodra er een grondslag is", default=gekozen)
        for sleutel, naam, gekozen in rijen
    }
    return {"zonder_grond": tuple(sleutel for sleutel, _, _ in rijen), **velden}


class GeefBijdrageFormulier(DelenFormulier):
    """What an organisatie knows: facts apart from its opinion, with purpose, grounds and the weighing."""

    zonder_grond: tuple[UUID, ...] = ()
    artikel_9 = False
    botsing: Botsing | None = None
    """Set when someone changed the same bijdrage meanwhile: both texts are shown."""
    gelezen: tuple[str, ...] = ()
    """Set when the fields come from a form on paper: what there is to know. Nothing is saved yet."""
    namens = False
    """Whether it is what another recorded: with fields for who gave it, and no concept."""
    kop_weten, kop_delen = "Wat u weet", "Met wie u dit deelt"
    uitleg_weten = "Bij “Nee” laat u dit leeg: iedereen die meedoet ziet dan “niet bekend”."
    uitleg_delen = (
        "De grondslag komt uit de tabel van deze overlegtafel. Kies per ontvanger. Doet er later nog een "
        "organisatie mee, dan kiest u daar opnieuw voor."
    )
    versie = VerborgenVeld(int)
    bekend = JaNeeVeld("Is het gezin bekend bij uw organisatie?")
    feiten = LangTekstVeld(
        "Feiten", description="Wat u weet en kunt onderbouwen. Alleen wat nodig is voor dit doel.", hoogte=7
    )
    oordeel = LangTekstVeld(
        "Eigen professioneel oordeel", description="Wat u daarvan vindt, los van de feiten.", hoogte=4
    )
    achtergehouden = VinkVeld("Wij houden iets achter")
    achtergehouden_reden = LangTekstVeld(
        "Waarom u iets achterhoudt",
        limiet="toelichting",
        hoogte=2,
        description="Schrijf alleen de reden op, niet wat u achterhoudt.",
    )
    doel = TekstVeld("Doel van het delen", limiet="adres")
    noodzakelijk = VinkVeld("Ik heb afgewogen dat delen noodzakelijk is, en deel niet meer dan nodig")

    @property
    def niet_geplaatst(self) -> tuple[Rest, ...]:
        """Return what of a form on paper could not be put in its place; it stands behind the facts."""
        return niet_geplaatst(self.feiten.data or "")

    def haal_niet_geplaatst_weg(self) -> None:
        """Take that away: somebody put it in its place."""
        self.feiten.data = zonder_rest(self.feiten.data or "")

    def wachtveld(self, ontvanger: UUID) -> Field:
        """Return the box of a receiver without a ground."""
        return self[f"wacht_{ontvanger.hex}"]

    def als_invoer(self, *, indienen: bool) -> Bijdrage:
        """Return what the organisatie gives."""
        return Bijdrage(
            bekend=True if self.artikel_9 else self.bekend.data,
            feiten=self.feiten.data or "",
            oordeel=self.oordeel.data or "",
            achtergehouden=bool(self.achtergehouden.data),
            achtergehouden_reden=self.achtergehouden_reden.data or "",
            doel=self.doel.data or "",
            noodzakelijk=bool(self.noodzakelijk.data),
            delen=self.delen(),
            wachten=tuple(o for o in self.zonder_grond if self[f"wacht_{o.hex}"].data),
            artikel_9=self.artikel_9,
            indienen=indienen,
            versie=self.versie.data,
        )


class DeelVerderFormulier(DelenFormulier):
    """Share a handed-in bijdrage with who came in later."""

    noodzakelijk = VinkVeld("Ik heb afgewogen dat delen noodzakelijk is, en deel niet meer dan nodig")


class LegOMContactVastFormulier(Formulier):
    """Contact with the OM on Wpg art. 9 data."""

    bijdrage = KeuzeVeld[UUID]("Gegeven", [Verplicht("Kies om welk gegeven het gaat.")], vorm="radio")
    met = TekstVeld("Met wie van het OM", [Verplicht("Vul in met wie er contact was.")], limiet="naam")
    dag = DatumVeld("Datum van het contact", [Verplicht("Vul de datum van het contact in.")])
    uur = TijdVeld("Tijd van het contact", [Verplicht("Vul de tijd van het contact in.")])
    uitkomst = KeuzeVeld[OMUitkomst](
        "Uitkomst", [Verplicht("Kies de uitkomst.")], keuzes=OMUitkomst, vorm="radio"
    )

    @property
    def gekozen(self) -> UUID:
        """Return which gegeven it is about. Only after the form was found valid."""
        return _is(self.bijdrage.data)

    def als_invoer(self) -> OMContact:
        """Return the contact. Only after the form was found valid."""
        return OMContact(self.met.data or "", _is(self.dag.data), _is(self.uur.data), _is(self.uitkomst.data))


class BesluitAansluitingFormulier(Formulier):
    """Who joins besides the fixed partners."""

    organisatie = KeuzeVeld[UUID]("Organisatie", [Verplicht("Kies een organisatie.")])
    vorm = KeuzeVeld[str](
        "Hoe", [Verplicht("Kies hoe de organisatie aansluit.")], keuzes=VORMEN, vorm="radio"
    )
    reden = TekstVeld("Reden", [Verplicht("Schrijf op waarom deze organisatie aansluit.")], limiet="adres")

    def als_invoer(self) -> Aansluitbesluit:
        """Return the decision. Only after the form was found valid."""
        return Aansluitbesluit(_is(self.organisatie.data), self.vorm.data == "gast", self.reden.data or "")


T = TypeVar("T")


def _is(waarde: T | None) -> T:
    """Return a value that a check already required."""
    if waarde is None:
        raise ValueError("het formulier is niet gecontroleerd")
    return waarde
