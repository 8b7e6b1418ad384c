"""Emergency access in the grid of tests/steun/raster.py."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy.orm import Session

from models import Basis, Casus, Gebruiker, Noodtoegang
from overleg.basis.klok import nu

NAMEN = ("voorzitter", "voorzitter_elders", "politie", "voorzitter_teruggetrokken")


def maak_noodtoegangen(sessie: Session, casus: Casus, wie: Mapping[str, Gebruiker]) -> list[Basis]:
    """Let several people take it: one that goes on, one that was ended, one whose time is over."""
    uur, begin = timedelta(hours=1), nu()
    rijen: list[Basis] = [
        Noodtoegang(casus_id=casus.id, gebruiker_id=wie[naam].id, reden="x", vanaf=begin - 5 * uur, **anders)
        for naam in NAMEN
        for anders in (
            {"tot": begin + uur},
            {"tot": begin + uur, "beeindigd_op": begin},
            {"tot": begin - uur},
        )
    ]
    sessie.add_all(rijen)
    sessie.flush()
    return rijen
