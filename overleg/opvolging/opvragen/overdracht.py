"""What happened to a handover afterwards."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models import Overdracht


def is_opnieuw_aangeboden(sessie: Session, overdracht: Overdracht) -> bool:
    """Return whether a refused handover was offered again."""
    return bool(sessie.scalar(select(exists().where(Overdracht.vorige_id == overdracht.id))))
