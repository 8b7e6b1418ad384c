"""Saving a text of a bespreking: on the version it was based on, every text kept (ontwerp.md §7)."""

import uuid

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Tekstveld, Tekstversie
from overleg.basis.database import schrijvend_apart
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.bespreking.invoer_stappen import Tekst
from overleg.bespreking.regels.verloop import mag_invullen, mag_veld_wijzigen
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager

EERDER = "Iemand anders was u voor. Uw tekst staat er nog: vergelijk de twee en sla op wat het moet worden."


def bewaar_tekst(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> None:
    """Save a text when nobody saved another one since the version it was based on.

    The same text again is no change: a resend after a lost answer does no harm. Raises Geweigerd when
    this field may not be changed now, Botsing (with the text as it is) when someone else was earlier.
    """
    eis(vrager, Recht.PLAN_SCHRIJVEN, veld)
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, veld)
    oordeel = mag_invullen(veld.bespreking.status, veld.overleg.status) & mag_veld_wijzigen(
        veld.veld, vrager.organisatie_soort, leidt=leidt
    )
    if not oordeel:
        raise Geweigerd(oordeel)
    if invoer.waarde == veld.waarde:
        return
    if not _schrijf_als_ongewijzigd(sessie, vrager, veld, invoer):
        sessie.refresh(veld)
        raise Botsing(EERDER, veld.waarde)
    sessie.refresh(veld)
    sessie.add(
        Tekstversie(
            tekstveld_id=veld.id, versie=veld.versie, waarde=invoer.waarde, door_id=vrager.id, op=veld.op
        )
    )
    schrijf(
        sessie,
        vrager,
        Soort.TEKST_BEWAARD,
        veld,
        veld=veld.veld.value,
        versie=veld.versie,
        vingerafdruk=vingerafdruk(invoer.waarde),
    )


def _schrijf_als_ongewijzigd(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> bool:
    """Write in one statement that names the version; say whether it was still that one."""
    gewijzigd = sessie.scalars(
        update(Tekstveld)
        .where(Tekstveld.id == veld.id, Tekstveld.versie == invoer.versie)
        .values(waarde=invoer.waarde, versie=Tekstveld.versie + 1, door_id=vrager.id, op=nu())
        .returning(Tekstveld.id)
        .execution_options(synchronize_session=False)
    ).all()
    return bool(gewijzigd)


def bewaar_geweigerde_tekst(vrager: Vrager, veld_id: uuid.UUID, invoer: Tekst) -> None:
    """Keep a text that came too late in the history of its field, in a transaction of its own.

    The request that carried it is rolled back; what was typed is not lost with it.
    """
    with schrijvend_apart() as eigen:
        veld = eigen.get_one(Tekstveld, veld_id)
        eigen.add(
            Tekstversie(
                tekstveld_id=veld.id,
                versie=veld.versie,
                geweigerd=True,
                waarde=invoer.waarde,
                door_id=vrager.id,
            )
        )
        schrijf(
            eigen,
            vrager,
            Soort.TEKST_GEWEIGERD,
            veld,
            uitkomst="geweigerd",
            veld=veld.veld.value,
            versie=veld.versie,
            vingerafdruk=vingerafdruk(invoer.waarde),
        )
