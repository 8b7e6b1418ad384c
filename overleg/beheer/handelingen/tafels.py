"""A tafel itself: making one with the usual settings, and changing its profile."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models import Overlegtafel
from models.waarden import Ritme, Weekdag
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import JA, nee, samen
from overleg.beheer.handelingen.gemeen import eis_zoals_gezien, gewijzigd, zet
from overleg.beheer.standaard import richt_in
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True)
class TafelNaam:
    """What a new tafel needs."""

    naam: str
    code: str
    regio: str


@dataclass(frozen=True)
class Profiel:
    """What a tafel is for and when it meets (domein.md §1)."""

    naam: str
    code: str
    regio: str
    actief: bool
    doel: str
    reikwijdte: str
    kan_wel: str
    kan_niet: str
    profiel_herzien_op: date | None
    ritme: Ritme
    weekdag: Weekdag
    begintijd: time
    duur_minuten: int
    plaats: str
    minuten_per_casus: int
    maximum_casussen: int
    herhaling_maanden: int
    opmerkingen_dagen: int


def maak_tafel(sessie: Session, vrager: Vrager, invoer: TafelNaam) -> Overlegtafel:
    """Make a tafel with the usual settings and return it. Raises Geweigerd when name or code is taken."""
    eis(vrager, Recht.BEHEER)
    _eis_vrij(sessie, invoer, None)
    tafel = Overlegtafel(naam=invoer.naam, code=invoer.code, regio=invoer.regio)
    sessie.add(tafel)
    richt_in(sessie, tafel)
    schrijf(sessie, vrager, Soort.TAFEL_GEMAAKT, tafel)
    return tafel


def wijzig_profiel(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, invoer: Profiel, gezien: str | None
) -> None:
    """Change the profile.

    Raises Botsing when it is no longer as the asker saw it, Geweigerd when a name is taken.
    """
    eis(vrager, Recht.BEHEER)
    eis_zoals_gezien(sessie, tafel, invoer, gezien)
    _eis_vrij(sessie, invoer, tafel)
    velden = gewijzigd(tafel, invoer)
    if velden:
        zet(tafel, invoer, velden)
        schrijf(sessie, vrager, Soort.TAFEL_GEWIJZIGD, tafel, velden=velden)


def _eis_vrij(sessie: Session, invoer: TafelNaam | Profiel, tafel: Overlegtafel | None) -> None:
    naam_gelijk = func.lower(Overlegtafel.naam) == invoer.naam.lower()
    code_gelijk = func.upper(Overlegtafel.code) == invoer.code
    with sessie.no_autoflush:
        gelijk = sessie.scalars(select(Overlegtafel).where(or_(naam_gelijk, code_gelijk))).all()
    andere = [rij for rij in gelijk if tafel is None or rij.id != tafel.id]
    oordeel = samen(
        [
            nee("Deze naam heeft al een tafel. Kies een andere naam.", "naam")
            if any(rij.naam.lower() == invoer.naam.lower() for rij in andere)
            else JA,
            nee("Deze code heeft al een tafel. Kies een andere code.", "code")
            if any(rij.code == invoer.code for rij in andere)
            else JA,
        ]
    )
    if not oordeel:
        raise Geweigerd(oordeel)
