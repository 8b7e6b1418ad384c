"""When a dossier is due, and whether it may be destroyed (veiligheid.md, "Retention and destruction")."""

from dataclasses import dataclass
from datetime import date

from models.waarden import CasusStatus
from models.waarden_bewaren import BewaarBegin, BewaarSoort, VernietigGrond
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.instroom.regels.casusgang import Stap, stappen_vanuit
from overleg.persoonsverzoeken.regels.termijn import maanden_later

NIET_TOEGELATEN = frozenset({CasusStatus.TERUGGESTUURD, CasusStatus.AFGEWEZEN, CasusStatus.DOORVERWEZEN})
WEG_TE_DOEN = tuple(status for status in CasusStatus if Stap.VERNIETIGEN in stappen_vanuit(status))
"""The statuses from which the route of a casus leads to its end."""


@dataclass(frozen=True)
class Termijn:
    """How long one kind of data is kept, from when, and on what that rests."""

    maanden: int
    begin: BewaarBegin
    bron: str


@dataclass(frozen=True)
class Vernietigfeiten:
    """A casus as the rules on destroying see it."""

    status: CasusStatus
    vertrek: date | None
    """When it was closed, or when it was decided not to admit it."""
    gewijzigd: date
    termijn: Termijn | None
    verzoek_toegewezen: bool
    """A betrokkene asked for destruction, that was granted, and it was not done yet."""
    opgeschort: bool
    open_verzoeken: int
    """Requests of persons that are not answered, or not carried out; that for destruction itself apart."""
    beperking: bool
    """Somebody asked to keep the data and not to use it (AVG art. 18)."""
    onvastgesteld: tuple[date, ...] = ()
    """Meetings about it whose record is not adopted yet."""


def soort_van(status: CasusStatus) -> BewaarSoort:
    """Return which kind of data a casus is."""
    return BewaarSoort.NIET_TOEGELATEN if status in NIET_TOEGELATEN else BewaarSoort.CASUS


def voorbij_op(feiten: Vernietigfeiten) -> date | None:
    """Return the day on which the term is over; None while it did not begin, or without a term."""
    if feiten.termijn is None or feiten.status not in WEG_TE_DOEN:
        return None
    begin = feiten.gewijzigd if feiten.termijn.begin is BewaarBegin.WIJZIGING else feiten.vertrek
    return maanden_later(begin, feiten.termijn.maanden) if begin else None


def grond_voor(feiten: Vernietigfeiten, dag: date) -> VernietigGrond | None:
    """Return why it may be destroyed on `dag`; None while there is no reason."""
    if feiten.verzoek_toegewezen:
        return VernietigGrond.VERZOEK
    einde = voorbij_op(feiten)
    return VernietigGrond.TERMIJN if einde is not None and einde <= dag else None


def in_woorden(feiten: Vernietigfeiten, grond: VernietigGrond) -> str:
    """Return the ground as the second person and the certificate read it: no content of the casus."""
    if grond is VernietigGrond.VERZOEK or feiten.termijn is None:
        return f"{VernietigGrond.VERZOEK.tekst}."
    termijn = feiten.termijn
    return (
        f"De bewaartermijn van {termijn.maanden} maanden is voorbij sinds {_dag(voorbij_op(feiten))}. "
        f"Begin: {termijn.begin.tekst.lower()}. Bron: {termijn.bron}."
    )


def in_het_kort(feiten: Vernietigfeiten, grond: VernietigGrond) -> str:
    """Return the ground for a list of many."""
    if grond is VernietigGrond.VERZOEK or feiten.termijn is None:
        return f"{VernietigGrond.VERZOEK.tekst}."
    return f"Bewaartermijn ({feiten.termijn.maanden} maanden) voorbij sinds {_dag(voorbij_op(feiten))}."


def mag_vernietigd(feiten: Vernietigfeiten, dag: date) -> Oordeel:
    """Whether the dossier may be destroyed on `dag`: asked when it is proposed, and again when approved."""
    if feiten.status is CasusStatus.VERNIETIGD:
        return nee("Deze casus is al vernietigd.")
    oordeel = JA
    if feiten.status not in WEG_TE_DOEN:
        oordeel &= nee("Deze casus loopt nog. Sluit de casus eerst, of wijs de aanmelding af.")
    if feiten.opgeschort:
        oordeel &= nee("De vernietiging is opgeschort. Hef die opschorting eerst op, als dat kan.")
    if feiten.open_verzoeken:
        oordeel &= nee("Een verzoek van een betrokkene is nog niet afgerond. Rond dat eerst af.")
    if feiten.beperking:
        oordeel &= nee(
            "Een betrokkene vroeg om de gegevens te bewaren maar niet te gebruiken. "
            "Hef die beperking eerst op, in overleg met deze persoon."
        )
    for overleg in feiten.onvastgesteld:
        oordeel &= nee(f"Het verslag van {_dag(overleg)} is nog niet vastgesteld. Stel het eerst vast.")
    if grond_voor(feiten, dag) is None and feiten.status in WEG_TE_DOEN:
        oordeel &= nee(_te_vroeg(feiten))
    return oordeel


def _te_vroeg(feiten: Vernietigfeiten) -> str:
    einde = voorbij_op(feiten)
    if einde is None:
        return "Voor deze gegevens geldt geen bewaartermijn. Vraag de beheerder er een in te vullen."
    return f"De bewaartermijn loopt nog tot {_dag(einde)}."


def _dag(dag: date | None) -> str:
    return dag.strftime("%d-%m-%Y") if dag else ""


def mag_opgeschort(status: CasusStatus, *, al: bool) -> Oordeel:
    """Whether destruction of a casus can be held up."""
    if status is CasusStatus.VERNIETIGD:
        return nee("Deze casus is al vernietigd.", "kenmerk")
    if al:
        return nee("De vernietiging van deze casus is al opgeschort.", "kenmerk")
    return JA
