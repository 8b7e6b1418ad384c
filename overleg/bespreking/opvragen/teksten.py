"""The texts of a bespreking: each as the screen shows it, and everything it ever was."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Bespreking, Schrijver, Tekstveld, Tekstversie
from models.waarden import Veld

GEWOON, RUIM, KORT, REGEL = 4, 6, 3, 2
"""Heights of a text on the screen, in lines."""
HOOGTE = {
    Veld.FEITENONDERZOEK: RUIM,
    Veld.GROOTSTE_ZORG: KORT,
    Veld.VERVOLGING: KORT,
    Veld.VEILIGHEIDSPLAN: RUIM,
    Veld.PLAN_PERSOON: REGEL,
}
UITLEG = {
    Veld.AFWEGING: "Helpt vervolging, schaadt zij, of komt zij later? En waarom?",
    Veld.VERVOLGING: "Dit besluit is van het OM zelf. Anderen noteren het alleen zoals het OM het zei.",
    Veld.VOLGORDE: "Wat gebeurt eerst, en wie wacht op wie?",
    Veld.AFWIJKEND: "Wie ziet het anders, waarom, en hoe gaat u toch verder?",
}


@dataclass(frozen=True)
class Tekstblok:
    """One text as someone sees it: its words, its height in lines, whether this person may write in it."""

    veld: Tekstveld
    label: str
    uitleg: str
    hoogte: int
    schrijven: bool


def tekstblok(veld: Tekstveld, *, schrijven: bool) -> Tekstblok:
    """Return how a text is shown; the line of a person in the plan is named after that person."""
    wie = veld.betrokkene
    if wie is not None:
        label = f"{wie.naam}, {wie.rol.tekst.lower()}"
    elif veld.veld is Veld.VEILIGHEIDSPLAN:
        label = "Het plan voor het hele gezin"
    else:
        label = veld.veld.tekst
    hoogte = HOOGTE.get(veld.veld, GEWOON)
    return Tekstblok(veld, label, UITLEG.get(veld.veld, ""), hoogte, schrijven)


def velden_van(
    sessie: Session, bespreking: Bespreking | None, sleutels: Collection[uuid.UUID] | None = None
) -> list[Tekstveld]:
    """Return the texts of a bespreking, all or those with these ids; none before it began."""
    if bespreking is None:
        return []
    vraag = (
        select(Tekstveld)
        .where(Tekstveld.bespreking_id == bespreking.id)
        .options(
            joinedload(Tekstveld.door),
            joinedload(Tekstveld.betrokkene),
            selectinload(Tekstveld.schrijvers).joinedload(Schrijver.gebruiker),
        )
    )
    if sleutels is not None:
        vraag = vraag.where(Tekstveld.id.in_(sleutels))
    return list(sessie.scalars(vraag))


def versies_van(sessie: Session, veld: Tekstveld) -> list[Tekstversie]:
    """Return every text of a field, newest first, the refused ones too."""
    return list(
        sessie.scalars(
            select(Tekstversie)
            .where(Tekstversie.tekstveld_id == veld.id)
            .options(joinedload(Tekstversie.door))
            .order_by(Tekstversie.op.desc(), Tekstversie.versie.desc(), Tekstversie.id)
        )
    )
