"""The kenmerk of a casus: gap-free per tafel and year, and silent about the people."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Kenmerkteller, Overlegtafel


def geef_kenmerk(sessie: Session, tafel: Overlegtafel, jaar: int) -> str:
    """Return the next kenmerk, such as LW-2026-0001.

    One statement raises the counter and holds its row until the caller's transaction ends: another
    transaction waits, and a rollback gives the number back.
    """
    soort = postgresql if sessie.get_bind().dialect.name == "postgresql" else sqlite
    begin = soort.insert(Kenmerkteller).values(tafel_id=tafel.id, jaar=jaar, laatste=1)
    verhoog = begin.on_conflict_do_update(
        index_elements=[Kenmerkteller.tafel_id, Kenmerkteller.jaar],
        set_={"laatste": Kenmerkteller.laatste + 1},
    ).returning(Kenmerkteller.laatste)
    nummer = sessie.execute(verhoog).scalar_one()
    return f"{tafel.code}-{jaar}-{nummer:04d}"
