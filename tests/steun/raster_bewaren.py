"""What holds up destruction, and certificates, in the grid of tests/steun/raster.py."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from models import Basis, Bewaarplicht, Casus, Gebruiker, Vernietiging
from models.waarden_bewaren import VernietigGrond
from overleg.basis.klok import nu


def maak_bewaarplichten(sessie: Session, casus: Casus, wie: Mapping[str, Gebruiker]) -> list[Basis]:
    """Hold up the destruction of `casus`: now, and once before."""
    door = wie["voorzitter"].id
    rijen: list[Basis] = [
        Bewaarplicht(
            casus_id=casus.id, reden="x", opnieuw_op=date(2030, 1, 1), vastgelegd_door_id=door, **einde
        )
        for einde in ({}, {"opgeheven_op": nu(), "opgeheven_door_id": door, "opgeheven_reden": "x"})
    ]
    sessie.add_all(rijen)
    sessie.flush()
    return rijen


def maak_vernietigingen(sessie: Session, casus: Casus, _wie: Mapping[str, Gebruiker]) -> list[Basis]:
    """Make the certificate of a casus like this one."""
    rij = Vernietiging(
        casus_id=casus.id,
        tafel_id=casus.tafel_id,
        kenmerk="LW-2020-0001",
        grond=VernietigGrond.TERMIJN,
        toelichting="x",
        aantallen={"directbetrokkene": 2},
        verzoeken=[],
        op=nu(),
    )
    sessie.add(rij)
    sessie.flush()
    return [rij]
