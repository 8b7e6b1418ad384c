"""One at a time: two people who answer the same thing at the same moment meet here, not in the database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Afspraak, Bespreking
from overleg.basis.fouten import Botsing

WEG = "Iemand anders heeft deze afspraak intussen weggehaald. Maak haar opnieuw als zij toch nodig is."


def wacht_op_beurt(sessie: Session, bespreking: Bespreking) -> None:
    """Wait until who changes this bespreking now is ready, and look at it as it is after that.

    So a second answer meets the first one as a Botsing, with what was typed kept, and nothing is added while
    it is closed. On SQLite the transaction has the only write lock already.
    """
    slot = select(Bespreking).where(Bespreking.id == bespreking.id).with_for_update()
    sessie.execute(slot.execution_options(populate_existing=True))


def wacht_voor_afspraak(sessie: Session, afspraak: Afspraak) -> None:
    """The same for one afspraak: look at it as it is now. Raises Botsing when it was taken away."""
    wacht_op_beurt(sessie, afspraak.bespreking)
    vraag = select(Afspraak).where(Afspraak.id == afspraak.id).execution_options(populate_existing=True)
    if sessie.scalars(vraag).one_or_none() is None:
        raise Botsing(WEG, afspraak.wat)
