"""Signals are of use while a meeting is on; afterwards they are thrown away."""

from datetime import timedelta

from sqlalchemy import CursorResult, delete
from sqlalchemy.orm import Session

from models import Wijziging
from overleg.basis.achtergrond import taak
from overleg.basis.klok import nu

BEWAREN = timedelta(days=1)


@taak("live_opruimen", dagelijks=True)
def ruim_op(sessie: Session) -> int:
    """Throw away signals of more than a day ago; a screen so far behind fetches itself whole."""
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Wijziging).where(Wijziging.op < nu() - BEWAREN)
    )
    return weg.rowcount
