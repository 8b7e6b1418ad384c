"""What one person must do now, by kind: a value the first page shows, without queries or Flask."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID


@dataclass(frozen=True)
class Taak:
    """One line on the first page: what there is to do, and the screen where it is done."""

    tekst: str
    eindpunt: str
    aantal: int = 0
    toon: str = "stil"
    """How much it asks for attention: stil, info, let-op, spoed."""
    toelichting: str = ""
    sleutel: UUID | None = None
    parameter: str = ""
    """Name of the URL parameter that `sleutel` is for."""
    vraag: tuple[tuple[str, str], ...] = ()
    """What else is in the address or to fill in on that screen: (name, value) pairs."""

    @property
    def waarden(self) -> dict[str, object]:
        """Return everything the address of the screen needs."""
        plek = {self.parameter: self.sleutel} if self.parameter else {}
        return {**plek, **dict(self.vraag)}


@dataclass(frozen=True)
class Blok:
    """A group of things to do under one heading."""

    titel: str
    taken: tuple[Taak, ...] = field(default=())
    toon: str | None = None


def hoogstens(taken: Sequence[Taak], meeste: int, rest: Taak) -> list[Taak]:
    """Return the first lines, and `rest` with how many there are besides: none is left out in silence."""
    over = len(taken) - meeste
    return [*taken[:meeste], *([replace(rest, aantal=over)] if over > 0 else [])]


def tel(aantal: int, een: str, meer: str) -> str:
    """Return `1 casus` or `3 casussen`."""
    return f"{aantal} {een if aantal == 1 else meer}"
