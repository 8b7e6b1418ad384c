"""Holding up the destruction of a casus (legal hold), and lifting that."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bewaarplicht, Casus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.bewaren.opvragen.feiten import geldende_bewaarplicht
from overleg.bewaren.regels.vernietigen import mag_opgeschort
from overleg.instroom.handelingen.gang import vergrendel
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager

ONBEKEND = "Er is geen casus met dit kenmerk waarvoor u dit mag doen. Controleer het kenmerk."


@dataclass(frozen=True)
class Opschorting:
    """Which casus, why, and when to look again."""

    kenmerk: str
    reden: str
    opnieuw_op: date


def schort_op(sessie: Session, vrager: Vrager, invoer: Opschorting) -> Bewaarplicht:
    """Hold up the destruction of a casus, named by its kenmerk: the functionaris can open none.

    Raises Geweigerd as the rules say; a casus that the asker may not hold up is the same as none.
    """
    eis(vrager, Recht.BEWAARPLICHTEN)
    casus = sessie.scalars(select(Casus).where(Casus.kenmerk == invoer.kenmerk.strip().upper())).first()
    if casus is None or not mag(vrager, Recht.BEWAARPLICHT_VASTLEGGEN, casus):
        raise Geweigerd(nee(ONBEKEND, "kenmerk"))
    vergrendel(sessie, casus)
    oordeel = mag_opgeschort(casus.status, al=geldende_bewaarplicht(sessie, casus) is not None)
    if not oordeel:
        raise Geweigerd(oordeel)
    plicht = Bewaarplicht(
        casus=casus, reden=invoer.reden, opnieuw_op=invoer.opnieuw_op, vastgelegd_door_id=vrager.id
    )
    sessie.add(plicht)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.BEWAARPLICHT_VASTGELEGD,
        plicht,
        opnieuw_op=invoer.opnieuw_op.isoformat(),
        reden_hash=vingerafdruk(invoer.reden),
    )
    return plicht


def hef_op(sessie: Session, vrager: Vrager, plicht: Bewaarplicht, reden: str) -> None:
    """Let destruction go on again. Raises Geweigerd when somebody did so already."""
    eis(vrager, Recht.BEWAARPLICHT_OPHEFFEN, plicht)
    sessie.refresh(plicht, with_for_update={"of": Bewaarplicht})
    if plicht.opgeheven_op is not None:
        raise Geweigerd(nee("Deze opschorting is al opgeheven."))
    plicht.opgeheven_op, plicht.opgeheven_door_id, plicht.opgeheven_reden = nu(), vrager.id, reden
    schrijf(sessie, vrager, Soort.BEWAARPLICHT_OPGEHEVEN, plicht, reden_hash=vingerafdruk(reden))
