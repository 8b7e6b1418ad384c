"""Conflicts of interest in the grid of tests/steun/raster.py: as a person, as an organisatie, lifted."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from models import Basis, Belang, Belanguitzondering, Casus, Gebruiker
from models.waarden import CasusStatus
from overleg.basis.klok import nu

MET_MUUR = frozenset({CasusStatus.TOEGELATEN, CasusStatus.IN_MONITORING, CasusStatus.BESPROKEN})
"""Here whole organisaties are shut out, but for one person; elsewhere in the grid they are not."""


def maak_belangen(sessie: Session, casus: Casus, wie: Mapping[str, Gebruiker]) -> list[Basis]:
    """Shut people out of `casus`."""
    door = wie["voorzitter"].id
    rijen: list[Basis] = [
        Belang(casus_id=casus.id, gebruiker_id=wie["oud_lid"].id, reden="x", vastgelegd_door_id=door),
        Belang(
            casus_id=casus.id,
            gebruiker_id=wie["om"].id,
            reden="x",
            vastgelegd_door_id=door,
            opgeheven_op=nu(),
        ),
    ]
    if casus.status in MET_MUUR:
        genoemd = Belanguitzondering(gebruiker_id=wie["ander_korps_genoemd"].id)
        rijen += [
            Belang(
                casus_id=casus.id,
                organisatie_id=wie["ander_korps"].organisatie_id,
                reden="x",
                vastgelegd_door_id=door,
                uitzonderingen=[genoemd],
            ),
            Belang(casus_id=casus.id, gebruiker_id=wie["secretaris"].id, reden="x", vastgelegd_door_id=door),
            Belang(
                casus_id=casus.id,
                organisatie_id=wie["gast_toen"].organisatie_id,
                reden="x",
                vastgelegd_door_id=door,
            ),
        ]
    sessie.add_all(rijen)
    sessie.flush()
    return rijen
