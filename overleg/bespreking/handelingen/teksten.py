"""Saving a text of a bespreking: on the version it was based on, every text kept (ontwerp.md §7)."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from models import Overleg, Tekstveld, Tekstversie
from models.versleuteling import Gemerkt
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.bespreking.handelingen.schrijfrecht import eis_schrijven
from overleg.bespreking.handelingen.schrijven import haal_schrijver_weg, zet_schrijver
from overleg.bespreking.handelingen.versies import leg_versie_vast
from overleg.bespreking.invoer_stappen import Tekst
from overleg.bespreking.regels.samenvoegen import voeg_samen
from overleg.live.delen import AFRONDEN
from overleg.live.melden import meld
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import MEE

EERDER = "Iemand anders was u voor. Uw tekst staat er nog: vergelijk de twee en sla op wat het moet worden."
ANDERS_OPNIEUW = nee("Deze tekst is al anders opgeslagen. Sla hem nog een keer op.", "waarde")
IEMAND_ANDERS = nee(
    "In deze browser is nu iemand anders ingelogd dan toen u dit typte. Uw tekst is niet opgeslagen. "
    "Kopieer uw tekst en log in onder uw eigen naam.",
    "waarde",
)
EIGEN_SLOT = {"of": Tekstveld, "key_share": True}
"""Lock the text, and not what is fetched along with it."""
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
    _wacht_op_anderen(sessie, veld)
    eis_schrijven(vrager, veld)
    _eis_zelfde_persoon(vrager, invoer)
    _teken_bij(sessie, vrager, veld, invoer)
    eerder = _met_sleutel(sessie, vrager, veld, invoer)
    if eerder is not None:
        return Bewaard(eerder.id if eerder.samengevoegd else None)
    if invoer.waarde == veld.waarde:
        return Bewaard()
    if invoer.basis is None and _schrijf_op_versie(sessie, vrager, veld, invoer.waarde, invoer.versie):
        leg_versie_vast(sessie, vrager, veld, veld.waarde, invoer.sleutel, op=veld.op)
        return Bewaard()
    return _bewaar_samen(sessie, vrager, veld, invoer)


def _wacht_op_anderen(sessie: Session, veld: Tekstveld) -> None:
    """Wait for who is adopting the verslag now, and for another save of this text; then look at it anew.

    The same save may be under way twice: the second must find the first. On SQLite the transaction has the
    only write lock already.
    """
    overleg_id = veld.bespreking.overleg_id
    sessie.execute(select(Overleg.id).where(Overleg.id == overleg_id).with_for_update(read=True))
    opnieuw = select(Tekstveld).where(Tekstveld.id == veld.id).options(*MEE[Tekstveld])
    slot = opnieuw.with_for_update(of=Tekstveld, key_share=True)
    sessie.execute(slot.execution_options(populate_existing=True))


def _eis_zelfde_persoon(vrager: Vrager, invoer: Tekst) -> None:
    """A text is never saved under the name of who signed in later in the same browser."""
    if invoer.schrijver is not None and invoer.schrijver != vrager.id:
        raise Geweigerd(IEMAND_ANDERS)


def _teken_bij(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> None:
    """Saving while one types is a sign of typing; the save after which one left the field ends it."""
    if invoer.schrijft is True:
        zet_schrijver(sessie, vrager, veld)
    elif invoer.schrijft is False:
        haal_schrijver_weg(sessie, vrager, veld)


def _met_sleutel(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> Tekstversie | None:
    """Return what this very save stored before, when it was accepted."""
    eerder = _eigen(sessie, vrager, veld, invoer.sleutel)
    if eerder is None:
        return None
    if eerder.waarde != invoer.waarde:
        raise Geweigerd(ANDERS_OPNIEUW)
    if eerder.geweigerd and not eerder.samengevoegd:
        raise Botsing(EERDER, veld.waarde)
    return eerder


def _eigen(sessie: Session, vrager: Vrager, veld: Tekstveld, sleutel: uuid.UUID | None) -> Tekstversie | None:
    """Return the own text that was sent with this sleutel."""
    if sleutel is None:
        return None
    return sessie.scalars(
        select(Tekstversie).where(
            Tekstversie.tekstveld_id == veld.id,
            Tekstversie.door_id == vrager.id,
            Tekstversie.sleutel == sleutel,
        )
    ).one_or_none()


def _bewaar_samen(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> Bewaard:
    """Put the changes of this text into the one that stands there now; keep it as it was typed, too."""
    basis = _basis(sessie, vrager, veld, invoer)
    for _poging in range(POGINGEN):
        sessie.refresh(veld, with_for_update=EIGEN_SLOT)
        if veld.waarde == invoer.waarde:
            return Bewaard()
        samen = voeg_samen(basis, invoer.waarde, veld.waarde) if basis is not None else None
        if samen is None:
            break
        gewijzigd, tegen = samen != veld.waarde, veld.versie
        if gewijzigd and not _schrijf_op_versie(sessie, vrager, veld, samen, tegen):
            continue
        if samen == invoer.waarde:
            leg_versie_vast(sessie, vrager, veld, veld.waarde, invoer.sleutel, op=veld.op)
            return Bewaard()
        if gewijzigd:
            leg_versie_vast(sessie, vrager, veld, veld.waarde, None, op=veld.op)
        eigen = Tekstversie(
            tekstveld_id=veld.id,
            versie=tegen,
            geweigerd=True,
            samengevoegd=True,
            sleutel=invoer.sleutel,
            waarde=invoer.waarde,
            door_id=vrager.id,
        )
        sessie.add(eigen)
        sessie.flush()
        return Bewaard(eigen.id)
    raise Botsing(EERDER, veld.waarde)


def _basis(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> str | None:
    """Return the text that was changed: an own one merged before, or a version; None when unknown."""
    vraag = select(Tekstversie.waarde).where(Tekstversie.tekstveld_id == veld.id)
    eigen = _eigen(sessie, vrager, veld, invoer.vorige)
    if eigen is not None:
        return eigen.waarde
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
    waarde = Gemerkt.voor(veld.bespreking.casus_id, waarde)
    nieuw = {"waarde": waarde, "versie": versie + 1, "door_id": vrager.id, "op": nu()}
    gewijzigd = sessie.execute(
        update(Tekstveld)
        .where(Tekstveld.id == veld.id, Tekstveld.versie == versie)
        .values(nieuw)
        .returning(Tekstveld.id)
        .execution_options(synchronize_session=False)
    ).all()
    if not gewijzigd:
        return False
    if bool(waarde.strip()) is not bool(veld.waarde.strip()):
        meld(sessie, (AFRONDEN,), casus_id=veld.casus.id)
    for naam, wat in nieuw.items():
        set_committed_value(veld, naam, wat)
    return True
