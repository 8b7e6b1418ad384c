"""Other names of a directbetrokkene: which of them go along with a question (domein.md §4).

They are what a partner knows a person by, so they belong to the least that is asked with; who asks can leave
one out. What went along is a closed list: a name that is added to the casus later does not go by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from overleg.instroom.regels.personen import gescheiden

KORT = 16


@dataclass(frozen=True)
class AndereNaam:
    """One other name of one person."""

    betrokkene_id: UUID
    naam: str

    @property
    def sleutel(self) -> str:
        """Return how a form names it: another name never has the key of this one."""
        return sha256(_regel(self).encode()).hexdigest()[:KORT]


def andere_namen_van(betrokkene_id: UUID, naam: str, tekst: str) -> tuple[AndereNaam, ...]:
    """Return the other names in `tekst`, each once; its own `naam` is none."""
    namen = dict.fromkeys(" ".join(deel.split()) for deel in gescheiden(tekst))
    return tuple(AndereNaam(betrokkene_id, deel) for deel in namen if deel and deel != naam)


def schrijf_op(namen: Iterable[AndereNaam]) -> str:
    """Return the names that go along as one text, to keep with the question."""
    return "\n".join(_regel(naam) for naam in namen)


def gaan_mee(namen: Iterable[AndereNaam], opgeschreven: str) -> tuple[AndereNaam, ...]:
    """Return which of `namen` stand in what `schrijf_op` wrote; a name that was changed since is left out."""
    regels = set(opgeschreven.split("\n"))
    return tuple(naam for naam in namen if _regel(naam) in regels)


def _regel(naam: AndereNaam) -> str:
    return f"{naam.betrokkene_id.hex} {naam.naam}"
