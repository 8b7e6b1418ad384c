"""Saving a text of a bespreking: on the version it was based on, every text kept (ontwerp.md §7)."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import Overleg, Tekstveld, Tekstversie
from overleg.basis.database import schrijvend_apart
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.bespreking.invoer_stappen import Tekst
from overleg.bespreking.regels.samenvoegen import voeg_samen
from overleg.bespreking.regels.verloop import mag_invullen, mag_veld_wijzigen
from overleg.live.delen import AFRONDEN
from overleg.live.melden import meld
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager

EERDER = "Iemand anders was u voor. Uw tekst staat er nog: vergelijk de twee en sla op wat het moet worden."
ANDERS_OPNIEUW = nee("Deze tekst is al anders opgeslagen. Sla hem nog een keer op.", "waarde")
POGINGEN = 5
"""So often a merge starts again because yet another person was earlier; then the people choose."""


@dataclass(frozen=True)
class Bewaard:
    """How a text was saved: `eigen_id` names the own text when it was merged with that of someone else."""

    eigen_id: uuid.UUID | None = None


def bewaar_tekst(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> Bewaard:
    """Save a text; merge it when someone else saved another meanwhile and their changes do not touch.

    The same save sent again, or the same text, is no change: an answer that got lost does no harm. Raises
    Geweigerd when this field may not be changed now, Botsing (with the text as it is) when the changes touch.
    """
    _wacht_op_vaststellen(sessie, veld)
    _eis_schrijven(vrager, veld)
    eerder = _met_sleutel(sessie, vrager, veld, invoer)
    if eerder is not None:
        return Bewaard(eerder.id if eerder.samengevoegd else None)
    if invoer.waarde == veld.waarde:
        return Bewaard()
    if invoer.basis is None and _schrijf_op_versie(sessie, vrager, veld, invoer.waarde, invoer.versie):
        _leg_vast(sessie, vrager, veld, sleutel=invoer.sleutel)
        return Bewaard()
    return _bewaar_samen(sessie, vrager, veld, invoer)


def _wacht_op_vaststellen(sessie: Session, veld: Tekstveld) -> None:
    """Wait for who is adopting the verslag now, and look at the states as they are after that.

    On SQLite the transaction has the only write lock already.
    """
    slot = select(Overleg).where(Overleg.id == veld.bespreking.overleg_id).with_for_update(read=True)
    sessie.execute(slot.execution_options(populate_existing=True))
    sessie.refresh(veld.bespreking)


def _eis_schrijven(vrager: Vrager, veld: Tekstveld) -> None:
    eis(vrager, Recht.PLAN_SCHRIJVEN, veld)
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, veld)
    oordeel = mag_invullen(veld.bespreking.status, veld.overleg.status) & mag_veld_wijzigen(
        veld.veld, vrager.organisatie_soort, leidt=leidt
    )
    if not oordeel:
        raise Geweigerd(oordeel)


def _met_sleutel(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> Tekstversie | None:
    """Return what this very save stored before, when it was accepted."""
    if invoer.sleutel is None:
        return None
    eerder = sessie.scalars(
        select(Tekstversie).where(
            Tekstversie.tekstveld_id == veld.id,
            Tekstversie.door_id == vrager.id,
            Tekstversie.sleutel == invoer.sleutel,
        )
    ).one_or_none()
    if eerder is None:
        return None
    if eerder.waarde != invoer.waarde:
        raise Geweigerd(ANDERS_OPNIEUW)
    if eerder.geweigerd and not eerder.samengevoegd:
        raise Botsing(EERDER, veld.waarde)
    return eerder


def _bewaar_samen(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> Bewaard:
    """Put the changes of this text into the one that stands there now; keep it as it was typed, too."""
    basis = _basis(sessie, vrager, veld, invoer)
    for _poging in range(POGINGEN):
        sessie.refresh(veld)
        samen = voeg_samen(basis, invoer.waarde, veld.waarde) if basis is not None else None
        if samen is None:
            break
        if samen == veld.waarde or _schrijf_op_versie(sessie, vrager, veld, samen, veld.versie):
            eigen = Tekstversie(
                tekstveld_id=veld.id,
                versie=veld.versie,
                geweigerd=True,
                samengevoegd=True,
                sleutel=invoer.sleutel,
                waarde=invoer.waarde,
                door_id=vrager.id,
            )
            sessie.add(eigen)
            if veld.waarde != samen:
                _leg_vast(sessie, vrager, veld)
            sessie.flush()
            return Bewaard(eigen.id)
    raise Botsing(EERDER, veld.waarde)


def _basis(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> str | None:
    """Return the text that was changed: an own one merged before, or a version; None when unknown."""
    vraag = select(Tekstversie.waarde).where(Tekstversie.tekstveld_id == veld.id)
    if invoer.basis is not None:
        return sessie.scalars(
            vraag.where(Tekstversie.id == invoer.basis, Tekstversie.door_id == vrager.id)
        ).one_or_none()
    gevonden = sessie.scalars(
        vraag.where(Tekstversie.versie == invoer.versie, Tekstversie.geweigerd.is_(False))
    ).first()
    return "" if gevonden is None and invoer.versie == 1 else gevonden


def _schrijf_op_versie(sessie: Session, vrager: Vrager, veld: Tekstveld, waarde: str, versie: int) -> bool:
    """Write in one statement that names the version; say whether it was still that one."""
    gewijzigd = sessie.scalars(
        update(Tekstveld)
        .where(Tekstveld.id == veld.id, Tekstveld.versie == versie)
        .values(waarde=waarde, versie=Tekstveld.versie + 1, door_id=vrager.id, op=nu())
        .returning(Tekstveld.id)
        .execution_options(synchronize_session=False)
    ).all()
    return bool(gewijzigd)


def _leg_vast(sessie: Session, vrager: Vrager, veld: Tekstveld, sleutel: uuid.UUID | None = None) -> None:
    """Keep the text that stands in the field now as a version of it, and note it in the logboek."""
    was_leeg = not veld.waarde.strip()
    sessie.refresh(veld)
    if was_leeg is not (not veld.waarde.strip()):
        meld(sessie, (AFRONDEN,), casus_id=veld.casus.id)
    sessie.add(
        Tekstversie(
            tekstveld_id=veld.id,
            versie=veld.versie,
            sleutel=sleutel,
            waarde=veld.waarde,
            door_id=vrager.id,
            op=veld.op,
        )
    )
    schrijf(
        sessie,
        vrager,
        Soort.TEKST_BEWAARD,
        veld,
        veld=veld.veld.value,
        versie=veld.versie,
        vingerafdruk=vingerafdruk(veld.waarde),
    )


def bewaar_geweigerde_tekst(vrager: Vrager, veld_id: uuid.UUID, invoer: Tekst) -> None:
    """Keep a text that came too late in the history of its field, in a transaction of its own; once.

    The request that carried it is rolled back; what was typed is not lost with it.
    """
    with schrijvend_apart() as eigen:
        veld = eigen.get_one(Tekstveld, veld_id, with_for_update=True)
        if _staat_er_al(eigen, vrager, veld, invoer):
            return
        eigen.add(
            Tekstversie(
                tekstveld_id=veld.id,
                versie=veld.versie,
                geweigerd=True,
                sleutel=invoer.sleutel,
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


def _staat_er_al(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> bool:
    """Whether this very save was kept before."""
    if invoer.sleutel is None:
        return False
    gevonden = select(Tekstversie.id).where(
        Tekstversie.tekstveld_id == veld.id,
        Tekstversie.door_id == vrager.id,
        Tekstversie.sleutel == invoer.sleutel,
    )
    return sessie.scalars(gevonden).first() is not None
