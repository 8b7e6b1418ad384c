"""The outcome of the instroomcriteria, worked out from the answers (domein.md §3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from overleg.beheer.regels import beoordeel


@dataclass(frozen=True)
class CriteriumStand:
    """One criterium with what was answered: `minimum` None is answered ja or nee, else by ticking a list."""

    code: str
    titel: str
    minimum: int | None = None
    antwoord: bool | None = None
    aangevinkt: tuple[str, ...] = ()
    """Titles of the onderdelen that hold."""
    via_thema: tuple[str, ...] = ()
    """Of these, the ones that a thema filled in."""

    @property
    def houdt(self) -> bool | None:
        """Whether the criterium holds; None when it was not answered.

        A list without a tick only says nee once that was answered as well ("geen van deze").
        """
        if self.minimum is None:
            return self.antwoord
        if len(self.aangevinkt) >= self.minimum:
            return True
        return False if self.antwoord is False or self.aangevinkt else None


@dataclass(frozen=True)
class Uitkomst:
    """What the criteria say together, and about each."""

    standen: tuple[CriteriumStand, ...]
    voldoet: bool | None

    @property
    def open(self) -> list[str]:
        """The codes that were not answered yet."""
        return [stand.code for stand in self.standen if stand.houdt is None]

    @property
    def tekst(self) -> str:
        """The outcome in words."""
        return uitkomst_tekst(self.voldoet)


def uitkomst_tekst(voldoet: bool | None) -> str:
    """Return the outcome in words."""
    if voldoet is None:
        return "Nog niet te zeggen"
    return "Voldoet" if voldoet else "Voldoet niet"


def werk_uit(regel: str, standen: Iterable[CriteriumStand]) -> Uitkomst:
    """Combine the answers by the tafel's rule, such as "A en B en C en D"."""
    alle = tuple(standen)
    antwoorden: Mapping[str, bool | None] = {stand.code: stand.houdt for stand in alle}
    return Uitkomst(alle, beoordeel(regel, antwoorden))
