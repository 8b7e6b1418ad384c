"""What the forms of this stage hand to a handeling: small frozen values."""

import uuid
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Gedaan:
    """Someone was told: when, and how."""

    op: date
    toelichting: str = ""


@dataclass(frozen=True)
class Antwoord:
    """The answer of a receiver without an account, as it was given."""

    aangenomen: bool
    door_naam: str
    op: date
    reden: str = ""


@dataclass(frozen=True)
class Overname:
    """Who is asked to take over an afspraak, from when, and with which words."""

    naar_id: uuid.UUID
    per_datum: date | None = None
    toelichting: str = ""


@dataclass(frozen=True)
class Ronde:
    """The questions of monitoring; None is not known."""

    voorwaarden_nagekomen: bool | None
    direct_veilig: bool | None
    stabiel_veilig: bool | None
    schade_hersteld: bool | None
    vraag_beantwoord: bool | None
    gesproken_met: str
    toelichting: str
    beeindigen: bool
    volgende_op: date | None


@dataclass(frozen=True)
class Toewijzing:
    """Open duties of one person go to someone else of the same organisatie."""

    plichten: frozenset[tuple[str, uuid.UUID]]
    naar_id: uuid.UUID
