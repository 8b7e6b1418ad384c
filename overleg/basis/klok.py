"""The clock: moments in UTC, days and times of day as people in the Netherlands count them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def vandaag() -> date:
    """Return today's calendar day in Amsterdam."""
    return nu().astimezone(AMSTERDAM).date()


def hier(moment: datetime) -> datetime:
    """Return `moment` as the clock in Amsterdam shows it."""
    return moment.astimezone(AMSTERDAM)


def moment_van(dag: date, tijd: time) -> datetime:
    """Return the moment at which the clock in Amsterdam shows `dag` and `tijd`, in UTC."""
    return datetime.combine(dag, tijd, tzinfo=AMSTERDAM).astimezone(UTC)
