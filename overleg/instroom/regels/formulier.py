"""What of a form on paper could not be put in its place: kept at the end of what happened, under a heading.

So it is saved, encrypted and destroyed like the rest of the aanmelding, and nothing of it is lost.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

KOP = "Niet geplaatst uit het formulier:"
_ONDER_KOP = re.compile(rf"(?:\A|\n){re.escape(KOP)}(?=\n|\Z)")
_INSPRING = "    "


@dataclass(frozen=True, slots=True)
class Rest:
    """A text as it was typed, the field it was meant for, and why it is not there."""

    veld: str
    tekst: str
    waarom: str = ""


def met_rest(tekst: str, resten: Iterable[Rest]) -> str:
    """Return the text with what could not be placed behind it."""
    delen = [_regels(rest) for rest in resten]
    return "\n".join([*([tekst, ""] if tekst else []), KOP, *delen]) if delen else tekst


def _regels(rest: Rest) -> str:
    """Each line of what was typed is indented: none can look like the heading or like the next one."""
    regels = [_INSPRING + regel for regel in rest.tekst.split("\n")]
    waarom = f" [{rest.waarom}]" if rest.waarom else ""
    return "\n".join([f"- {rest.veld}{waarom}", *regels])


def zonder_rest(tekst: str) -> str:
    """Return the text without what could not be placed; what somebody typed behind that stays."""
    voor, _, na = _delen(tekst)
    return "\n\n".join(deel for deel in (voor.rstrip(), na.strip("\n")) if deel)


def niet_geplaatst(tekst: str) -> tuple[Rest, ...]:
    """Return what could not be placed and is still there: just what `zonder_rest` takes away."""
    _, resten, _ = _delen(tekst)
    return resten


def _delen(tekst: str) -> tuple[str, tuple[Rest, ...], str]:
    """Return what stands before the last heading, what could not be placed, and what was typed after it."""
    koppen = list(_ONDER_KOP.finditer(tekst))
    if not koppen:
        return tekst, (), ""
    resten, regels = [], tekst[koppen[-1].end() :].removeprefix("\n").split("\n")
    while regels and regels[0].startswith("- "):
        aantal = _lengte(regels)
        if not (regels[0].endswith("]") or any(regels[1:aantal])):
            break  # a list of somebody's own
        resten.append(_rest(regels[0].removeprefix("- "), regels[1:aantal]))
        regels = regels[aantal:]
    return tekst[: koppen[-1].start()], tuple(resten) or (Rest(KOP, ""),), "\n".join(regels)


def _lengte(regels: list[str]) -> int:
    """Return how many lines the first one is, with those indented under it."""
    for nr, regel in enumerate(regels[1:], start=1):
        if regel and not regel.startswith(_INSPRING):
            return nr
    return len(regels)


def _rest(kop: str, regels: list[str]) -> Rest:
    veld, haak, waarom = kop.removesuffix("]").rpartition(" [") if kop.endswith("]") else (kop, "", "")
    tekst = "\n".join(regel.removeprefix(_INSPRING) for regel in regels)
    return Rest(veld if haak else kop, tekst.strip(), waarom)
