"""What a page of the meeting needs to stay up to date by itself."""

import uuid
from dataclasses import dataclass


@dataclass(frozen=True)
class Livestand:
    """Which meeting the page listens to, how far it is, and which casus is on for this asker."""

    overleg_id: uuid.UUID
    nummer: int
    """Asked before anything else on the page: what is newer than this number comes by the stream."""
    delen: tuple[str, ...] = ()
    """The parts that this page has, each to be fetched by itself; a guest's page is fetched whole."""
    leidt: bool = False
    nu: uuid.UUID | None = None
    nu_tekst: str = ""
