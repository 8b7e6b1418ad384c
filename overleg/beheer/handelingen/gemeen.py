"""What the handelingen of beheer share: which fields changed."""

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from models import Basis

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def kolommen(invoer: "DataclassInstance") -> dict[str, Any]:
    """Return what was filled in, by the name of its column."""
    return {veld.name: getattr(invoer, veld.name) for veld in fields(invoer)}


def gewijzigd(rij: Basis, invoer: "DataclassInstance", zonder: Iterable[str] = ()) -> list[str]:
    """Return the names of the columns that `invoer` would change."""
    return sorted(n for n, w in kolommen(invoer).items() if n not in zonder and getattr(rij, n) != w)


def zet(rij: Basis, invoer: "DataclassInstance", namen: Iterable[str]) -> None:
    """Put the named columns of `invoer` in the row."""
    for naam in namen:
        setattr(rij, naam, getattr(invoer, naam))
