"""Rules of the five closing questions, and of closing a bespreking (domein.md §5 and §6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from models.waarden import BesluitSoort, BesprekingStatus, MonitoringGrond, OpschalingKeuze
from overleg.basis.oordeel import JA, Oordeel, let_op, nee, samen
from overleg.bespreking.regels import akkoord
from overleg.bespreking.regels.akkoord import Openstaand


@dataclass(frozen=True)
class Persoon:
    """What is decided for one directbetrokkene."""

    naam: str
    plan_anker: str
    """The id of the line of this person in the plan."""
    informeringen: int = 0
    """Records of this bespreking, and open ones of earlier besprekingen."""
    zonder_toestemming: bool = False
    """Data were shared without consent: that person is always told so."""
    verteld: bool = False
    """There is a record that tells so (of any bespreking of this casus)."""
    in_plan: bool = False


@dataclass(frozen=True)
class Stand:
    """What is decided until now in one bespreking."""

    status: BesprekingStatus = BesprekingStatus.OPEN
    besluiten: frozenset[BesluitSoort] = frozenset()
    personen: tuple[Persoon, ...] = ()
    partijen_ja: bool | None = None
    partijen: int = 0
    monitoring_ja: bool | None = None
    opschaling: OpschalingKeuze | None = None
    afspraken: int = 0
    afspraken_zonder_persoon: tuple[int, ...] = ()
    lopen_af: tuple[tuple[str, date], ...] = ()
    """Maatregelen that end before the next overleg, each with its last day."""
    zonder_akkoord: tuple[Openstaand, ...] = ()


@dataclass(frozen=True)
class Vraag:
    """One closing question: answered, or what is still missing."""

    soort: BesluitSoort
    nummer: int
    oordeel: Oordeel

    @property
    def anker(self) -> str:
        """The id of the question on the page."""
        return anker_van(self.soort)

    @property
    def beantwoord(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.oordeel)


def anker_van(soort: BesluitSoort) -> str:
    """Return the id of a question on the page."""
    return f"vraag-{soort.value}"


def vijf_vragen(stand: Stand) -> tuple[Vraag, ...]:
    """Return the five questions in their order, each with what is missing."""
    return tuple(Vraag(soort, nummer, mist(soort, stand)) for nummer, soort in enumerate(BesluitSoort, 1))


def mist(soort: BesluitSoort, stand: Stand) -> Oordeel:
    """Return what is missing to the answer of one question. Every question has an opinion."""
    waar = anker_van(soort)
    match soort:
        case BesluitSoort.REGIE:
            return _genomen(soort, stand, "Spreek af wie de regie heeft, en wie vervangt.")
        case BesluitSoort.MONITORING:
            return _genomen(soort, stand, "Besluit of de casus wordt gemonitord, en op welke grond.") & (
                mag_samengaan(stand.monitoring_ja, stand.opschaling, waar)
            )
        case BesluitSoort.INFORMEREN:
            return _informeren(stand)
        case BesluitSoort.PARTIJEN:
            return _partijen(stand)
        case BesluitSoort.OPSCHALING:
            return _genomen(soort, stand, "Besluit of opschalen kan, en zo ja naar welke tafel.")
        case _:
            assert_never(soort)


def _genomen(soort: BesluitSoort, stand: Stand, zin: str) -> Oordeel:
    return JA if soort in stand.besluiten else nee(zin, anker_van(soort))


def _informeren(stand: Stand) -> Oordeel:
    if not stand.personen:
        return nee("Bij deze casus staat nog niemand. Voeg de directbetrokkenen toe.", "vraag-informeren")
    return samen(_geinformeerd(persoon) for persoon in stand.personen)


def _geinformeerd(persoon: Persoon) -> Oordeel:
    oordeel = JA
    if not persoon.informeringen:
        oordeel &= nee(f"Spreek af wat {persoon.naam} hoort, wanneer en van wie.", "vraag-informeren")
    if persoon.zonder_toestemming and not persoon.verteld:
        oordeel &= nee(
            f"Gegevens van {persoon.naam} zijn zonder toestemming gedeeld. "
            "Spreek af wie dat vertelt, en waarom het is gedaan.",
            "vraag-informeren",
        )
    return oordeel


def was_open_bij(dag: date, *, gemaakt: date, gedaan: date | None) -> bool:
    """Whether a duty to tell someone, of another bespreking, was open when this one was closed on `dag`.

    Then it answered the third question there, and goes on doing so once it is done: telling can be
    postponed, never dropped (domein.md §5). What was agreed later was not there to answer it.
    """
    return gemaakt <= dag and (gedaan is None or gedaan >= dag)


def _partijen(stand: Stand) -> Oordeel:
    if stand.partijen or stand.partijen_ja is False:
        return JA
    return nee("Noem de partijen die het moeten weten, of leg vast dat er geen zijn.", "vraag-partijen")


# --- single decisions ------------------------------------------------------------------------


def mag_besluiten(status: BesprekingStatus) -> Oordeel:
    """Whether decisions may be taken or changed: only while the bespreking is open."""
    match status:
        case BesprekingStatus.OPEN:
            return JA
        case BesprekingStatus.AFGEROND:
            return nee(
                "De bespreking is afgerond. De voorzitter kan haar heropenen tot het verslag is vastgesteld."
            )
        case BesprekingStatus.AANGEHOUDEN:
            return nee("De bespreking is aangehouden. Neem het besluit in het overleg waar zij verdergaat.")
        case _:
            assert_never(status)


def mag_samengaan(monitoring: bool | None, opschaling: OpschalingKeuze | None, waar: str = "") -> Oordeel:
    """A casus that is handed up is not monitored here (domein.md §6, c)."""
    if monitoring and opschaling is OpschalingKeuze.NU:
        return nee(
            "Een casus die u nu opschaalt, monitort dit overleg niet. "
            "Zet monitoring op ‘nee’, of kies bij opschaling een ander antwoord.",
            waar,
        )
    return JA


def mag_monitoren(
    ja: bool,
    grond: MonitoringGrond | None,
    datum: date | None,
    vroegst: date,
    opschaling: OpschalingKeuze | None,
) -> Oordeel:
    """Monitoring only on a ground, from `vroegst` on (today, or the overleg), and not when handed up."""
    if not ja:
        return JA
    oordeel = mag_samengaan(ja, opschaling, "ja")
    if grond is None:
        oordeel &= nee(
            "Monitoring kan alleen op een van de twee gronden. Kies er een, of kies ‘nee’.", "grond"
        )
    if datum is None or datum < vroegst:
        oordeel &= nee(
            "Kies de dag waarop de casus terugkomt: vandaag of later, en niet vóór het overleg.", "datum"
        )
    return oordeel


def mag_aanbieden(van: object, naar: object, al_aangeboden: bool) -> Oordeel:
    """A handover goes to someone else, and is offered once at a time."""
    if van == naar:
        return nee("Deze organisatie heeft het al. Kies een andere organisatie.", "organisatie")
    if al_aangeboden:
        return nee("Dit is al aangeboden. Wacht op het antwoord, of trek het aanbod in.", "afspraak")
    return JA


def mag_van_eigenaar(leidt: bool, eigen: bool) -> Oordeel:
    """Who hands over: the organisatie that has it, or who leads the meeting for it."""
    if leidt or eigen:
        return JA
    return nee(
        "Dit is van een andere organisatie. Vraag die, of de voorzitter, om het over te dragen.", "afspraak"
    )


# --- closing ---------------------------------------------------------------------------------


def mag_afgerond(stand: Stand) -> Oordeel:
    """Whether the bespreking may be closed; each reason names in `waar` the anchor where to mend it.

    All five questions answered, and a line in the plan for every person, every child included.
    No afspraken, an afspraak without a person, and a maatregel that ends before this casus can come back
    are only warned about.
    """
    oordeel = mag_besluiten(stand.status)
    oordeel &= samen(vraag.oordeel for vraag in vijf_vragen(stand))
    for persoon in stand.personen:
        if not persoon.in_plan:
            oordeel &= nee(
                f"Schrijf in het veiligheidsplan wat er voor {persoon.naam} gebeurt.",
                persoon.plan_anker,
            )
    oordeel &= akkoord.mag_afgerond(stand.zonder_akkoord)
    if not stand.afspraken:
        oordeel &= let_op("Er zijn geen afspraken gemaakt.", "afspraken")
    for wat, laatste_dag in stand.lopen_af:
        oordeel &= let_op(
            f"{wat} loopt af op {laatste_dag:%d-%m-%Y}, vóór het volgende overleg. "
            "Spreek af wat ervoor in de plaats komt, en wie dat regelt.",
            "maatregelen",
        )
    for nummer in stand.afspraken_zonder_persoon:
        oordeel &= let_op(f"Bij afspraak {nummer} staat nog geen persoon.", "afspraken")
    return oordeel


def mag_aangehouden(status: BesprekingStatus, reden: str) -> Oordeel:
    """Whether a bespreking may be held over: while it is open, with a reason."""
    return mag_besluiten(status) & (JA if reden else nee("Schrijf op waarom u de casus aanhoudt.", "reden"))


LATER_BESPROKEN = (
    "Deze casus is daarna opnieuw besproken; dat latere besluit geldt. Wijzig het daar, "
    "of stel dit verslag vast en leg een rectificatie vast."
)


def mag_heropend(
    status: BesprekingStatus, *, vastgesteld: bool, later_besproken: bool, reden: str
) -> Oordeel:
    """Whether a closed bespreking may be opened again, with a reason: until the verslag is adopted.

    Not once the casus was discussed again: closing the old one anew would put its regie and its day of
    monitoring in the place of what was decided later.
    """
    if status is not BesprekingStatus.AFGEROND:
        return nee("Alleen een afgeronde bespreking kunt u heropenen.")
    if vastgesteld:
        return nee(
            "Het verslag is vastgesteld. Zet de casus op een nieuwe agenda, of rectificeer het verslag."
        )
    if later_besproken:
        return nee(LATER_BESPROKEN)
    return JA if reden else nee("Schrijf op waarom u de bespreking heropent.", "reden")


@dataclass(frozen=True)
class Onbesproken:
    """An item with a casus that was not discussed to the end; `waar` is its place on the page."""

    kenmerk: str
    waar: str
    begonnen: bool = True
    """Whether its bespreking began: then it is closed or held over; else it can also move on."""


def mag_overleg_afgerond(onbesproken: Iterable[Onbesproken]) -> Oordeel:
    """Whether the overleg may end: every casus was closed, held over or moved on (domein.md §5)."""
    return samen(nee(f"{punt.kenmerk} {_wat_nu(punt)}", punt.waar) for punt in onbesproken)


def _wat_nu(punt: Onbesproken) -> str:
    if punt.begonnen:
        return "is niet afgerond. Rond de bespreking af of houd de casus aan."
    return "is niet besproken. Bespreek de casus, of schuif hem door naar het volgende overleg."
