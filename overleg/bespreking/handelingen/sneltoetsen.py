"""Whether single keys do something for this person: a setting of the account, so it holds on every page."""

from sqlalchemy.orm import Session

from models import Gebruiker
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def zet_sneltoetsen(sessie: Session, vrager: Vrager, *, aan: bool) -> None:
    """Turn the own keys on or off; what they are already is no change."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    gebruiker = sessie.get_one(Gebruiker, vrager.id)
    if gebruiker.sneltoetsen is aan:
        return
    gebruiker.sneltoetsen = aan
    schrijf(sessie, vrager, Soort.SNELTOETSEN_GEZET, gebruiker, stand="aan" if aan else "uit")
