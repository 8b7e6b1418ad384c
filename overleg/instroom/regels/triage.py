"""What the voorzitter may decide about an aanmelding, and what is missing in it (domein.md §3)."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.waarden import BetrokkeneRol, CasusStatus, Gelijkenis, MeldingStatus, PersoonOordeel
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.instroom.regels.aanmelding import MeldingFeit, melding_te_laat
from overleg.instroom.regels.casusgang import Stap, mag_stap

ZONDER_REDEN = "Schrijf waarom de casus toch wordt toegelaten: hij voldoet niet aan de criteria."


def mag_toegelaten(status: CasusStatus, voldoet: bool | None, reden: str) -> Oordeel:
    """Admit: a casus that does not meet the criteria needs a written reason."""
    oordeel = mag_stap(status, Stap.TOELATEN)
    if oordeel and not voldoet and not reden:
        return nee(
            "Schrijf waarom de casus toch wordt toegelaten: hij voldoet niet aan de criteria.", "reden"
        )
    return oordeel


def mag_met_reden(status: CasusStatus, stap: Stap, reden: str, zin: str, waar: str = "reden") -> Oordeel:
    """Send back, on or away: always with words; `zin` asks for them."""
    oordeel = mag_stap(status, stap)
    return nee(zin, waar) if oordeel and not reden else oordeel


def mag_bespreken_toestaan(status: MeldingStatus) -> Oordeel:
    """Discussing before the melding is there: only when it follows, with who and by when."""
    match status:
        case MeldingStatus.VOLGT:
            return JA
        case MeldingStatus.GEDAAN:
            return nee("De melding is al gedaan: toestemming is niet nodig.")
        case MeldingStatus.GEEN:
            return nee("Leg eerst vast wie de melding doet, en wanneer die er uiterlijk is.")


@dataclass(frozen=True)
class Gemis:
    """Something that an aanmelding lacks, and how serious it is."""

    zin: str
    toon: str = "let-op"


def wat_ontbreekt(vraag: str, melding: MeldingFeit, dag: date) -> list[Gemis]:
    """Return what triage shows as missing: the concrete vraag and the melding."""
    gemis = [] if vraag else [Gemis("Geen concrete vraag")]
    if melding.status is MeldingStatus.GEEN:
        gemis.append(Gemis("Geen melding bij Veilig Thuis"))
    elif melding_te_laat(melding, dag):
        gemis.append(Gemis("Melding had er al moeten zijn", "fout"))
    elif melding.status is MeldingStatus.VOLGT:
        gemis.append(Gemis("Melding volgt"))
    return gemis


@dataclass(frozen=True)
class Paar:
    """A person of this casus and a look-alike in one other casus."""

    eigen_rol: BetrokkeneRol
    ander_rol: BetrokkeneRol
    eigen_id: object
    ander_id: object
    gelijkenis: Gelijkenis
    oordeel: PersoonOordeel | None

    @property
    def zelfde(self) -> bool:
        """Decided to be the same; or not decided, and very likely the same."""
        if self.oordeel is None:
            return self.gelijkenis is Gelijkenis.STERK
        return self.oordeel is PersoonOordeel.ZELFDE


def is_herhaling(paren: Iterable[Paar], begin: date, ander: date, maanden: int) -> str:
    """Return why this casus repeats another one, or "" when it does not (domein.md §11).

    The same pleger and slachtoffer again, or the same family (two or more persons the same), when
    the other came in within `maanden` before this one.
    """
    if ander > begin or maanden_ervoor(begin, maanden) > ander:
        return ""
    zelfde = [paar for paar in paren if paar.zelfde]
    rollen = {paar.eigen_rol for paar in zelfde if paar.eigen_rol is paar.ander_rol}
    if {BetrokkeneRol.PLEGER, BetrokkeneRol.SLACHTOFFER} <= rollen:
        return "dezelfde pleger en hetzelfde slachtoffer"
    if min(len({paar.eigen_id for paar in zelfde}), len({paar.ander_id for paar in zelfde})) > 1:
        return "hetzelfde gezin"
    return ""


def maanden_ervoor(dag: date, maanden: int) -> date:
    """Return the day `maanden` months before `dag` (31 March minus one month: 28 or 29 February)."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - maanden, 12)
    laatste = monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(dag.day, laatste))
