"""The closed list of what is written down: each event with its fields and its one-line words.

`Soort` names the event; `ZINNEN` says which fields it carries and how a line of it reads. A field
holds names, counts, dates or hashes; never a text about people. A retired soort stays listed, so
that old lines stay readable.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """What happened, in the past tense."""

    TOEGANG_GEWEIGERD = "toegang_geweigerd"
    INGELOGD = "ingelogd"
    INLOGGEN_MISLUKT = "inloggen_mislukt"
    UITGELOGD = "uitgelogd"
    WACHTWOORD_GEWIJZIGD = "wachtwoord_gewijzigd"
    CASUS_BEKEKEN = "casus_bekeken"
    OVERLEG_BEKEKEN = "overleg_bekeken"
    LOGBOEK_BEKEKEN = "logboek_bekeken"
    DEMO_GEVULD = "demo_gevuld"


@dataclass(frozen=True)
class Regel:
    """How a line of one soort reads, and exactly which fields it carries."""

    zin: str
    velden: frozenset[str] = frozenset()


def regel(zin: str, *velden: str) -> Regel:
    """Make a Regel; `zin` may name its fields as {veld}."""
    return Regel(zin, frozenset(velden))


ZINNEN: Mapping[Soort, Regel] = {
    Soort.TOEGANG_GEWEIGERD: regel("wilde iets zien of doen dat niet mag ({eindpunt})", "eindpunt"),
    Soort.INGELOGD: regel("logde in"),
    Soort.INLOGGEN_MISLUKT: regel("kon niet inloggen"),
    Soort.UITGELOGD: regel("logde uit"),
    Soort.WACHTWOORD_GEWIJZIGD: regel("wijzigde het eigen wachtwoord"),
    Soort.CASUS_BEKEKEN: regel("bekeek de casus"),
    Soort.OVERLEG_BEKEKEN: regel("bekeek het overleg"),
    Soort.LOGBOEK_BEKEKEN: regel("bekeek het logboek"),
    Soort.DEMO_GEVULD: regel("de proefomgeving werd gevuld met verzonnen gegevens"),
}
