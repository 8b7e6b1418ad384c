"""Units of an organisatie: what is closed to the whole is closed to each of them (besluiten/017)."""

import uuid

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from models import Belang, Organisatie
from overleg.basis.fouten import Geweigerd
from overleg.beheer.regels.eenheden import Eenheidfeiten, mag_horen_bij


def eis_hoort_bij(sessie: Session, organisatie: Organisatie | None, ouder_id: uuid.UUID | None) -> None:
    """Raise Geweigerd when this organisatie (None: a new one) cannot be a unit of that one, or of none."""
    oordeel = mag_horen_bij(_feiten(sessie, organisatie, ouder_id))
    if not oordeel:
        raise Geweigerd(oordeel)


def _feiten(sessie: Session, organisatie: Organisatie | None, ouder_id: uuid.UUID | None) -> Eenheidfeiten:
    ouder = sessie.get(Organisatie, ouder_id) if ouder_id else None
    oud = organisatie.hoort_bij_id if organisatie else None
    zelf = organisatie.id if organisatie else None
    return Eenheidfeiten(
        is_zelf=ouder_id is not None and ouder_id == zelf,
        ouder_hoort_ergens_bij=ouder is not None and ouder.hoort_bij_id is not None,
        heeft_eenheden=ouder_id is not None and _bestaat(sessie, Organisatie.hoort_bij_id == zelf),
        gaat_weg=oud is not None and oud != ouder_id,
        muur_om_oude_ouder=oud is not None
        and _bestaat(sessie, (Belang.organisatie_id == oud) & Belang.opgeheven_op.is_(None)),
    )


def _bestaat(sessie: Session, waar: ColumnElement[bool]) -> bool:
    return bool(sessie.scalar(select(exists().where(waar))))
