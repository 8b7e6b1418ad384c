"""What a page of the meeting needs to stay up to date by itself."""

import uuid
from dataclasses import dataclass


@dataclass(frozen=True)
class Livestand:
    """Which meeting the page listens to, how far it is, and where the meeting is now for this asker."""

    overleg_id: uuid.UUID
    nummer: int
    """Asked before anything else on the page: what is newer than this number comes by the stream."""
    delen: tuple[str, ...] = ()
    """The parts that this page has, each to be fetched by itself; a guest's page is fetched whole."""
    leidt: bool = False
    loopt: bool = False
    """Whether there is anything to follow: the meeting is on, and the asker is no guest between items."""
    nu: uuid.UUID | None = None
    """The casus item that is on; None: what is on is on the page of the meeting itself."""
    nu_tekst: str = ""
    nu_anker: str = ""
    """Where on the page of the meeting the standing item is."""
