"""The answer of a rule: allowed or not, with the reasons as sentences a person can act on."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reden:
    """One reason why something is not allowed.

    `zin` says what to do now; `waar` names the field or the part of the page to mend it.
    """

    zin: str
    waar: str = ""


@dataclass(frozen=True)
class Oordeel:
    """Allowed when there are no reasons against. Warnings never block."""

    redenen: tuple[Reden, ...] = ()
    waarschuwingen: tuple[Reden, ...] = field(default=())

    def __bool__(self) -> bool:
        """Whether it is allowed."""
        return not self.redenen

    @property
    def zinnen(self) -> list[str]:
        """The reasons against, as sentences."""
        return [reden.zin for reden in self.redenen]

    def __and__(self, ander: "Oordeel") -> "Oordeel":
        """Allowed only when both are; all reasons and warnings together."""
        return Oordeel(self.redenen + ander.redenen, self.waarschuwingen + ander.waarschuwingen)


JA = Oordeel()


def nee(zin: str, waar: str = "") -> Oordeel:
    """Not allowed, for this one reason."""
    return Oordeel((Reden(zin, waar),))


def let_op(zin: str, waar: str = "") -> Oordeel:
    """Allowed, with a warning."""
    return Oordeel((), (Reden(zin, waar),))


def samen(oordelen: Iterable[Oordeel]) -> Oordeel:
    """Allowed only when all are."""
    uitkomst = JA
    for oordeel in oordelen:
        uitkomst = uitkomst & oordeel
    return uitkomst
