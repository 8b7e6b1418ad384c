"""Destroying again what an older backup brought back."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Overlegtafel
from models.versleuteling import sleutels_mogen_missen
from models.waarden import CasusStatus
from models.waarden_bewaren import VernietigGrond
from overleg.basis.config import Config
from overleg.bewaren.handelingen.vernietigen import Opdracht, vernietig
from overleg.bewaren.lijst import Vernietigd, niet_toegepast


def herhaal(sessie: Session, config: Config) -> int:
    """Destroy everything on the list that this database still has; return how many casussen that were.

    Of a casus that the backup never had only the certificate is written, so that list and database agree.
    Raises OnleesbareLijst, or OnleesbaarVerslag for a damaged record.
    """
    regels = niet_toegepast(sessie, config.lijst_van_vernietigd)
    with sleutels_mogen_missen():
        return sum(_herhaal(sessie, regel) for regel in regels)


def _herhaal(sessie: Session, regel: Vernietigd) -> int:
    casus = sessie.get(Casus, uuid.UUID(regel.casus_id))
    if casus is None or casus.status is CasusStatus.VERNIETIGD:
        tafel = uuid.UUID(regel.tafel_id) if regel.tafel_id else None
        bekend = sessie.scalar(select(Overlegtafel.id).where(Overlegtafel.id == tafel)) is not None
        sessie.add(regel.als_rij(met_tafel=bekend))
        sessie.flush()
        return 0
    opdracht = Opdracht(
        VernietigGrond[regel.grond.upper()],
        regel.toelichting,
        regel.voorgesteld_door,
        regel.goedgekeurd_door,
        datetime.fromisoformat(regel.op),
    )
    vernietig(sessie, None, casus, opdracht)
    return 1
