"""Rules of reporting on informing and monitoring (domein.md §5 and §6)."""

from datetime import date

from models.waarden import CasusStatus, InformerenStatus
from overleg.basis.oordeel import JA, Oordeel, nee

NIET_VEILIG = (
    "Het is nu niet direct veilig. Beëindig de monitoring dan niet: kies een dag waarop u opnieuw kijkt, "
    "en zet de casus zo nodig terug op de agenda."
)
ONBEKEND = "Beantwoord eerst of het nu direct veilig is. Zonder dat antwoord eindigt de monitoring niet."


def mag_gedaan(status: InformerenStatus, op: date, vandaag: date) -> Oordeel:
    """Whether telling someone may be reported as done on a day."""
    if status is InformerenStatus.GEDAAN:
        return nee("Dit is al gemeld als gedaan.")
    return JA if op <= vandaag else nee("Vul de dag in waarop het is gedaan, niet later dan vandaag.", "op")


def mag_uitstellen(status: InformerenStatus, reden: str, opnieuw: date, vandaag: date) -> Oordeel:
    """Whether telling someone may be postponed: with a reason and a date to look again, never dropped."""
    if status is InformerenStatus.GEDAAN:
        return nee("Dit is al gemeld als gedaan. Uitstellen kan niet meer.")
    oordeel = JA if reden else nee("Schrijf op waarom het nu niet veilig kan.", "reden")
    if opnieuw <= vandaag:
        oordeel &= nee("Kies een dag na vandaag om opnieuw te kijken.", "opnieuw_op")
    return oordeel


def is_gemonitord(status: CasusStatus, monitoring_op: date | None) -> bool:
    """Whether a casus is under monitoring: also while it stands on an agenda with its date."""
    return status is CasusStatus.IN_MONITORING or (
        status is CasusStatus.GEAGENDEERD and monitoring_op is not None
    )


def mag_ronde(
    *,
    gemonitord: bool,
    beeindigen: bool,
    direct_veilig: bool | None,
    volgende: date | None,
    toelichting: str,
    vandaag: date,
) -> Oordeel:
    """Whether a look at a casus under monitoring may be recorded: with a next date, or an end with reason.

    It cannot end while someone is not safe now, nor while nobody says whether they are.
    """
    if not gemonitord:
        return nee("Deze casus is niet in monitoring.")
    if beeindigen and direct_veilig is False:
        return nee(NIET_VEILIG, "volgende_op")
    if beeindigen:
        einde = JA if toelichting else nee("Schrijf op waarom monitoring niet meer nodig is.", "toelichting")
        return einde & (JA if direct_veilig else nee(ONBEKEND, "direct_veilig"))
    if volgende is None or volgende <= vandaag:
        return nee("Kies de dag waarop u opnieuw kijkt, na vandaag.", "volgende_op")
    return JA
