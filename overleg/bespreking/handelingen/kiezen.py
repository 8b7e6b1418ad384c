"""Choosing between texts: the one of someone else, or one from the history."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Tekstveld, Tekstversie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.oordeel import nee
from overleg.bespreking.handelingen.geweigerd import houd_eigen_tekst
from overleg.bespreking.handelingen.schrijfrecht import eis_schrijven
from overleg.bespreking.handelingen.teksten import EIGEN_SLOT, bewaar_tekst
from overleg.bespreking.invoer_stappen import Tekst
from overleg.toegang.vrager import Vrager

WEER_ANDERS = "De tekst is intussen weer gewijzigd. Vergelijk de twee nog een keer en kies opnieuw."
GEWIJZIGD = "De tekst is intussen gewijzigd. Kijk eerst hoe hij er nu staat en kies dan opnieuw."
ONBEKEND = nee("Deze tekst hoort niet bij dit veld. Kies een tekst uit de lijst.")


def neem_over(sessie: Session, vrager: Vrager, veld: Tekstveld, invoer: Tekst) -> None:
    """Leave the field as someone else wrote it, and keep the own text in the history.

    `invoer.versie` is what this person compared with. Raises Botsing when the field changed since.
    """
    eis_schrijven(vrager, veld)
    sessie.refresh(veld, with_for_update=EIGEN_SLOT)
    if veld.versie != invoer.versie:
        raise Botsing(WEER_ANDERS, veld.waarde)
    if invoer.waarde != veld.waarde:
        houd_eigen_tekst(sessie, vrager, veld, invoer)


def zet_terug(sessie: Session, vrager: Vrager, veld: Tekstveld, versie_id: uuid.UUID, versie: int) -> str:
    """Save a text from the history as the newest one; return it.

    `versie` is how the field stood on the page of versions: raises Botsing when it changed since, and never
    merges, since an old text is not a change to a new one. Raises Geweigerd for a text of another field.
    """
    eis_schrijven(vrager, veld)
    oude = sessie.scalars(
        select(Tekstversie).where(Tekstversie.id == versie_id, Tekstversie.tekstveld_id == veld.id)
    ).one_or_none()
    if oude is None:
        raise Geweigerd(ONBEKEND)
    sessie.refresh(veld, with_for_update=EIGEN_SLOT)
    if veld.versie != versie:
        raise Botsing(GEWIJZIGD, veld.waarde)
    bewaar_tekst(sessie, vrager, veld, Tekst(versie, oude.waarde))
    return oude.waarde
