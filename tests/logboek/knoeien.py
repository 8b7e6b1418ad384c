"""What somebody with all power over the database can do to the logboek."""

from sqlalchemy import text
from sqlalchemy.orm import Session


def zonder_wachters(sessie: Session) -> None:
    """Take the triggers away, as somebody with all power over the database could; for one transaction."""
    if sessie.get_bind().dialect.name == "sqlite":
        for naam in sessie.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            sessie.execute(text(f"DROP TRIGGER {naam}"))
    else:
        sessie.execute(text("SET LOCAL session_replication_role = replica"))
