"""What the last daily check of the chain said."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from models import Achtergrondtaak
from overleg.logboek.bewaking import TAAK


@dataclass(frozen=True)
class LaatsteControle:
    """When the chain was checked, and whether it was whole."""

    moment: datetime
    heel: bool


def laatste_controle(sessie: Session) -> LaatsteControle | None:
    """Return the last check; None when there was none yet."""
    rij = sessie.get(Achtergrondtaak, TAAK)
    if rij is None or rij.laatst_op is None:
        return None
    return LaatsteControle(rij.laatst_op, rij.uitkomst == "0")
