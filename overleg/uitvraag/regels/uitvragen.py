"""Rules of the uitvraag: whom to ask and why, on which ground, and who may read an answer (domein.md §4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import assert_never
from uuid import UUID

from models.waarden import BetrokkeneRol, CasusStatus, OMUitkomst, OrganisatieSoort
from overleg.basis.oordeel import JA, Oordeel, nee, samen
from overleg.instroom.regels.aanmelding import ZET_OP_PLEK
from overleg.instroom.regels.formulier import niet_geplaatst
from overleg.uitvraag.regels.namen import AndereNaam
from overleg.uitvraag.regels.vastleggen import Gegeven

VERTROUWENSARTS = "vertrouwensarts"
VOLWASSEN = 18

# --- whom to ask ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Persoon:
    """What counts of a directbetrokkene when choosing partners."""

    rol: BetrokkeneRol
    leeftijd: int | None


@dataclass(frozen=True)
class Partner:
    """An organisatie that can be asked."""

    id: UUID
    naam: str
    soort: OrganisatieSoort
    vast: bool = False
    op_verzoek: bool = False


@dataclass(frozen=True)
class Suggestie:
    """A partner (or a function within it), and why to ask it; no reasons: not suggested."""

    partner: Partner
    functie: str = ""
    redenen: tuple[str, ...] = ()


def leeftijd_op(dag: date, geboortedatum: date | None, geboortejaar: int | None) -> int | None:
    """Return the age on `dag`; with only a year the youngest age it can be, so that nobody is missed."""
    if geboortedatum:
        verjaard = (dag.month, dag.day) >= (geboortedatum.month, geboortedatum.day)
        return dag.year - geboortedatum.year - (0 if verjaard else 1)
    return dag.year - geboortejaar - 1 if geboortejaar else None


def redenen_voor_rvdk(personen: Iterable[Persoon]) -> tuple[str, ...]:
    """Why the RvdK is asked: a child is involved, or a suspect is a minor (domein.md §2)."""
    rijen = list(personen)
    minderjarig = [p for p in rijen if p.leeftijd is not None and p.leeftijd < VOLWASSEN]
    redenen = []
    if any(p.rol is BetrokkeneRol.KIND for p in rijen) or any(
        p.rol is not BetrokkeneRol.PLEGER for p in minderjarig
    ):
        redenen.append("Er is een kind bij betrokken.")
    if any(p.rol is BetrokkeneRol.PLEGER for p in minderjarig):
        redenen.append("De (vermoedelijke) pleger is minderjarig.")
    return tuple(redenen)


def stel_voor(
    partners: Iterable[Partner], personen: Sequence[Persoon], *, letsel: bool | None
) -> list[Suggestie]:
    """Return whom can be asked, each with the reasons to do so (domein.md §2 and §4)."""
    rvdk = redenen_voor_rvdk(personen)
    keuzes = []
    for partner in partners:
        redenen: tuple[str, ...] = ("Vaste partner van deze overlegtafel.",) if partner.vast else ()
        if partner.soort is OrganisatieSoort.RVDK:
            redenen += rvdk
        keuzes.append(Suggestie(partner, redenen=redenen))
        if partner.soort is OrganisatieSoort.VEILIG_THUIS and (partner.vast or partner.op_verzoek):
            arts = ("Er is (mogelijk) letsel.",) if letsel else ()
            keuzes.append(Suggestie(partner, VERTROUWENSARTS, arts))
    return keuzes


def vraagt_reden(partner: Partner, functie: str) -> bool:
    """Whether asking needs a written reason: of who is no fixed part of the tafel (domein.md §2 and §4)."""
    return bool(functie) or not partner.vast


# --- grounds ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Grond:
    """A row of the grounds table that holds now; no kind means "anyone"."""

    id: UUID
    gever: OrganisatieSoort | None
    ontvanger: OrganisatieSoort | None
    doel: str
    grond: str
    voorwaarde: str
    alleen_acuut: bool = False
    jurist_punt: str = ""


def passende_gronden(
    gronden: Iterable[Grond], gever: OrganisatieSoort, ontvanger: OrganisatieSoort, *, acuut: bool
) -> list[Grond]:
    """Return the grounds on which `gever` may share with `ontvanger`, the most specific one first.

    A ground for acute danger is offered only in an acute casus, and never before an ordinary one.
    """
    passend = [
        g
        for g in gronden
        if g.gever in {None, gever} and g.ontvanger in {None, ontvanger} and (acuut or not g.alleen_acuut)
    ]
    return sorted(passend, key=lambda g: (g.alleen_acuut, (g.gever is None) + (g.ontvanger is None)))


def grond_ontbreekt(gever: str, ontvanger: str) -> str:
    """Say that nothing may be shared, and who can change that."""
    return (
        f"Er is geen grondslag voor {gever} aan {ontvanger}. Er wordt niets gedeeld. "
        "Vraag de beheerder van deze tafel om te beslissen over een grondslag."
    )


# --- what may be done -------------------------------------------------------------------------


def mag_uitvragen(status: CasusStatus) -> Oordeel:
    """Whether partners may be asked, and answer, in this state of the casus."""
    match status:
        case (
            CasusStatus.TOEGELATEN
            | CasusStatus.GEAGENDEERD
            | CasusStatus.BESPROKEN
            | CasusStatus.IN_MONITORING
        ):
            return JA
        case CasusStatus.CONCEPT | CasusStatus.AANGEMELD | CasusStatus.TERUGGESTUURD:
            return nee("De casus is nog niet toegelaten. Beslis eerst in de triage over de aanmelding.")
        case CasusStatus.DOORVERWEZEN | CasusStatus.AFGEWEZEN:
            return nee("De casus is niet toegelaten tot dit overleg. Er kan niets meer worden gevraagd.")
        case CasusStatus.GESLOTEN | CasusStatus.VERNIETIGD:
            return nee("De casus is gesloten. Meld de casus opnieuw aan als er weer iets speelt.")
        case _:
            assert_never(status)


def mag_gewijzigd(status: CasusStatus, *, ingediend: bool) -> Oordeel:
    """Whether its giver may change a bijdrage: a concept always, a handed-in one until the discussion."""
    open_ = mag_uitvragen(status)
    if not open_ or not ingediend or status in {CasusStatus.TOEGELATEN, CasusStatus.GEAGENDEERD}:
        return open_
    return nee("Deze casus is al besproken. Wijzigen kan niet meer; voeg een aanvulling toe.")


@dataclass(frozen=True)
class Vraag:
    """One request the voorzitter wants to make."""

    partner_id: UUID
    functie: str
    reden: str


@dataclass(frozen=True)
class Uitvraag:
    """What is asked, of whom, and until when; about which persons, with which other names."""

    vragen: tuple[Vraag, ...]
    vraag: str
    uiterlijk: date
    andere_namen: tuple[AndereNaam, ...] = ()
    personen: tuple[UUID, ...] = ()
    """The directbetrokkenen that the partners get to see; nobody else goes along."""


def mag_gaan_over(personen: Sequence[UUID], waar: str) -> Oordeel:
    """Whether a question names somebody; a partner that reads about nobody cannot answer."""
    return JA if personen else nee("Kies over wie u vraagt: zet bij minstens één persoon een vinkje.", waar)


@dataclass(frozen=True)
class Bijdrage:
    """What a partner answers or adds. `delen` holds pairs (organisatie, ground)."""

    bekend: bool | None
    feiten: str = ""
    oordeel: str = ""
    achtergehouden: bool = False
    achtergehouden_reden: str = ""
    doel: str = ""
    noodzakelijk: bool = False
    delen: tuple[tuple[UUID, UUID], ...] = ()
    wachten: tuple[UUID, ...] = ()
    """Organisaties that get it as soon as there is a ground."""
    artikel_9: bool = False
    indienen: bool = True
    versie: int | None = None
    """The version it was based on; None for a new one."""
    gegeven: Gegeven | None = None
    """Who gave it, when another records it; None when the organisatie puts it in itself."""


def mag_ingediend(invoer: Bijdrage) -> Oordeel:
    """Whether a bijdrage is complete: facts, purpose, necessity, and someone who may read it."""
    if niet_geplaatst(invoer.feiten):
        return nee(ZET_OP_PLEK, "feiten")
    return _is_volledig(invoer)


def _is_volledig(invoer: Bijdrage) -> Oordeel:
    achter = (
        nee("Schrijf op waarom u iets achterhoudt.", "achtergehouden_reden")
        if invoer.achtergehouden and not invoer.achtergehouden_reden
        else JA
    )
    inhoud = _met_inhoud(invoer) if invoer.feiten or invoer.oordeel else JA
    if invoer.bekend is None:
        return samen([nee("Kies of het gezin bekend is bij uw organisatie.", "bekend"), achter, inhoud])
    if not invoer.bekend:
        leeg = (
            nee("U koos “niet bekend”, maar vulde wel iets in. Kies “Ja” of maak de tekst leeg.", "bekend")
            if invoer.feiten or invoer.oordeel
            else JA
        )
        return achter & leeg
    if not (invoer.feiten or invoer.oordeel):
        return achter & _alleen_achtergehouden(invoer)
    return samen([achter, inhoud])


def _alleen_achtergehouden(invoer: Bijdrage) -> Oordeel:
    """Known, and nothing shared: only with the reason for holding it back."""
    if invoer.achtergehouden and not invoer.artikel_9:
        return JA
    return nee("Schrijf op wat u weet, of leg vast dat u iets achterhoudt en waarom.", "feiten")


def _met_inhoud(invoer: Bijdrage) -> Oordeel:
    return samen(
        [
            JA if invoer.doel else nee("Schrijf op met welk doel u dit deelt.", "doel"),
            JA
            if invoer.noodzakelijk
            else nee("Bevestig dat u heeft afgewogen dat delen noodzakelijk is.", "noodzakelijk"),
            JA
            if invoer.delen or invoer.wachten or invoer.achtergehouden
            else nee(
                "U deelt dit met niemand. Kies minstens één ontvanger, "
                "of leg vast dat u iets achterhoudt en waarom.",
                "achtergehouden",
            ),
        ]
    )


# --- who may read ------------------------------------------------------------------------------


def lezers(
    gever: UUID,
    ontvangers: Iterable[tuple[UUID, OrganisatieSoort]],
    *,
    ingediend: bool,
    artikel_9: bool,
    om_uitkomst: OMUitkomst | None,
) -> frozenset[UUID]:
    """Return the organisaties that may read a bijdrage.

    The giver always; whom it was shared with once it is handed in; Wpg art. 9 data the OM only, until
    the OM agreed and that is on record (domein.md §4).
    """
    if not ingediend:
        return frozenset({gever})
    vrij = not artikel_9 or om_uitkomst is OMUitkomst.AKKOORD
    return frozenset({gever, *(wie for wie, soort in ontvangers if vrij or soort is OrganisatieSoort.OM)})


TERMIJN = timedelta(days=3)
"""How long partners get to answer when no overleg is planned."""
VRIJDAG = 4


def uiterste_dag(vandaag: date, overleg: date | None) -> date:
    """Return the day to propose for answers: the last weekday before the overleg, never in the past."""
    if overleg is None:
        return vandaag + TERMIJN
    dag = overleg - timedelta(days=1)
    dag -= timedelta(days=max(0, dag.weekday() - VRIJDAG))
    return max(vandaag, dag)


def is_te_laat(uiterlijk: date, *, beantwoord: bool, vandaag: date) -> bool:
    """Whether an answer is late."""
    return not beantwoord and uiterlijk < vandaag


# --- who joins, and contact with the OM --------------------------------------------------------


@dataclass(frozen=True)
class Aansluitbesluit:
    """The voorzitter has an organisatie join, and why."""

    organisatie_id: UUID
    als_gast: bool
    reden: str


def mag_aansluiten(
    partner: Partner | None, *, als_gast: bool, sluit_al_aan: bool, status: CasusStatus
) -> Oordeel:
    """Whether an organisatie can be made to join: fixed partners always do, others as partner or guest."""
    if partner is None:
        return nee("Kies een organisatie uit de lijst.", "organisatie")
    if partner.vast:
        return nee(f"{partner.naam} is vaste partner en sluit altijd aan.", "organisatie")
    if sluit_al_aan:
        return nee(
            f"{partner.naam} sluit al aan. Beëindig dat eerst als u iets wilt wijzigen.", "organisatie"
        )
    if not als_gast and not partner.op_verzoek:
        return nee(
            f"{partner.naam} is geen partner van deze tafel. Kies “Als gast”, of vraag de beheerder om "
            "de organisatie partner te maken.",
            "vorm",
        )
    return mag_uitvragen(status)


@dataclass(frozen=True)
class OMContact:
    """The contact with the OM on Wpg art. 9 data: with whom, when, outcome."""

    met: str
    dag: date
    uur: time
    uitkomst: OMUitkomst
