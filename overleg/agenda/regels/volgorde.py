"""Putting a list in another order: by a whole new order, or one place up or down."""

from collections.abc import Sequence
from typing import TypeVar

K = TypeVar("K")


def verschoven(sleutels: Sequence[K], sleutel: K, stap: int) -> list[K]:
    """Return the order with one key moved `stap` places; unchanged at an end or for an unknown key."""
    rij = list(sleutels)
    if sleutel not in rij:
        return rij
    van = rij.index(sleutel)
    naar = min(max(van + stap, 0), len(rij) - 1)
    rij.insert(naar, rij.pop(van))
    return rij


def is_zelfde_lijst(sleutels: Sequence[K], gevraagd: Sequence[K]) -> bool:
    """Whether the asked order holds each key exactly once: none missing, none twice, none from elsewhere."""
    return len(sleutels) == len(gevraagd) and set(sleutels) == set(gevraagd)


def ingevoegd(alle: Sequence[K], zichtbaar: Sequence[K]) -> list[K]:
    """Return `alle` with the keys that someone sees in their new order; the others keep their place."""
    gezien = set(zichtbaar)
    nieuwe = iter(zichtbaar)
    return [next(nieuwe) if sleutel in gezien else sleutel for sleutel in alle]
