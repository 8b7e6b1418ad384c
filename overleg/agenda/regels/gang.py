"""The states of an overleg and the steps between them (ontwerp.md §4); drawn in docs/overleggang.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from models.waarden import OverlegStatus
from overleg.basis.oordeel import JA, Oordeel, nee


class OverlegStap(StrEnum):
    """What can be done with an overleg as a whole; the value is the word on the button."""

    VERSTUREN = "Agenda versturen"
    BEGINNEN = "Start het overleg"
    AFRONDEN = "Overleg afronden"
    VASTSTELLEN = "Verslag vaststellen"
    ANNULEREN = "Overleg laten vervallen"


@dataclass(frozen=True)
class Gang:
    """Where each step leads from one state, and what to say about the steps that are not there."""

    stappen: Mapping[OverlegStap, OverlegStatus]
    anders: str


def gang_van(status: OverlegStatus) -> Gang:
    """Return the steps that are possible from `status`."""
    match status:
        case OverlegStatus.GEPLAND:
            return Gang(
                {
                    OverlegStap.VERSTUREN: OverlegStatus.GEPUBLICEERD,
                    OverlegStap.BEGINNEN: OverlegStatus.LOPEND,
                    OverlegStap.ANNULEREN: OverlegStatus.GEANNULEERD,
                },
                "Dit overleg is nog niet begonnen. Start eerst het overleg.",
            )
        case OverlegStatus.GEPUBLICEERD:
            return Gang(
                {
                    OverlegStap.VERSTUREN: OverlegStatus.GEPUBLICEERD,
                    OverlegStap.BEGINNEN: OverlegStatus.LOPEND,
                    OverlegStap.ANNULEREN: OverlegStatus.GEANNULEERD,
                },
                "Dit overleg is nog niet begonnen. Start eerst het overleg.",
            )
        case OverlegStatus.LOPEND:
            return Gang(
                {OverlegStap.AFRONDEN: OverlegStatus.AFGEROND},
                "Dit overleg is al begonnen. Rond het eerst af.",
            )
        case OverlegStatus.AFGEROND:
            return Gang(
                {OverlegStap.VASTSTELLEN: OverlegStatus.VASTGESTELD},
                "Dit overleg is geweest. Stel het verslag vast, of plan een nieuw overleg.",
            )
        case OverlegStatus.VASTGESTELD:
            return Gang({}, "Het verslag van dit overleg is vastgesteld. Plan een nieuw overleg.")
        case OverlegStatus.GEANNULEERD:
            return Gang({}, "Dit overleg gaat niet door. Plan een nieuw overleg.")
        case _:
            assert_never(status)


def mag_stap(status: OverlegStatus, stap: OverlegStap) -> Oordeel:
    """Whether `stap` is possible from `status`; otherwise what can be done instead."""
    gang = gang_van(status)
    return JA if stap in gang.stappen else nee(gang.anders)


def na_stap(status: OverlegStatus, stap: OverlegStap) -> OverlegStatus:
    """Return the state after `stap`; ask `mag_stap` first. Raises KeyError when it is not possible."""
    return gang_van(status).stappen[stap]
