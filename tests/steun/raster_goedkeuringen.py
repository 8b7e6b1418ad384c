"""Questions for a second person in the grid of tests/steun/raster.py."""

import uuid
from collections.abc import Mapping

from sqlalchemy.orm import Session

from models import Basis, Casus, Gebruiker, Goedkeuring
from models.waarden_vierogen import GoedkeuringSoort
from overleg.basis.klok import nu

VRAGERS = ("voorzitter", "beheerder", "voorzitter_teruggetrokken", "functionaris")


def maak_goedkeuringen(sessie: Session, casus: Casus, wie: Mapping[str, Gebruiker]) -> list[Basis]:
    """Make a question of each kind about `casus`, asked by several people."""
    rijen: list[Basis] = [
        Goedkeuring(
            soort=soort,
            doel_id=uuid.uuid4(),
            casus_id=None if soort is GoedkeuringSoort.BEHEERDER_GEVEN else casus.id,
            onderwerp="x",
            reden="x",
            gevraagd_door_id=wie[naam].id,
            verloopt_op=nu(),
        )
        for soort in reversed(GoedkeuringSoort)
        for naam in VRAGERS
    ]
    sessie.add_all(rijen)
    sessie.flush()
    return rijen
