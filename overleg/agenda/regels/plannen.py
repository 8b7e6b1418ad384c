"""Whether an overleg can be planned, or moved, to a day and time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from models.waarden import OverlegStatus
from overleg.agenda.regels.gang import OverlegStap, mag_stap
from overleg.basis.oordeel import JA, Oordeel, nee, samen


@dataclass(frozen=True)
class Moment:
    """A day with begin and end."""

    datum: date
    begin: time
    einde: time


def mag_gepland(moment: Moment, vandaag: date, bezet: Collection[tuple[date, time]]) -> Oordeel:
    """Whether the tafel can meet then; `bezet` are its other overleggen (day and begin)."""
    return samen((_niet_voorbij(moment, vandaag), _tijd_klopt(moment), _niet_dubbel(moment, bezet)))


def mag_verplaatst(status: OverlegStatus) -> Oordeel:
    """Whether day, time and place can still change: as long as the overleg can be called off."""
    return mag_stap(status, OverlegStap.ANNULEREN)


def _niet_voorbij(moment: Moment, vandaag: date) -> Oordeel:
    return JA if moment.datum >= vandaag else nee("Kies een datum vanaf vandaag.", "datum")


def _tijd_klopt(moment: Moment) -> Oordeel:
    return JA if moment.einde > moment.begin else nee("Kies een eindtijd die na de begintijd ligt.", "einde")


def _niet_dubbel(moment: Moment, bezet: Collection[tuple[date, time]]) -> Oordeel:
    if (moment.datum, moment.begin) not in bezet:
        return JA
    wanneer = f"{moment.datum:%d-%m-%Y} om {moment.begin:%H.%M}"
    return nee(f"Deze tafel heeft al een overleg op {wanneer}. Kies een andere datum of tijd.", "datum")
