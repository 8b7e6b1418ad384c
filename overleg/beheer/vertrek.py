"""What happens once someone holds fewer places or an account or partner ends; a later stage adds its part."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from models import Gebruiker

Vervolg = Callable[[Session, Gebruiker], None]
VERVOLG: list[Vervolg] = []
"""Each is done in the transaction of the ending, and finds out by itself what there is to do."""


def bij_vertrek(doe: Vervolg) -> Vervolg:
    """Let a function do what follows when a place or account ends, or moves, or a partner is out of use."""
    VERVOLG.append(doe)
    return doe


def doe_vervolg(sessie: Session, wie: Gebruiker) -> None:
    """Do what follows; what was changed is in the database first, so that it is seen."""
    sessie.flush()
    for doe in VERVOLG:
        doe(sessie, wie)
