"""What the list of casussen says, as frozen values; the sheet and the csv are made from it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Casusregel:
    """One casus as it stands on the page: nothing of what it is about."""

    kenmerk: str
    status: str
    acuut: bool
    tafel: str
    themas: str
    inbrenger: str
    ingediend: date | None


@dataclass(frozen=True, slots=True)
class Casuslijst:
    """The casussen that one asker may see and asked for, newest first."""

    regels: tuple[Casusregel, ...]
    voor: str
    filter: str
    """What the list was limited to, in words."""
    dag: date
    meer: bool
    """Whether there are more than fit in one file."""
