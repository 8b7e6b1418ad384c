"""The texts that did not come to stand in their field: kept beside those that did (ontwerp.md §7)."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Tekstveld, Tekstversie
from overleg.basis.database import schrijvend_apart
from overleg.bespreking.handelingen.versies import leg_versie_vast
from overleg.bespreking.invoer_stappen import Tekst
from overleg.toegang.vrager import Vrager


def bewaar_geweigerde_tekst(vrager: Vrager, veld_id: uuid.UUID, invoer: Tekst) -> None:
    """Keep a text that came too late in the history of its field, in a transaction of its own; once.

    The request that carried it is rolled back; what was typed is not lost with it.
    """
    with schrijvend_apart() as eigen:
        houd_eigen_tekst(eigen, vrager, eigen.get_one(Tekstveld, veld_id, with_for_update=True), invoer)


def houd_eigen_tekst(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> None:
    """Keep an own text in the history of its field, once."""
    if not _staat_er_al(sessie, vrager, veld, invoer):
        leg_versie_vast(sessie, vrager, veld, invoer.waarde, invoer.sleutel, geweigerd=True)


def _staat_er_al(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> bool:
    """Whether this very save was kept before, or the same text was refused against this version."""
    eigen = select(Tekstversie).where(Tekstversie.tekstveld_id == veld.id, Tekstversie.door_id == vrager.id)
    if invoer.sleutel is not None:
        met_sleutel = eigen.where(Tekstversie.sleutel == invoer.sleutel)
        if sessie.scalars(met_sleutel).first() is not None:
            return True
    geweigerd = eigen.where(Tekstversie.geweigerd.is_(True), Tekstversie.versie == veld.versie)
    return any(versie.waarde == invoer.waarde for versie in sessie.scalars(geweigerd))
