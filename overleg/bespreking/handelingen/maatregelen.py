"""Maatregelen in force, and the conditions that VT sets: what holds now, with dates (domein.md §5)."""

from uuid import UUID

from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from models import Bespreking, Casus, Maatregel, Veiligheidsvoorwaarde
from models.waarden import OrganisatieSoort
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.oordeel import nee
from overleg.bespreking.invoer_stappen import NieuweMaatregel, NieuweVoorwaarde, Toetsing
from overleg.bespreking.regels.maatregelen import mag_bijgehouden
from overleg.bespreking.regels.verloop import mag_invullen
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager

GEWIJZIGD = "Iemand anders wijzigde deze maatregel intussen. Vergelijk met de lijst en sla opnieuw op."
KOLOMMEN = ("wat", "domein", "kader", "uitvoerder", "vanaf", "tot", "herbeoordeling", "beeindigd_op")
ALLEEN_VT = nee(
    "Veiligheidsvoorwaarden stelt Veilig Thuis zelf. Vraag Veilig Thuis, de voorzitter of de secretaris."
)


def maak_maatregel(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, invoer: NieuweMaatregel
) -> Maatregel:
    """Add a maatregel to the casus. Raises Geweigerd when the bespreking is not open."""
    _eis_open(vrager, bespreking)
    return _maak(sessie, vrager, bespreking.casus_id, invoer)


def leg_maatregel_vast(sessie: Session, vrager: Vrager, casus: Casus, invoer: NieuweMaatregel) -> Maatregel:
    """Add a maatregel outside a meeting: a temporary one of a crisis, or one that came in between."""
    eis(vrager, Recht.MAATREGEL_BIJHOUDEN, casus)
    _eis_hier(casus)
    return _maak(sessie, vrager, casus.id, invoer)


def werk_maatregel_bij(
    sessie: Session, vrager: Vrager, maatregel: Maatregel, invoer: NieuweMaatregel
) -> None:
    """Change or end a maatregel outside a meeting. Raises Botsing when someone changed it meanwhile."""
    eis(vrager, Recht.MAATREGEL_BIJHOUDEN, maatregel)
    _eis_hier(maatregel.casus)
    _wijzig(sessie, vrager, maatregel, invoer)


def _eis_hier(casus: Casus) -> None:
    oordeel = mag_bijgehouden(casus.status)
    if not oordeel:
        raise Geweigerd(oordeel)


def _maak(sessie: Session, vrager: Vrager, casus_id: UUID, invoer: NieuweMaatregel) -> Maatregel:
    maatregel = Maatregel(casus_id=casus_id, **{kolom: getattr(invoer, kolom) for kolom in KOLOMMEN})
    sessie.add(maatregel)
    sessie.flush()
    schrijf(sessie, vrager, Soort.MAATREGEL_TOEGEVOEGD, maatregel)
    return maatregel


def wijzig_maatregel(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, maatregel: Maatregel, invoer: NieuweMaatregel
) -> None:
    """Change a maatregel or end it.

    Raises Geweigerd when the bespreking is not open, Botsing when someone changed it meanwhile.
    """
    _eis_open(vrager, bespreking)
    if maatregel.casus_id != bespreking.casus_id:
        raise NotFound
    _wijzig(sessie, vrager, maatregel, invoer)


def _wijzig(sessie: Session, vrager: Vrager, maatregel: Maatregel, invoer: NieuweMaatregel) -> None:
    if invoer.versie != maatregel.versie:
        raise Botsing(GEWIJZIGD, maatregel.wat)
    gewijzigd = [kolom for kolom in KOLOMMEN if getattr(maatregel, kolom) != getattr(invoer, kolom)]
    for kolom in gewijzigd:
        setattr(maatregel, kolom, getattr(invoer, kolom))
    if not gewijzigd:
        return
    sessie.flush()
    if gewijzigd == ["beeindigd_op"] and maatregel.beeindigd_op:
        schrijf(sessie, vrager, Soort.MAATREGEL_BEEINDIGD, maatregel)
    else:
        schrijf(sessie, vrager, Soort.MAATREGEL_GEWIJZIGD, maatregel, velden=gewijzigd)


def stel_voorwaarde(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, invoer: NieuweVoorwaarde
) -> Veiligheidsvoorwaarde:
    """Add a condition that VT sets; by VT, or by voorzitter or secretaris for VT."""
    _eis_vt(vrager, bespreking)
    voorwaarde = Veiligheidsvoorwaarde(
        casus_id=bespreking.casus_id, tekst=invoer.tekst, gesteld_op=invoer.gesteld_op
    )
    sessie.add(voorwaarde)
    sessie.flush()
    schrijf(sessie, vrager, Soort.VOORWAARDE_GESTELD, voorwaarde)
    return voorwaarde


def toets_voorwaarde(
    sessie: Session,
    vrager: Vrager,
    bespreking: Bespreking,
    voorwaarde: Veiligheidsvoorwaarde,
    invoer: Toetsing,
) -> None:
    """Say whether a condition was kept, and when that was looked at."""
    _eis_vt(vrager, bespreking)
    if voorwaarde.casus_id != bespreking.casus_id:
        raise NotFound
    voorwaarde.nagekomen, voorwaarde.getoetst_op = invoer.nagekomen, invoer.getoetst_op
    schrijf(sessie, vrager, Soort.VOORWAARDE_GETOETST, voorwaarde, nagekomen=invoer.nagekomen)


def mag_voorwaarden(vrager: Vrager, bespreking: Bespreking) -> bool:
    """Whether this asker sets conditions: VT itself, or who leads the meeting."""
    return vrager.organisatie_soort is OrganisatieSoort.VEILIG_THUIS or mag(
        vrager, Recht.BESPREKING_LEIDEN, bespreking
    )


def _eis_open(vrager: Vrager, bespreking: Bespreking) -> None:
    eis(vrager, Recht.PLAN_SCHRIJVEN, bespreking)
    oordeel = mag_invullen(bespreking.status, bespreking.overleg.status)
    if not oordeel:
        raise Geweigerd(oordeel)


def _eis_vt(vrager: Vrager, bespreking: Bespreking) -> None:
    _eis_open(vrager, bespreking)
    if not mag_voorwaarden(vrager, bespreking):
        raise Geweigerd(ALLEEN_VT)
