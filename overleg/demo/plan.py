"""Which casus is at which tafel and how far it is: some thirty, spread over every status."""

from dataclasses import dataclass

from models.waarden import CasusStatus as C
from overleg.demo.verhalen import VERHALEN, Verhaal
from overleg.demo.verhalen_meer import MEER
from overleg.demo.wie import BZ, LW, ZM

ALLE = (*VERHALEN, *MEER)


@dataclass(frozen=True)
class Plaats:
    """One casus: its story, its tafel, its status, and how many days ago it was handed in."""

    verhaal: Verhaal
    tafel: str
    status: C
    dagen: int
    inbrenger: str = "politie"


def _plaatsen() -> tuple[Plaats, ...]:
    rijen: tuple[tuple[int, str, C, int, str], ...] = (
        (0, LW, C.IN_MONITORING, 40, "politie"),
        (1, LW, C.BESPROKEN, 24, "politie"),
        (2, LW, C.BESPROKEN, 18, "om"),
        (3, LW, C.GESLOTEN, 45, "reclassering"),
        (4, LW, C.GEAGENDEERD, 8, "politie"),
        (5, LW, C.GEAGENDEERD, 6, "voorzitter"),
        (6, LW, C.GEAGENDEERD, 5, "reclassering"),
        (7, LW, C.TOEGELATEN, 4, "politie"),
        (8, LW, C.TOEGELATEN, 3, "politie"),
        (9, LW, C.AANGEMELD, 2, "politie"),
        (10, LW, C.AANGEMELD, 1, "inbrenger"),
        (11, LW, C.AANGEMELD, 0, "om"),
        (12, LW, C.TERUGGESTUURD, 5, "politie"),
        (13, LW, C.CONCEPT, 0, "politie"),
        (14, LW, C.AFGEWEZEN, 20, "inbrenger"),
        (15, LW, C.DOORVERWEZEN, 15, "politie"),
        (0, LW, C.AANGEMELD, 1, "politie"),
        (16, BZ, C.BESPROKEN, 20, "politie.brakzijl"),
        (17, BZ, C.IN_MONITORING, 35, "politie.brakzijl"),
        (18, BZ, C.GEAGENDEERD, 6, "om"),
        (19, BZ, C.GEAGENDEERD, 5, "politie.brakzijl"),
        (9, BZ, C.TOEGELATEN, 3, "voorzitter.brakzijl"),
        (11, BZ, C.AANGEMELD, 1, "politie.brakzijl"),
        (3, BZ, C.CONCEPT, 0, "politie.brakzijl"),
        (12, BZ, C.GESLOTEN, 60, "om"),
        (13, ZM, C.BESPROKEN, 12, "politie.brakzijl"),
        (10, ZM, C.GEAGENDEERD, 4, "politie.brakzijl"),
        (8, ZM, C.AANGEMELD, 2, "politie.brakzijl"),
        (7, ZM, C.TERUGGESTUURD, 6, "politie.brakzijl"),
        (15, ZM, C.GESLOTEN, 50, "voorzitter.zandermeer"),
        (2, ZM, C.AFGEWEZEN, 22, "politie.brakzijl"),
    )
    return tuple(Plaats(ALLE[nr], tafel, status, dagen, door) for nr, tafel, status, dagen, door in rijen)


PLAATSEN = _plaatsen()
